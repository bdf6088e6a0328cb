import type { Analysis, Network, Places, Positions } from '../types.ts';
import { asBefore, balance } from './again.ts';
import { attract, type Forces } from './forces.ts';
import { fit } from './fit.ts';
import { coreOf, placeLeaves } from './leaves.ts';
import { LAYOUT_DEFAULTS, type LayoutOptions } from './options.ts';
import { separate } from './separate.ts';
import { sizes } from './sizes.ts';
import { groupsOf, start } from './start.ts';

/**
 * Places every node: a start by communities, forces, then room for each circle. The middle is the origin, x to the right, y up,
 * and radii are in the same unit.
 * @param before an earlier drawing. A large one is gone on from where it has most of the nodes: it takes a third of the time, and who knows
 * the map finds the way in the next. The places then follow from it too; else from the network and its analysis alone.
 */
export function layout(
  network: Network,
  analysis: Analysis,
  options: Partial<LayoutOptions> = {},
  tell: (done: number, total: number) => void = () => {},
  before?: Places,
): Positions {
  const chosen = { ...LAYOUT_DEFAULTS, ...options };
  const size = sizes(network, analysis);
  const groups = groupsOf(network, analysis.community);
  const forces: Forces = { network, groups, related: analysis.related, options: chosen };
  const known = before && network.ids.length >= chosen.againFrom ? asBefore(network, before) : undefined;
  const { x, y } = known ?? start(groups, chosen.seed);

  const all = Array.from(x.keys());
  if (known) {
    balance(forces, x, y);
    attract(forces, all, chosen.againPasses, x, y, tell);
  } else {
    const core = coreOf(network);
    const first = passes(chosen.corePasses, core.length, chosen);
    const second = passes(chosen.allPasses, all.length, chosen);
    attract(forces, core, first, x, y, (done) => tell(done, first + second));
    placeLeaves(network, core, spacing(core, x, y), x, y);
    attract(forces, all, second, x, y, (done) => tell(first + done, first + second));
  }

  fit(x, y, size, chosen);
  separate(x, y, size, chosen.margin);
  return { x, y, size };
}

const passes = (wanted: number, nodes: number, { work, minPasses }: LayoutOptions): number =>
  Math.max(minPasses, Math.min(wanted, Math.floor(work / Math.max(1, nodes))));

/** About how far a leaf may be from its neighbour: a small part of the extent. */
function spacing(nodes: readonly number[], x: Float64Array, y: Float64Array): number {
  const squared = nodes.reduce((sum, node) => sum + x[node]! * x[node]! + y[node]! * y[node]!, 0);
  return 0.3 * Math.sqrt(squared / Math.max(1, nodes.length) / Math.max(1, nodes.length)) || 1;
}
