import type { Network } from '../types.ts';
import { eachNeighbour, isEntity, PAPER, paperCounts, papersOf } from './bipartite.ts';
import type { AnalyseOptions } from './options.ts';

/** A link between two papers, as node indexes, source < target. */
export interface Link {
  source: number;
  target: number;
  weight: number;
}

export interface Projection {
  /** Node indexes, ascending. */
  papers: Uint32Array;
  /** Strongest links of each paper, united; by source, then target. */
  links: Link[];
  /** Pairs of papers with any shared entity. */
  pairs: number;
  /** Entities that too many papers name to relate any two, most first. */
  cut: number[];
  /** What a shared entity is worth; 0 where it was cut or is no entity. */
  rarity: Float64Array;
}

/**
 * Joins papers by the entities they share: the cosine of their vectors of link weights, squared weights scaled by rarity,
 * log(1 + papers / papers that name it). One row at a time in a sparse accumulator, so that memory is linear.
 */
export function project(network: Network, options: AnalyseOptions): Projection {
  const papers = papersOf(network);
  const { rarity, cut } = rarities(network, papers.length, options);
  const norm = new Float64Array(network.kinds.length);
  for (const paper of papers) eachNeighbour(network, paper, (entity, weight) => (norm[paper]! += weight * weight * rarity[entity]!));

  const links: Link[] = [];
  const dot = new Float64Array(network.kinds.length);
  const touched: number[] = [];
  let pairs = 0;
  for (const paper of papers) {
    eachNeighbour(network, paper, (entity, weight) => {
      const worth = rarity[entity]!;
      if (worth === 0) return;
      eachNeighbour(network, entity, (other, otherWeight) => {
        if (other === paper || network.kinds[other] !== PAPER) return;
        if (dot[other] === 0) touched.push(other);
        dot[other]! += weight * otherWeight * worth;
      });
    });
    const row = touched.map((other) => ({ other, weight: dot[other]! / (Math.sqrt(norm[paper]! * norm[other]!) + options.damping) }));
    for (const { other, weight } of strongest(row, options.neighbours))
      links.push({ source: Math.min(paper, other), target: Math.max(paper, other), weight });
    pairs += touched.length / 2;
    for (const other of touched) dot[other] = 0;
    touched.length = 0;
  }
  links.sort((a, b) => a.source - b.source || a.target - b.target);
  return {
    papers,
    links: links.filter((l, i) => l.source !== links[i - 1]?.source || l.target !== links[i - 1]?.target),
    pairs,
    cut,
    rarity,
  };
}

/** The `limit` heaviest, equal ones by node. */
export const strongest = <T extends { other: number; weight: number }>(row: T[], limit: number): T[] =>
  row.sort((a, b) => b.weight - a.weight || a.other - b.other).slice(0, limit);

function rarities(network: Network, papers: number, { maxShare, alwaysKeep, maxPapers }: AnalyseOptions) {
  const counts = paperCounts(network);
  const limit = Math.min(maxPapers, Math.max(alwaysKeep, Math.floor(papers * maxShare)));
  const rarity = new Float64Array(counts.length);
  const cut: number[] = [];
  counts.forEach((count, node) => {
    if (count === 0 || !isEntity(network.kinds[node]!)) return;
    if (count > limit) cut.push(node);
    else rarity[node] = Math.log(1 + papers / count);
  });
  return { rarity, cut: cut.sort((a, b) => counts[b]! - counts[a]! || a - b) };
}
