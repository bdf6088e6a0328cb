import { z } from 'zod';
import { EDGE_KINDS } from '../graph.ts';
import { labelOf, named } from './access.ts';
import { behind, namedNodeOf } from './links.ts';
import { page, paging, someOf } from './params.ts';
import { findNode } from './reference.ts';
import { edgeKind, evidence, namedNode, role } from './shapes.ts';
import { query } from './types.ts';

const edge = z.strictObject({
  edge: z.string().describe('key of the edge'),
  from: namedNode,
  kind: edgeKind,
  to: namedNode,
  weight: z.number(),
  role: role.optional(),
  why: z.array(z.string()).optional().describe('what the edge rests on, where no text says it'),
  evidence,
});

const node = (end: string) => z.string().describe(`${end}: an id, a title, a label or an alias`);

export default query({
  id: 'evidence',
  summary: 'The sentences behind the edges between two nodes, in both directions.',
  params: z.strictObject({
    from: node('one end of the edge'),
    to: node('the other end'),
    kind: someOf(EDGE_KINDS).optional().describe('only edges of these kinds, with commas between them'),
    ...paging(20),
  }),
  item: edge,
  given: ['from', 'to'],
  example: { from: 'PAPER', to: 'TECHNIQUE' },
  tables: [
    {
      columns: ['from', 'kind', 'to', 'role'],
      below: ['why', 'sentence'],
      rows: (item) => item.evidence.map((quote) => ({ ...item, evidence: [quote] })),
    },
  ],
  run(graph, { from, to, kind, ...paging }) {
    const [a, b] = [findNode(graph, from), findNode(graph, to)];
    const keys = graph.edges(a, b).filter((key) => !kind || kind.includes(graph.getEdgeAttribute(key, 'kind')));
    const found = page(
      keys.sort((x, y) => (x < y ? -1 : 1)),
      paging,
      (key) => {
        const { kind, weight, role, why } = graph.getEdgeAttributes(key);
        const [source, target] = graph.extremities(key);
        return {
          edge: key,
          from: namedNodeOf(graph, source),
          kind,
          to: namedNodeOf(graph, target),
          weight,
          ...(role && { role }),
          ...(why && { why: named(graph, why) }),
          evidence: behind(graph, key),
        };
      },
    );
    if (keys.length) return found;
    const kinds = kind ? ` of this kind` : '';
    return {
      ...found,
      notes: [
        `No edge${kinds} joins ${labelOf(graph, a)} and ${labelOf(graph, b)} directly: the query "path" finds what lies between them.`,
      ],
    };
  },
});
