import type { EdgeKind, KnowledgeGraph } from '../graph.ts';
import { idsOf, isEntity, kindOf, paperAt } from './access.ts';
import { perGraph } from './cache.ts';
import { invert, scores } from './postings.ts';
import type { Postings } from './postings.ts';
import { RARITY, termVectors } from './terms.ts';
import type { Vector } from './terms.ts';

/** How much a shared entity says, by its type: a technique says most, a metric that all use says little. */
const BY_TYPE: { [kind: string]: number } = { technique: 1, task: 0.9, dataset: 0.8, hardware: 0.6, metric: 0.4 };
/** And by what the paper does with it; the other kinds count as 1. */
const BY_ROLE: Partial<Record<EdgeKind, number>> = { proposes: 1.3, uses: 1, compares_with: 0.9, mentions: 0.6 };
/** Length of the rarest entity beside that of all words, which is 1: the words name the entity as well. */
const BESIDE_WORDS = 0.2;

/** What relates papers: one vector a paper, of length 1, of its words and then its entities. */
export interface Similarity {
  /** Node ids, in code-unit order; `vectors` is in this order. */
  papers: string[];
  row: Map<string, number>;
  vectors: Vector[];
  postings: Postings;
  /** Term t is the word `words[t]`, or else the entity `entities[t - words.length]`. */
  words: string[];
  entities: string[];
}

export const similarity = perGraph((graph: KnowledgeGraph): Similarity => {
  const papers = idsOf(graph, (kind) => kind === 'paper');
  const entities = idsOf(graph, isEntity);
  const { vectors: byWords, words } = termVectors(papers.map((id) => paperAt(graph, id)));
  const byEntities = entityVectors(graph, papers, entities);
  const vectors = byWords.map((vector, row) => joined(vector, byEntities[row]!, words.length));
  const postings = invert(vectors, words.length + entities.length);
  return { papers, row: new Map(papers.map((id, row) => [id, row])), vectors, postings, words, entities };
});

/** Weight of each entity of each paper: its type, what the paper does with it, and how rare it is (1 for one paper alone). */
function entityVectors(graph: KnowledgeGraph, papers: readonly string[], ids: readonly string[]): Vector[] {
  const number = new Map(ids.map((id, n) => [id, n]));
  const links = papers.map((paper) => {
    const weights = new Map<number, number>();
    graph.forEachOutEdge(paper, (_, edge, _source, target) => {
      const n = number.get(target);
      if (n === undefined) return;
      const weight = (BY_ROLE[edge.kind] ?? 1) * (BY_TYPE[kindOf(graph, target)] ?? 0);
      weights.set(n, Math.max(weights.get(n) ?? 0, weight));
    });
    return weights;
  });
  const found = new Float64Array(ids.length);
  for (const weights of links) for (const n of weights.keys()) found[n]!++;
  const rarity = found.map((count) => (Math.log(1 + papers.length / count) / Math.log(1 + papers.length)) ** RARITY);
  return links.map((weights) => {
    const terms = Uint32Array.from(weights.keys()).sort();
    return { terms, weights: Float64Array.from(terms, (n) => weights.get(n)! * rarity[n]!) };
  });
}

/** Words and entities in one vector of length 1; entities are numbered after the words. */
function joined(words: Vector, entities: Vector, offset: number): Vector {
  const terms = Uint32Array.from([...words.terms, ...entities.terms.map((n) => n + offset)]);
  const weights = Float64Array.from([...words.weights, ...entities.weights.map((w) => w * BESIDE_WORDS)]);
  const length = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0)) || 1;
  return { terms, weights: weights.map((w) => w / length) };
}

/** Cosine of one paper with each, 0 to 1. */
export const likeness = ({ papers, vectors, postings }: Similarity, row: number): Float64Array =>
  scores(vectors[row]!, postings, papers.length);

/** What two papers share, by its part in their cosine, the greatest first. */
export function shared({ vectors }: Similarity, a: number, b: number): { term: number; part: number }[] {
  const other = vectors[b]!;
  const weights = new Map(Array.from(other.terms, (term, i) => [term, other.weights[i]!]));
  return Array.from(vectors[a]!.terms, (term, i) => ({ term, part: vectors[a]!.weights[i]! * (weights.get(term) ?? 0) }))
    .filter(({ part }) => part > 0)
    .sort((x, y) => y.part - x.part || x.term - y.term);
}
