import type { EdgeAttributes, KnowledgeGraph } from '../../graph.ts';
import type { Field } from './field.ts';
import { list, nameOf, placeOf, quotes } from '../text.ts';

export interface EdgeItem {
  graph: KnowledgeGraph;
  edge: EdgeAttributes;
}

/** All that an edge says, but for its ends and weight. */
export const EDGE_FIELDS: readonly Field<EdgeItem>[] = [
  { id: 'kind', type: 'string', of: ({ edge }) => edge.kind },
  { id: 'role', type: 'string', of: ({ edge }) => edge.role },
  { id: 'confidence', type: 'double', of: ({ edge }) => edge.confidence },
  {
    id: 'why',
    type: 'string',
    of: ({ graph, edge }) => list(edge.why?.map((id) => nameOf(graph, id))),
  },
  { id: 'mentions', type: 'integer', of: ({ edge }) => edge.evidence.length },
  { id: 'evidence', type: 'string', of: ({ graph, edge }) => quotes(graph, edge.evidence) },
  { id: 'evidence_places', type: 'string', of: ({ edge }) => (edge.evidence.length ? list(edge.evidence.map(placeOf)) : undefined) },
];
