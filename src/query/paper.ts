import { z } from 'zod';
import type { EdgeKind, KnowledgeGraph } from '../graph.ts';
import { CLAIM_KINDS, ENTITY_TYPES, ROLES } from '../model.ts';
import { entityAt, isEntity, kindOf, labelOf, named, paperAt, quote, quotes, ranked } from './access.ts';
import { findNode } from './reference.ts';
import { figures, resultItem } from './result-item.ts';
import { date, edgeKind, evidence, nodeId, result, role } from './shapes.ts';
import type { ResultItem } from './shapes.ts';
import { query } from './types.ts';

const RELATED = 10;

const entity = z.strictObject({
  id: nodeId,
  type: z.enum(ENTITY_TYPES),
  label: z.string(),
  role: role.optional(),
  relation: edgeKind,
  papers: z.int().describe('how many papers name it'),
  evidence,
});
type Entity = z.output<typeof entity>;

const claim = z.strictObject({
  id: nodeId.optional().describe('what is compared with; absent where the claim names none'),
  kind: z.enum(CLAIM_KINDS),
  label: z.string().optional(),
  by: z.string().optional().describe('what is said to be better or as good'),
  dataset: z.string().nullable().optional(),
  evidence,
});
type Claim = z.output<typeof claim>;

const neighbour = z.strictObject({ id: nodeId, title: z.string(), weight: z.number(), why: z.array(z.string()) });

const whole = z.strictObject({
  id: nodeId,
  title: z.string(),
  abstract: z.string(),
  date: date.optional(),
  authors: z.strictObject({ count: z.int(), names: z.array(z.string()).optional() }).optional(),
  upvotes: z.number().optional(),
  url: z.string().optional(),
  links: z.array(z.string()),
  otherIds: z.array(z.string()).optional(),
  source: z.strictObject({ file: z.string(), record: z.int(), line: z.int().optional(), reader: z.string() }).optional(),
  community: z.strictObject({ id: z.string(), label: z.string() }).nullable(),
  entities: z.array(entity),
  results: z.array(result),
  claims: z.array(claim),
  related: z.array(neighbour),
});

export default query({
  id: 'paper',
  summary: 'One paper in full: its entities by type with their sentences, results, claims and related papers.',
  params: z.strictObject({ paper: z.string().describe('the paper: a node id, the id its source gives it, or its title') }),
  item: whole,
  given: ['paper'],
  example: { paper: 'PAPER' },
  tables: [
    { columns: ['title', 'date', 'community'], below: ['id', 'url', 'abstract'] },
    { title: 'entities', columns: ['type', 'label', 'role', 'id'], rows: ({ entities }) => entities },
    { ...figures, title: 'results', rows: ({ results }) => results.flatMap(figures.rows) },
    { title: 'claims', columns: ['by', 'kind', 'label', 'dataset'], rows: ({ claims }) => claims },
    { title: 'related', columns: ['weight', 'title'], below: ['id', 'why'], rows: ({ related }) => related },
  ],
  run(graph, { paper }) {
    const id = findNode(graph, paper, ['paper']);
    const { title, abstract, date, authors, upvotes, url, links, otherIds, source, community } = paperAt(graph, id);
    const cluster = graph.getAttribute('communities').find((each) => each.id === community);
    return {
      items: [
        {
          id,
          title,
          abstract,
          ...(date && { date }),
          ...(authors && { authors }),
          ...(upvotes !== undefined && { upvotes }),
          ...(url && { url }),
          links,
          ...(otherIds && { otherIds }),
          ...(source && { source }),
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

const isComparison = (kind: EdgeKind): kind is 'outperforms' | 'matches' => kind === 'outperforms' || kind === 'matches';

/** By type, techniques first, then by role in the order of the vocabulary. */
function entities(graph: KnowledgeGraph, paper: string): Entity[] {
  const items = graph.mapOutEdges(paper, (_, edge, _source, target): Entity | undefined => {
    const type = kindOf(graph, target);
    if (!isEntity(type) || isComparison(edge.kind)) return undefined;
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
  const place = ({ type, role }: Entity): number => ENTITY_TYPES.indexOf(type) * ROLES.length + (role ? ROLES.indexOf(role) : 0);
  return items.filter((item) => item !== undefined).sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** In the order in which the text claims them. */
const results = (graph: KnowledgeGraph, paper: string): ResultItem[] =>
  graph
    .filterOutNeighbors(paper, (_, node) => node.kind === 'result')
    .map((id) => resultItem(graph, id))
    .sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start || (a.id < b.id ? -1 : 1));

/** Claims without a figure: on the paper itself where they name no baseline, else edges to the technique. */
function claims(graph: KnowledgeGraph, paper: string): Claim[] {
  const own = paperAt(graph, paper).claims.map(({ kind, dataset, span }): Claim => ({
    kind,
    dataset,
    evidence: [quote(graph, { paper, ...span })],
  }));
  const subjects = [
    paper,
    ...graph.filterOutNeighbors(paper, (id) => graph.outEdges(paper, id).some((key) => graph.getEdgeAttribute(key, 'kind') === 'proposes')),
  ];
  const compared = subjects.flatMap((subject) =>
    graph.mapOutEdges(subject, (_, edge, _source, target): Claim | undefined => {
      const here = edge.evidence.filter((each) => each.paper === paper);
      if (!isComparison(edge.kind) || !here.length) return undefined;
      return { id: target, kind: edge.kind, label: labelOf(graph, target), by: labelOf(graph, subject), evidence: quotes(graph, here) };
    }),
  );
  const key = ({ id = '', by = '' }: Claim): string => `${id} ${by}`;
  return [...own, ...compared.filter((item) => item !== undefined)].sort(
    (a, b) => a.evidence[0]!.start - b.evidence[0]!.start || (key(a) < key(b) ? -1 : 1),
  );
}

/** As the graph has them; the query "related" ranks them all. */
function related(graph: KnowledgeGraph, paper: string): z.output<typeof neighbour>[] {
  const items = graph
    .filterEdges(paper, (_, edge) => edge.kind === 'related_to')
    .map((key) => {
      const id = graph.opposite(paper, key);
      const { weight, why } = graph.getEdgeAttributes(key);
      return { id, title: paperAt(graph, id).title, weight, why: named(graph, why) };
    });
  return ranked(items, (item) => item.weight, (item) => item.id).slice(0, RELATED); // prettier-ignore
}
