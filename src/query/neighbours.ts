import { z } from 'zod';
import { EDGE_KINDS } from '../graph.ts';
import type { KnowledgeGraph } from '../graph.ts';
import { kindOf, labelOf, named, ranked } from './access.ts';
import { behind } from './links.ts';
import { page, paging, someOf } from './params.ts';
import { findNode } from './reference.ts';
import { edgeKind, evidence, nodeId, nodeKind, role } from './shapes.ts';
import { query } from './types.ts';

const edge = z.strictObject({
  id: nodeId.describe('the other end'),
  label: z.string(),
  is: nodeKind,
  kind: edgeKind,
  direction: z.enum(['out', 'in']),
  weight: z.number(),
  role: role.optional(),
  why: z.array(z.string()).optional(),
  evidence,
});

export default query({
  id: 'neighbours',
  summary: 'What a node is linked to: each edge with its kind, direction, other end and sentences.',
  params: z.strictObject({
    node: z.string().describe('the node: an id, a title, a label or an alias'),
    kind: someOf(EDGE_KINDS).optional().describe('only edges of these kinds, with commas between them'),
    ...paging(50),
  }),
  item: edge,
  given: ['node'],
  example: { node: 'NODE', kind: 'proposes,uses' },
  tables: [{ columns: ['kind', 'direction', 'label', 'id'], below: ['why', 'sentence'] }],
  run(graph, { node, kind, ...paging }) {
    const id = findNode(graph, node);
    const edges = graph.filterEdges(id, (_, edge) => !kind || kind.includes(edge.kind));
    const weight = (key: string): number => graph.getEdgeAttribute(key, 'weight');
    ranked(edges, weight, (key) => key).sort((a, b) => place(graph, a) - place(graph, b));
    return page(edges, paging, (key) => link(graph, id, key));
  },
});

const place = (graph: KnowledgeGraph, key: string): number => EDGE_KINDS.indexOf(graph.getEdgeAttribute(key, 'kind'));

function link(graph: KnowledgeGraph, from: string, key: string): z.output<typeof edge> {
  const { kind, weight, role, why } = graph.getEdgeAttributes(key);
  const id = graph.opposite(from, key);
  return {
    id,
    label: labelOf(graph, id),
    is: kindOf(graph, id),
    kind,
    direction: graph.source(key) === from ? 'out' : 'in',
    weight,
    ...(role && { role }),
    ...(why && { why: named(graph, why) }),
    evidence: behind(graph, key),
  };
}
