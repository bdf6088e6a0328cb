import { connectedParts } from './connected.ts';
import { leiden } from './leiden.ts';
import { bestLouvain } from './louvain.ts';
import { modularity } from './modularity.ts';
import { move } from './move.ts';
import type { Weighted } from './weighted.ts';

export interface FindOptions {
  /** Higher gives more and smaller communities. */
  resolution: number;
  /** Louvain is run with this many seeds and the best modularity kept... */
  runs: number;
  /** ...fewer where nodes times runs would go over this; where they do so in one run, Leiden begins alone. */
  maxRunNodes: number;
  /** Leiden goes on as long as an iteration raises modularity by this... */
  least: number;
  /** ...and from the communities of an earlier build, which are to hold still, as long as it raises it by this, which is no less. */
  hold: number;
  seed: number;
}

export interface Found {
  /** Community of each node, numbered from 0 by first node; one that is drawn nowhere is alone in its own. */
  membership: Uint32Array;
  modularity: number;
  /** What was done, in order, with the modularity that each step reached. */
  steps: { by: 'louvain' | 'leiden' | 'kept'; times: number; modularity: number }[];
}

/**
 * Communities by modularity: Louvain refined by Leiden, Leiden alone where the graph is large, or, where communities are known from
 * before, those with changes where they gain enough. Each is connected, no node gains by moving alone, and found again from what
 * was found it is the same: where nothing changed between two builds the communities do not.
 * @param known community of each node in an earlier build, numbered below the number of nodes
 */
export function findCommunities(graph: Weighted, options: FindOptions, known?: Uint32Array): Found {
  const { resolution } = options;
  const least = known ? options.hold : options.least;
  const nodes = graph.strength.length;
  const steps: Found['steps'] = [];
  let best = -Infinity;
  let membership: Uint32Array = known ?? Uint32Array.from({ length: nodes }, (_, node) => node);
  const runs = Math.min(options.runs, Math.floor(options.maxRunNodes / Math.max(1, nodes)));
  if (known || runs > 0) {
    membership = settle(graph, known ?? bestLouvain(graph, resolution, runs, options.seed), resolution);
    best = modularity(graph, membership, resolution);
    steps.push({ by: known ? 'kept' : 'louvain', times: known ? 1 : runs, modularity: best });
  }
  for (let times = 1; ; times++) {
    const refined = leiden(graph, membership, resolution);
    if (modularity(graph, refined, resolution) < best + least) return { membership, modularity: best, steps };
    membership = settle(graph, refined, resolution);
    best = modularity(graph, membership, resolution);
    if (times > 1) steps.pop();
    steps.push({ by: 'leiden', times, modularity: best });
  }
}

/** Moves nodes and parts what is not connected until neither changes anything; modularity rises with each. */
function settle(graph: Weighted, membership: Uint32Array, resolution: number): Uint32Array {
  for (let settled: Uint32Array = membership.slice(); ;) {
    while (move(graph, settled, resolution) > 0);
    const parts = connectedParts(graph, settled);
    if (new Set(parts).size === new Set(settled).size) return parts;
    settled = parts;
  }
}
