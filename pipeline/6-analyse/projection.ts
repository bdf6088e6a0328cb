import { NODE_KINDS } from '../../src/graph.ts';
import type { EntityType } from '../../src/model.ts';
import type { Network } from '../types.ts';
import { isEntity, papersOf } from './bipartite.ts';
import { broader } from './broader.ts';
import { weighted, type Weighted } from './communities/weighted.ts';
import { isGeneral } from './general.ts';
import { nearest } from './nearest.ts';
import type { AnalyseOptions } from './options.ts';
import { symmetric, transpose, type Rows } from './rows.ts';

export interface Projection {
  /** Node indexes, ascending; paper i of the links is the node papers[i]. */
  papers: Uint32Array;
  /** Strongest links of each paper, united. */
  links: Weighted;
  /** Pairs of papers with any shared entity. */
  pairs: number;
  /** Entities that too many papers name to relate any two, most first. */
  cut: number[];
  /** What a node says when two papers share it; 0 where it was cut or is no entity. */
  worth: Float64Array;
}

/**
 * Joins papers by the entities they share and the broader ones that these stand for: the cosine of their vectors, in which an entity
 * counts by what the paper does with it, its type and its rarity.
 */
export function project(network: Network, label: (node: number) => string, options: AnalyseOptions): Projection {
  const papers = papersOf(network);
  const named = entitiesOf(network, papers, broader(network, label, options), options);
  const byEntity = transpose(named, network.ids.length);
  const limit = Math.min(options.maxPapers, Math.max(options.alwaysKeep, Math.floor(papers.length * options.maxShare)));
  const worth = new Float64Array(network.ids.length);
  const cut: number[] = [];
  const count = (node: number): number => byEntity.offsets[node + 1]! - byEntity.offsets[node]!;
  for (let node = 0; node < worth.length; node++) {
    if (count(node) > limit) cut.push(node);
    else if (count(node) > 0) worth[node] = worthOf(network, node, count(node), papers.length, label, options);
  }

  const norm = new Float64Array(papers.length);
  for (let paper = 0; paper < papers.length; paper++) {
    for (let k = named.offsets[paper]!; k < named.offsets[paper + 1]!; k++) {
      named.weights[k]! *= Math.sqrt(worth[named.targets[k]!]!);
      norm[paper]! += named.weights[k]! ** 2;
    }
    norm[paper] = Math.sqrt(norm[paper]!);
  }
  const { rows, pairs } = nearest(present(named), network.ids.length, norm, options.damping, options.neighbours);
  return { papers, links: weighted(symmetric(rows)), pairs, cut: cut.sort((a, b) => count(b) - count(a) || a - b), worth };
}

function worthOf(
  { kinds }: Network,
  node: number,
  count: number,
  papers: number,
  label: (node: number) => string,
  options: AnalyseOptions,
): number {
  const type = options.byType[NODE_KINDS[kinds[node]!] as EntityType];
  return type * Math.log(1 + papers / count) ** options.rarity * (count > 1 && isGeneral(label(node)) ? options.general : 1);
}

/** Each paper's entities with the broader ones of its tasks and techniques, by the strongest link of each. */
function entitiesOf(network: Network, papers: Uint32Array, broader: Rows, { role }: AnalyseOptions): Rows {
  const { offsets, targets, weights, kinds } = network;
  const weight = new Float64Array(kinds.length);
  const rows = { offsets: new Uint32Array(papers.length + 1), targets: [] as number[], weights: [] as number[] };
  papers.forEach((paper, i) => {
    const begin = rows.targets.length;
    const add = (entity: number, value: number): void => {
      if (weight[entity] === 0) rows.targets.push(entity);
      weight[entity] = Math.max(weight[entity]!, value);
    };
    for (let k = offsets[paper]!; k < offsets[paper + 1]!; k++) {
      const entity = targets[k]!;
      if (!isEntity(kinds[entity]!)) continue;
      const value = weights[k]! ** role;
      add(entity, value);
      for (let b = broader.offsets[entity]!; b < broader.offsets[entity + 1]!; b++) add(broader.targets[b]!, value * broader.weights[b]!);
    }
    for (let k = begin; k < rows.targets.length; k++) {
      rows.weights.push(weight[rows.targets[k]!]!);
      weight[rows.targets[k]!] = 0;
    }
    rows.offsets[i + 1] = rows.targets.length;
  });
  return { offsets: rows.offsets, targets: Uint32Array.from(rows.targets), weights: Float64Array.from(rows.weights) };
}

/** The same without entries of nothing. */
function present({ offsets, targets, weights }: Rows): Rows {
  const start = new Uint32Array(offsets.length);
  let filled = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++)
      if (weights[k]! > 0) {
        targets[filled] = targets[k]!;
        weights[filled++] = weights[k]!;
      }
    start[row + 1] = filled;
  }
  return { offsets: start, targets: targets.slice(0, filled), weights: weights.slice(0, filled) };
}
