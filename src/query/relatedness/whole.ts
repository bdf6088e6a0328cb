import type { EntityType } from '../../model.ts';
import { kindOf, paperAt } from '../access.ts';
import { perGraph } from '../cache.ts';
import { best } from './best.ts';
import { naming } from './naming.ts';
import { add, eachIn, lengths, products, sparse, transposed } from './sparse.ts';
import type { Sparse } from './sparse.ts';
import { termWeights } from './terms.ts';

/** How much a shared entity says, by its type: a technique says most, a metric that all use says little. */
const BY_TYPE: { readonly [type in EntityType]: number } = { technique: 1, task: 0.9, dataset: 0.8, hardware: 0.6, metric: 0.4 };
/** Weight of the rarest entity beside that of all words, which is 1: the words name the entity as well. */
const BESIDE_WORDS = 0.1;
/** So many of the papers nearest to one speak for it too... */
const NEIGHBOURS = 20;
/** ...and together count this much beside its own text. */
const FEEDBACK = 0.5;

/** Papers as wholes: a row a paper, of length 1, of its words and then of the entities it names. */
export interface Whole {
  rows: Sparse;
  byColumn: Sparse;
  /** Column c is the word `words[c]`, or else the entity of number c - words.length. */
  words: string[];
}

export const whole = perGraph((graph): Whole => {
  const { papers, entities, named } = naming(graph);
  const { weights, words } = termWeights(papers.map((id) => paperAt(graph, id)));
  const worth = entities.map((id) => BESIDE_WORDS * BY_TYPE[kindOf(graph, id) as EntityType]);
  const ofWords = lengths(weights);
  const joined = papers.map((_, row) => {
    const both = new Map<number, number>();
    eachIn(weights, row, (term, weight) => both.set(term, weight / ofWords[row]!));
    eachIn(named, row, (entity, weight) => both.set(words.length + entity, weight * worth[entity]!));
    let squares = 0;
    for (const weight of both.values()) squares += weight ** 2;
    for (const [column, weight] of both) both.set(column, weight / Math.sqrt(squares));
    return both;
  });
  const rows = sparse(joined);
  return { rows, byColumn: transposed(rows, words.length + entities.length), words };
});

/** How near every paper is to one, and by what. */
export interface Nearness {
  /** 0 to 1, of each paper. */
  scores: Float64Array;
  /** Part of the score that a shared column has: its product in the two rows times this. */
  own: number;
  /** The papers that spoke for this one, with the factor for their likeness to another. */
  neighbours: { row: number; factor: number }[];
}

/**
 * The cosine with the paper itself, joined with that of its nearest neighbours: what they share is what the paper is about.
 * J. J. Rocchio: Relevance feedback in information retrieval, 1971; without a reader's judgement, as C. Buckley, G. Salton,
 * J. Allan, A. Singhal: Automatic query expansion using SMART, 1994.
 */
export function nearness({ rows, byColumn }: Whole, row: number): Nearness {
  const count = rows.offsets.length - 1;
  const query = new Float64Array(byColumn.offsets.length - 1);
  add(query, rows, row, 1);
  const alike = products(query, byColumn, count);
  alike[row] = 0;
  const nearest = best(alike, NEIGHBOURS);
  const sum = nearest.reduce((total, other) => total + alike[other]! ** 2, 0);
  const own = 1 / (1 + FEEDBACK);
  const neighbours = nearest.map((other) => ({ row: other, factor: ((1 - own) * alike[other]! ** 2) / sum }));
  query.fill(0);
  add(query, rows, row, own);
  for (const { row, factor } of neighbours) add(query, rows, row, factor);
  return { scores: products(query, byColumn, count), own, neighbours };
}
