import { total, type Weighted } from './weighted.ts';

/** Sum of the strengths of each community. @param count communities are numbered below it */
export function strengths({ strength }: Weighted, membership: Uint32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let node = 0; node < strength.length; node++) sums[membership[node]!]! += strength[node]!;
  return sums;
}

/**
 * How much more of the weight lies within communities than chance would put there: 0 for one community, below 1.
 * M. Newman: Modularity and community structure in networks, 2006; with the resolution of J. Reichardt and S. Bornholdt, 2006.
 */
export function modularity(graph: Weighted, membership: Uint32Array, resolution: number): number {
  const { offsets, targets, weights } = graph;
  const all = total(graph);
  if (all === 0) return 0;
  let within = 0;
  for (let node = 0; node + 1 < offsets.length; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) if (membership[targets[k]!] === membership[node]) within += weights[k]!;
  const chance = strengths(graph, membership, membership.length).reduce((sum, each) => sum + each * each, 0);
  return within / all - (resolution * chance) / (all * all);
}
