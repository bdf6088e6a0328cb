import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { seeded } from '../../../src/random.ts';
import type { Weighted } from './weighted.ts';

/**
 * The best of some runs of Louvain.
 * V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre: Fast unfolding of communities in large networks, 2008.
 * The library's generator is ours, and nodes go in by number: another order would give another partition, even with one seed.
 */
export function bestLouvain({ offsets, targets, weights }: Weighted, resolution: number, runs: number, seed: number): Uint32Array {
  const graph = new UndirectedGraph<object, { weight: number }>();
  const nodes = offsets.length - 1;
  for (let node = 0; node < nodes; node++) graph.addNode(`n${node}`);
  for (let node = 0; node < nodes; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++)
      if (targets[k]! > node) graph.addUndirectedEdgeWithKey(`e${k}`, `n${node}`, `n${targets[k]!}`, { weight: weights[k]! });

  let best: { communities: { [node: string]: number }; modularity: number } | undefined;
  for (let run = 0; run < runs; run++) {
    const found = louvain.detailed(graph, { getEdgeWeight: 'weight', resolution, rng: seeded(seed + run) });
    if (!best || found.modularity > best.modularity) best = found;
  }
  return Uint32Array.from({ length: nodes }, (_, node) => best?.communities[`n${node}`] ?? node);
}
