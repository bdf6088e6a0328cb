import type { EdgeKind, KnowledgeGraph } from '../graph.ts';
import { idsOf, isEntity, kindOf, paperAt } from './access.ts';
import { perGraph } from './cache.ts';
import { invert, scores } from './postings.ts';
import type { Postings } from './postings.ts';
import { termVectors } from './terms.ts';
import type { Terms, Vector } from './terms.ts';

/** How much a shared entity says, by its type: a technique says most, a metric that all use says little. */
const BY_TYPE: Record<string, number> = { technique: 1, task: 0.9, dataset: 0.8, hardware: 0.6, metric: 0.4 };
/** And by what the paper does with it; the other kinds count as 1. */
const BY_ROLE: Partial<Record<EdgeKind, number>> = { proposes: 1.3, uses: 1, compares_with: 0.9, mentions: 0.6 };
/** Share of the entities in the score; the text's own terms have the rest. */
export const ENTITY_SHARE = 0.25;

/** What relates papers: their words and their entities, as vectors of length 1. */
export interface Similarity {
  /** Node ids, in code-unit order; all rows below are in this order. */
  papers: string[];
  row: Map<string, number>;
  text: Terms & { postings: Postings };
  /** Term number t of these vectors is the entity `ids[t]`. */
  entities: { ids: string[]; vectors: Vector[]; postings: Postings };
}

export const similarity = perGraph((graph: KnowledgeGraph): Similarity => {
  const papers = idsOf(graph, (kind) => kind === 'paper');
  const terms = termVectors(papers.map((id) => `${paperAt(graph, id).title}\n${paperAt(graph, id).abstract}`));
  const ids = idsOf(graph, isEntity);
  const vectors = entityVectors(graph, papers, ids);
  return {
    papers,
    row: new Map(papers.map((id, row) => [id, row])),
    text: { ...terms, postings: invert(terms.vectors, terms.words.length) },
    entities: { ids, vectors, postings: invert(vectors, ids.length) },
  };
});

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
  return links.map((weights) => {
    const terms = Uint32Array.from(weights.keys()).sort();
    const values = Float64Array.from(terms, (n) => weights.get(n)! * Math.log(1 + papers.length / found[n]!));
    const length = Math.hypot(...values) || 1;
    return { terms, weights: values.map((w) => w / length) };
  });
}

/** Likeness of one paper to each, 0 to 1: cosine of terms and cosine of entities, joined. */
export function likeness({ papers, text, entities }: Similarity, row: number): Float64Array {
  const byText = scores(text.vectors[row]!, text.postings, papers.length);
  const byEntity = scores(entities.vectors[row]!, entities.postings, papers.length);
  return byText.map((value, i) => (1 - ENTITY_SHARE) * value + ENTITY_SHARE * byEntity[i]!);
}

/** What two vectors share, by its part in their product, the greatest first. */
export function shared(a: Vector, b: Vector): { term: number; part: number }[] {
  const weights = new Map(Array.from(b.terms, (term, i) => [term, b.weights[i]!]));
  return Array.from(a.terms, (term, i) => ({ term, part: a.weights[i]! * (weights.get(term) ?? 0) }))
    .filter(({ part }) => part > 0)
    .sort((x, y) => y.part - x.part || x.term - y.term);
}
