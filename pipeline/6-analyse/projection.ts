import type { Network } from '../types.ts';
import { eachNeighbour, isEntity, PAPER, paperCounts, papersOf } from './bipartite.ts';
import { isGeneral } from './general.ts';
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
 * log(1 + papers / papers that name it), less for general names. One row at a time in a sparse accumulator, so that memory is linear.
 */
export function project(network: Network, label: (node: number) => string, options: AnalyseOptions): Projection {
  const { offsets, targets, weights, kinds } = network;
  const papers = papersOf(network);
  const { rarity, cut } = rarities(network, label, papers.length, options);
  const norm = new Float64Array(network.kinds.length);
  for (const paper of papers) eachNeighbour(network, paper, (entity, weight) => (norm[paper]! += weight * weight * rarity[entity]!));

  const links: Link[] = [];
  const dot = new Float64Array(network.kinds.length);
  const touched: number[] = [];
  let pairs = 0;
  for (const paper of papers) {
    for (let k = offsets[paper]!; k < offsets[paper + 1]!; k++) {
      const worth = weights[k]! * rarity[targets[k]!]!;
      if (worth === 0) continue;
      for (let m = offsets[targets[k]!]!; m < offsets[targets[k]! + 1]!; m++) {
        const other = targets[m]!;
        if (other === paper || kinds[other] !== PAPER) continue;
        if (dot[other] === 0) touched.push(other);
        dot[other]! += worth * weights[m]!;
      }
    }
    const row = new Strongest(options.neighbours);
    for (const other of touched) row.offer(other, dot[other]! / (Math.sqrt(norm[paper]! * norm[other]!) + options.damping));
    for (const { other, weight } of row.kept) links.push({ source: Math.min(paper, other), target: Math.max(paper, other), weight });
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
export const strongest = <T extends { other: number; weight: number }>(row: T[], limit: number): T[] => row.sort(byWeight).slice(0, limit);

const byWeight = (a: { other: number; weight: number }, b: { other: number; weight: number }): number =>
  b.weight - a.weight || a.other - b.other;

/** The same of what is offered one by one: sorted only now and then, so that most of a long row costs one comparison each. */
class Strongest {
  readonly #limit: number;
  #rows: { other: number; weight: number }[] = [];
  /** None lighter than this can be among the heaviest. */
  #least = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(other: number, weight: number): void {
    if (weight < this.#least) return;
    if (this.#rows.push({ other, weight }) < 4 * this.#limit) return;
    this.#rows = this.kept;
    this.#least = this.#rows.at(-1)?.weight ?? Infinity;
  }

  get kept(): { other: number; weight: number }[] {
    return strongest(this.#rows, this.#limit);
  }
}

function rarities(
  network: Network,
  label: (node: number) => string,
  papers: number,
  { maxShare, alwaysKeep, maxPapers, general }: AnalyseOptions,
) {
  const counts = paperCounts(network);
  const limit = Math.min(maxPapers, Math.max(alwaysKeep, Math.floor(papers * maxShare)));
  const rarity = new Float64Array(counts.length);
  const cut: number[] = [];
  counts.forEach((count, node) => {
    if (count === 0 || !isEntity(network.kinds[node]!)) return;
    if (count > limit) cut.push(node);
    else rarity[node] = Math.log(1 + papers / count) * (count > 1 && isGeneral(label(node)) ? general : 1);
  });
  return { rarity, cut: cut.sort((a, b) => counts[b]! - counts[a]! || a - b) };
}
