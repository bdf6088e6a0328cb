import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { seeded } from '../../src/random.ts';
import type { AnalyseOptions } from './options.ts';
import type { Projection } from './projection.ts';

export interface Partition {
  /** Node indexes of the papers of each community, ascending; the largest first, equal ones by first paper. */
  members: number[][];
  modularity: number;
}

/**
 * Communities of papers by modularity.
 * V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre: Fast unfolding of communities in large networks, 2008.
 * The library's generator is ours, and nodes go in sorted: another order would give another partition, even with one seed.
 */
export function partition({ papers, links }: Projection, options: AnalyseOptions): Partition {
  if (links.length === 0) return { members: [], modularity: 0 };
  const graph = new UndirectedGraph<object, { weight: number }>();
  const linked = new Set(links.flatMap(({ source, target }) => [source, target]));
  for (const paper of papers) if (linked.has(paper)) graph.addNode(`n${paper}`);
  links.forEach(({ source, target, weight }, i) => graph.addUndirectedEdgeWithKey(`e${i}`, `n${source}`, `n${target}`, { weight }));

  const runs = Math.max(1, Math.min(options.runs, Math.floor(options.maxRunPapers / papers.length)));
  let best: { communities: { [node: string]: number }; modularity: number } | undefined;
  for (let run = 0; run < runs; run++) {
    const found = louvain.detailed(graph, { getEdgeWeight: 'weight', resolution: options.resolution, rng: seeded(options.seed + run) });
    if (!best || found.modularity > best.modularity) best = found;
  }
  const members = new Map<number, number[]>();
  for (const paper of linked.size ? [...linked].sort((a, b) => a - b) : []) {
    const community = best!.communities[`n${paper}`]!;
    const group = members.get(community);
    if (group) group.push(paper);
    else members.set(community, [paper]);
  }
  return {
    members: [...members.values()]
      .filter((group) => group.length >= options.minCommunity)
      .sort((a, b) => b.length - a.length || a[0]! - b[0]!),
    modularity: best!.modularity,
  };
}
