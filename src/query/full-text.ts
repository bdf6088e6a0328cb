import MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { KnowledgeGraph, NodeKind } from '../graph.ts';
import { entityAt, idsOf, isEntity, labelOf, paperAt, ranked } from './access.ts';
import { perGraph } from './cache.ts';

interface Entry {
  id: string;
  kind: NodeKind;
  label: string;
  aliases: string;
  abstract: string;
}

/** Full text over labels, titles, aliases and abstracts. Results have no name of their own: their papers are found. */
export const fullText = perGraph((graph: KnowledgeGraph): MiniSearch<Entry> => {
  const index = new MiniSearch<Entry>({ fields: ['label', 'aliases', 'abstract'], storeFields: ['kind'] });
  const ids = idsOf(graph, (kind) => kind !== 'result');
  index.addAll(
    ids.map((id) => {
      const kind = graph.getNodeAttribute(id, 'kind');
      return {
        id,
        kind,
        label: labelOf(graph, id),
        aliases: isEntity(kind) ? entityAt(graph, id).aliases.join('\n') : '',
        abstract: kind === 'paper' ? paperAt(graph, id).abstract : '',
      };
    }),
  );
  return index;
});

export interface Hit {
  id: string;
  score: number;
  /** Words of the index that were hit, with the fields they stand in. */
  match: { [word: string]: string[] };
}

/** Longest words first need not be fuzzy: a typo in a word of four letters or less makes another word. */
const fuzzy = (word: string): number => (word.length > 7 ? 2 : word.length > 4 ? 1 : 0);

/** Nodes by relevance, typos and beginnings of words allowed. */
export function lookUp(graph: KnowledgeGraph, text: string, kinds?: readonly NodeKind[]): Hit[] {
  const options = { prefix: true, fuzzy, boost: { label: 4, aliases: 3 } };
  const filter = kinds ? (hit: SearchResult) => kinds.includes(hit['kind'] as NodeKind) : () => true;
  const index = fullText(graph);
  const all = index.search(text, { ...options, combineWith: 'AND', filter });
  const hits = all.length ? all : index.search(text, { ...options, filter });
  const rounded = hits.map(({ id, score, match }) => ({ id: id as string, score: Math.round(score * 1000) / 1000, match }));
  return ranked(rounded, (hit) => hit.score, (hit) => hit.id); // prettier-ignore
}

/** Ids of the few nodes whose names are nearest to a name that nothing bears. */
export const nearest = (graph: KnowledgeGraph, name: string, kinds: readonly NodeKind[]): string[] =>
  lookUp(graph, name, kinds)
    .slice(0, 5)
    .map((hit) => hit.id);
