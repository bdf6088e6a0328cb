import { z } from 'zod';
import type { EdgeKind, KnowledgeGraph } from '../graph.ts';
import { ENTITY_TYPES } from '../model.ts';
import { entityAt, isEntity, kindOf, labelOf, named, paperAt, quote, quotes, ranked } from './access.ts';
import { findNode } from './reference.ts';
import { resultItem } from './result-item.ts';
import { query } from './types.ts';
import type { Item, Quote } from './types.ts';

const RELATED = 10;

export default query({
  id: 'paper',
  summary: 'One paper in full: its entities by type with their sentences, results, claims and related papers.',
  params: z.strictObject({ paper: z.string().describe('the paper: a node id, the id its source gives it, or its title') }),
  example: { paper: 'PAPER' },
  tables: [
    { columns: ['id', 'title', 'date', 'community'] },
    { title: 'entities', columns: ['type', 'label', 'role', 'sentence'], rows: (item) => (item['entities'] as Named[]).map(firstSentence) },
    {
      title: 'results',
      columns: ['value', 'metric', 'direction', 'baseline', 'dataset', 'hardware'],
      rows: (item) => item['results'] as Item[],
    },
    { title: 'claims', columns: ['kind', 'label', 'sentence'], rows: (item) => (item['claims'] as Claimed[]).map(firstSentence) },
    { title: 'related', columns: ['weight', 'id', 'title', 'why'], rows: (item) => item['related'] as Item[] },
  ],
  run(graph, { paper }) {
    const id = findNode(graph, paper, ['paper']);
    const { kind: _, sentences: _sentences, claims: _claims, label: _label, community, ...rest } = paperAt(graph, id);
    const cluster = graph.getAttribute('communities').find((each) => each.id === community);
    return {
      items: [
        {
          id,
          ...rest,
          community: cluster ? { id: cluster.id, label: cluster.label } : null,
          entities: entities(graph, id),
          results: results(graph, id),
          claims: claims(graph, id),
          related: related(graph, id),
        },
      ],
      total: 1,
    };
  },
});

type Named = Item & { evidence: Quote[] };
type Claimed = Item & { evidence: Quote[] };
const firstSentence = (item: { evidence: Quote[] }): object => ({ ...item, sentence: item.evidence[0]?.sentence ?? '' });

const CLAIM_KINDS: readonly EdgeKind[] = ['outperforms', 'matches'];
const inOrder = (order: readonly string[], of: (item: Item) => string) => (a: Item, b: Item) =>
  order.indexOf(of(a)) - order.indexOf(of(b)) || (a.id! < b.id! ? -1 : 1);

/** By type, techniques first, then by role in the order of the vocabulary. */
function entities(graph: KnowledgeGraph, paper: string): Item[] {
  const items = graph.mapOutEdges(paper, (_, edge, _source, target): Item | undefined => {
    const type = kindOf(graph, target);
    if (!isEntity(type) || CLAIM_KINDS.includes(edge.kind)) return undefined;
    const { label, papers } = entityAt(graph, target);
    return {
      id: target,
      type,
      label,
      ...(edge.role && { role: edge.role }),
      relation: edge.kind,
      papers,
      evidence: quotes(graph, edge.evidence),
    };
  });
  const roles = ['proposed', 'used', 'baseline', 'mentioned'];
  return items
    .filter((item) => item !== undefined)
    .sort(inOrder(roles, (item) => String(item['role'])))
    .sort((a, b) => ENTITY_TYPES.indexOf(a['type'] as never) - ENTITY_TYPES.indexOf(b['type'] as never));
}

/** In the order in which the text claims them. */
const results = (graph: KnowledgeGraph, paper: string): Item[] =>
  graph
    .filterOutNeighbors(paper, (_, node) => node.kind === 'result')
    .map((id) => resultItem(graph, id))
    .sort((a, b) => (a['evidence'] as Quote[])[0]!.start - (b['evidence'] as Quote[])[0]!.start || (a.id! < b.id! ? -1 : 1));

/** Claims without a figure: on the paper itself where they name no baseline, else edges to the technique. */
function claims(graph: KnowledgeGraph, paper: string): Item[] {
  const own = paperAt(graph, paper).claims.map(({ kind, dataset, span }): Item => ({
    kind,
    dataset,
    evidence: [quote(graph, { paper, ...span })],
  }));
  const subjects = [
    paper,
    ...graph.filterOutNeighbors(paper, (id) => graph.outEdges(paper, id).some((key) => graph.getEdgeAttribute(key, 'kind') === 'proposes')),
  ];
  const compared = subjects.flatMap((subject) =>
    graph.mapOutEdges(subject, (_, edge, _source, target): Item | undefined => {
      const here = edge.evidence.filter((each) => each.paper === paper);
      if (!CLAIM_KINDS.includes(edge.kind) || !here.length) return undefined;
      return { id: target, kind: edge.kind, label: labelOf(graph, target), by: labelOf(graph, subject), evidence: quotes(graph, here) };
    }),
  );
  const key = (item: Item): string =>
    `${(item['evidence'] as Quote[])[0]!.start.toString().padStart(8, '0')} ${item.id ?? ''} ${String(item['by'])}`;
  return [...own, ...compared.filter((item) => item !== undefined)].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** As the graph has them; the query "related" ranks them all. */
function related(graph: KnowledgeGraph, paper: string): Item[] {
  const items = graph
    .filterEdges(paper, (_, edge) => edge.kind === 'related_to')
    .map((key): Item & { id: string; weight: number } => {
      const id = graph.opposite(paper, key);
      const { weight, why } = graph.getEdgeAttributes(key);
      return { id, title: paperAt(graph, id).title, weight, why: named(graph, why) };
    });
  return ranked(items, (item) => item.weight, (item) => item.id).slice(0, RELATED); // prettier-ignore
}
