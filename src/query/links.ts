import type { EdgeAttributes, EdgeKind, KnowledgeGraph } from '../graph.ts';
import { entityAt, idsOf, kindOf, labelOf, paperAt, quote, quotes } from './access.ts';
import { perGraph } from './cache.ts';
import type { NamedNode, Quote } from './shapes.ts';

const inOrder = (ids: Iterable<string>): string[] => [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1));

/** Where edges of some kinds lead from a node, in code-unit order. */
export const targetsOf = (graph: KnowledgeGraph, id: string, ...kinds: EdgeKind[]): string[] =>
  inOrder(graph.filterOutEdges(id, (_, { kind }) => kinds.includes(kind)).map((key) => graph.target(key)));

/** Where edges of some kinds come to a node from, in code-unit order. */
export const sourcesOf = (graph: KnowledgeGraph, id: string, ...kinds: EdgeKind[]): string[] =>
  inOrder(graph.filterInEdges(id, (_, { kind }) => kinds.includes(kind)).map((key) => graph.source(key)));

/** What a paper proposes: what its title names first, then by how often it is named. */
export function proposalsOf(graph: KnowledgeGraph, paper: string): { id: string; inTitle: boolean }[] {
  const found = targetsOf(graph, paper, 'proposes').map((id) => {
    const { evidence } = edgeFrom(graph, paper, id, ['proposes'])!;
    return { id, inTitle: evidence.some(({ sentence }) => sentence === 0), places: evidence.length };
  });
  return found.sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.places - a.places || (a.id < b.id ? -1 : 1));
}

/** The edge of one of some kinds that leads from one node to another, the first kind first. */
export function edgeFrom(graph: KnowledgeGraph, from: string, to: string, kinds: readonly EdgeKind[]): EdgeAttributes | undefined {
  const edges = graph.outEdges(from, to).map((key) => graph.getEdgeAttributes(key));
  return edges.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))[0];
}

export const namedNodeOf = (graph: KnowledgeGraph, id: string): NamedNode => ({ id, label: labelOf(graph, id), kind: kindOf(graph, id) });

/** What papers say of an entity, in the order in which it matters. */
export const NAMES_IT: readonly EdgeKind[] = [
  'proposes', 'uses', 'compares_with', 'mentions', 'evaluated_on', 'targets', 'measures', 'addresses',
]; // prettier-ignore

/** The papers that name each entity, in code-unit order. */
export const papersNaming = perGraph((graph) => {
  const papers = new Map<string, string[]>();
  for (const paper of idsOf(graph, (kind) => kind === 'paper'))
    for (const entity of targetsOf(graph, paper, ...NAMES_IT)) {
      const known = papers.get(entity);
      if (known) known.push(paper);
      else papers.set(entity, [paper]);
    }
  return papers;
});

/** Where a paper first names an entity. */
export const firstQuote = (graph: KnowledgeGraph, paper: string, entity: string): Quote[] =>
  (edgeFrom(graph, paper, entity, NAMES_IT)?.evidence ?? []).slice(0, 1).map((each) => quote(graph, each));

/** The paper that names an entity first, as far as dates are known, and where. */
export function firstNamed(graph: KnowledgeGraph, entity: string): Quote[] {
  const papers = [...(papersNaming(graph).get(entity) ?? [])];
  const number = (id: string): number => {
    const { year = 1e5, month = 0, day = 0 } = paperAt(graph, id).date ?? {};
    return year * 1e4 + month * 100 + day;
  };
  const [first] = papers.sort((a, b) => number(a) - number(b) || (a < b ? -1 : 1));
  return first === undefined ? [] : firstQuote(graph, first, entity);
}

/**
 * The sentences behind an edge. One that no text says rests on what its ends share (related papers) or on where its ends are
 * named (versions of one technique).
 */
export function behind(graph: KnowledgeGraph, key: string): Quote[] {
  const { kind, evidence, why = [] } = graph.getEdgeAttributes(key);
  const [from, to] = graph.extremities(key);
  if (evidence.length) return quotes(graph, evidence);
  if (kind === 'related_to')
    return distinct(why.filter((id) => graph.hasNode(id)).flatMap((id) => [from, to].flatMap((paper) => firstQuote(graph, paper, id))));
  return [from, to].flatMap((id) => ('papers' in entityAt(graph, id) ? firstNamed(graph, id) : []));
}

/** Each sentence once. */
export const distinct = (quotes: readonly Quote[]): Quote[] => [
  ...new Map(quotes.map((each) => [`${each.paper} ${each.sentence}`, each] as const)).values(),
];
