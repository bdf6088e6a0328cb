import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Analysis, Network } from '../types.ts';
import type { LayoutOptions } from './options.ts';

const NODE_FIELDS = 10;
const EDGE_FIELDS = 3;

/** Related papers of one community pull each other with their similarity times this, so that none strays. */
const KIN = 6;

/**
 * Moves nodes by ForceAtlas2, in place.
 * M. Jacomy, T. Venturini, S. Heymann, M. Bastian: ForceAtlas2, a continuous graph layout algorithm, PLoS ONE 9(6), 2014.
 * @param groups links within a group pull at full weight
 */
export function attract(
  { offsets, targets, weights }: Network,
  groups: Int32Array,
  related: Analysis['related'],
  x: Float64Array,
  y: Float64Array,
  options: LayoutOptions,
  tell?: (done: number, total: number) => void,
): void {
  const order = x.length;
  if (order < 2) return;
  const nodes = new Float32Array(order * NODE_FIELDS);
  const kin = related.filter(({ source, target }) => groups[source] === groups[target]);
  const edges = new Float32Array((targets.length / 2 + kin.length) * EDGE_FIELDS);
  let e = 0;
  for (let i = 0; i < order; i++) {
    nodes.set([x[i]!, y[i]!, 0, 0, 0, 0, 1 + offsets[i + 1]! - offsets[i]!, 1, 1, 0], i * NODE_FIELDS);
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      const j = targets[k]!;
      if (j < i) continue;
      const weight = weights[k]! * (groups[i] === groups[j] ? 1 : options.between);
      edges.set([i * NODE_FIELDS, j * NODE_FIELDS, weight], e);
      e += EDGE_FIELDS;
    }
  }
  for (const { source, target, weight } of kin) {
    edges.set([source * NODE_FIELDS, target * NODE_FIELDS, weight * KIN], e);
    e += EDGE_FIELDS;
  }
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: options.scalingRatio,
    strongGravityMode: true,
    gravity: options.gravity,
    slowDown: 1 + Math.log(order),
    barnesHutOptimize: order >= options.barnesHutNodes,
    barnesHutTheta: 1.2,
  };
  const passes = Math.max(options.minIterations, Math.min(options.iterations, Math.floor(options.work / order)));
  for (let pass = 0; pass < passes; pass++) {
    iterate(settings, nodes, edges);
    if (tell && pass % 10 === 9) tell(pass + 1, passes);
  }
  for (let i = 0; i < order; i++) {
    x[i] = nodes[i * NODE_FIELDS]!;
    y[i] = nodes[i * NODE_FIELDS + 1]!;
  }
}
