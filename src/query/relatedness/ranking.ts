import type { KnowledgeGraph } from '../../graph.ts';
import { kindOf, labelOf, ranked, titled } from '../access.ts';
import type { NamedNode } from '../shapes.ts';
import { aspects, damped, likeness } from './aspects.ts';
import type { Aspect } from './aspects.ts';
import { naming } from './naming.ts';
import { inWords, listed, measured, named } from './explain.ts';
import type { Reasons } from './explain.ts';
import { common, dot } from './sparse.ts';
import { nearness, whole } from './whole.ts';
import type { Nearness, Whole } from './whole.ts';

const MAX_SHARED = 5;
/** Below this part of the score a shared word explains nothing. */
const LEAST_PART = 0.003;

/** Every paper by how near it is to one, and why. Papers go by their number in `naming`. */
export interface Ranking {
  /** 0 to 1. */
  scores: Float64Array;
  explain(to: number): Reasons & { shared: (NamedNode & { part: number })[] };
}

/** @param by one aspect alone; without it the words, names and neighbours of the papers */
export const rankingFrom = (graph: KnowledgeGraph, from: number, by?: Aspect): Ranking =>
  by ? byAspect(graph, from, by) : asWholes(graph, from);

function asWholes(graph: KnowledgeGraph, from: number): Ranking {
  const { papers, entities } = naming(graph);
  const index = whole(graph);
  const { scores, own, neighbours } = nearness(index, from);
  const explain = (to: number) => {
    const parts = common(index.rows, from, to);
    const isWord = ({ column }: { column: number }): boolean => column < index.words.length;
    const names = parts.filter((part) => !isWord(part)).slice(0, MAX_SHARED).map(({ column, part }) => ({ id: entities[column - index.words.length]!, part: part * own })); // prettier-ignore
    const told = parts.filter((part) => isWord(part) && part.part * own >= LEAST_PART);
    const words = ranked(told, ({ column, part }) => part * rarity(index, column), ({ column }) => index.words[column]!).map(({ column }) => index.words[column]!); // prettier-ignore
    const ids = names.map(({ id }) => id);
    const { why, evidence } = named(graph, papers[from]!, papers[to]!, ids);
    why.push(...inWords(graph, words, ids));
    if (!ids.length) why.push(...through(graph, index, neighbours, to));
    return { why, evidence, shared: shown(graph, names) };
  };
  return { scores, explain };
}

/** What few papers say tells people most; ranking damps it. */
function rarity({ rows, byColumn: { offsets } }: Whole, column: number): number {
  return Math.log(rows.offsets.length / (offsets[column + 1]! - offsets[column]!));
}

/** The papers near to one that speak most for another. */
function through(graph: KnowledgeGraph, { rows }: Whole, neighbours: Nearness['neighbours'], to: number): string[] {
  const { papers } = naming(graph);
  const parts = neighbours
    .filter(({ row }) => row !== to)
    .map(({ row, factor }) => ({ row, part: factor * dot(rows, row, to) }))
    .filter(({ part }) => part >= LEAST_PART);
  const best = ranked(parts, ({ part }) => part, ({ row }) => papers[row]!).slice(0, 2).map(({ row }) => titled(graph, papers[row]!)); // prettier-ignore
  return best.length ? [`Both are near to ${listed(best)}.`] : [];
}

function byAspect(graph: KnowledgeGraph, from: number, by: Aspect): Ranking {
  const { papers, entities } = naming(graph);
  const index = aspects(graph).get(by)!;
  const explain = (to: number) => {
    const divisor = damped(index.lengths, from, to);
    const names = common(index.rows, from, to).slice(0, MAX_SHARED).map(({ column, part }) => ({ id: entities[column]!, part: part / divisor })); // prettier-ignore
    const reasons = (by === 'result' ? measured : named)(graph, papers[from]!, papers[to]!, names.map(({ id }) => id)); // prettier-ignore
    return { ...reasons, shared: shown(graph, names) };
  };
  return { scores: likeness(index, from), explain };
}

const shown = (graph: KnowledgeGraph, names: readonly { id: string; part: number }[]) =>
  names.map(({ id, part }) => ({ id, label: labelOf(graph, id), kind: kindOf(graph, id), part: rounded(part) }));

/** As the item of an answer shows a part of a score. */
export const rounded = (part: number): number => Math.round(part * 1e6) / 1e6;
