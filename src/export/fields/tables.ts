/** The graph as tables, for formats of rows and columns. */
import type { Evidence, KnowledgeGraph, PaperNode, ResultNode } from '../../graph.ts';
import { communitiesOf } from '../look.ts';
import { edgesOf, nodesOf, type EdgeEntry } from '../order.ts';
import { dateText, quote } from '../text.ts';
import { wholeOf } from '../whole.ts';
import { DRAWN_NODE_FIELDS, WEIGHED_EDGE_FIELDS } from './drawn.ts';
import type { EdgeItem } from './edge-fields.ts';
import type { Field } from './field.ts';
import type { NodeItem } from './node-fields.ts';

export interface Table<T> {
  fields: readonly Field<T>[];
  rows(graph: KnowledgeGraph): Iterable<T>;
}

type NodeRow = NodeItem & { id: string };

/** Every node with all that is known of it. */
export const NODES: Table<NodeRow> = {
  fields: [{ id: 'id', type: 'string', of: ({ id }) => id }, ...DRAWN_NODE_FIELDS],
  *rows(graph) {
    const communities = communitiesOf(graph);
    for (const id of nodesOf(graph)) {
      const node = graph.getNodeAttributes(id);
      yield { id, graph, node, community: communities(node) };
    }
  },
};

type EdgeRow = EdgeItem & EdgeEntry;

/** Every edge with the sentences that it rests on. */
export const EDGES: Table<EdgeRow> = {
  fields: [
    { id: 'source', type: 'string', of: ({ source }) => source },
    { id: 'target', type: 'string', of: ({ target }) => target },
    { id: 'id', type: 'string', of: ({ key }) => key },
    ...WEIGHED_EDGE_FIELDS,
  ],
  *rows(graph) {
    for (const entry of edgesOf(graph)) yield { ...entry, graph };
  },
};

interface ResultRow {
  id: string;
  graph: KnowledgeGraph;
  result: ResultNode;
  paper: PaperNode | undefined;
}

/** Every claimed figure. */
export const RESULTS: Table<ResultRow> = {
  fields: [
    { id: 'paper', type: 'string', of: ({ result }) => result.evidence.paper },
    { id: 'title', type: 'string', of: ({ paper }) => paper?.title },
    { id: 'date', type: 'string', of: ({ paper }) => dateText(paper?.date) },
    { id: 'result', type: 'string', of: ({ id }) => id },
    { id: 'value', type: 'string', of: ({ result }) => result.value },
    { id: 'low', type: 'double', of: ({ result }) => result.quantity?.low },
    { id: 'high', type: 'double', of: ({ result }) => result.quantity?.high },
    { id: 'unit', type: 'string', of: ({ result }) => result.quantity?.unit },
    { id: 'metric', type: 'string', of: ({ result }) => result.metric },
    { id: 'direction', type: 'string', of: ({ result }) => result.direction },
    { id: 'hedge', type: 'string', of: ({ result }) => result.hedge },
    { id: 'baseline', type: 'string', of: ({ result }) => result.baseline },
    { id: 'dataset', type: 'string', of: ({ result }) => result.dataset },
    { id: 'hardware', type: 'string', of: ({ result }) => result.hardware },
    { id: 'sentence', type: 'string', of: ({ graph, result }) => quote(graph, result.evidence) },
  ],
  *rows(graph) {
    const whole = wholeOf(graph);
    for (const id of nodesOf(graph)) {
      const result = graph.getNodeAttributes(id);
      if (result.kind !== 'result') continue;
      const { paper } = result.evidence;
      yield { id, graph, result, paper: whole.hasNode(paper) ? (whole.getNodeAttributes(paper) as PaperNode) : undefined };
    }
  },
};

interface EvidenceRow {
  graph: KnowledgeGraph;
  edge: string;
  evidence: Evidence;
}

/** Every place in a text that an edge rests on. */
export const EVIDENCE: Table<EvidenceRow> = {
  fields: [
    { id: 'edge', type: 'string', of: ({ edge }) => edge },
    { id: 'paper', type: 'string', of: ({ evidence }) => evidence.paper },
    { id: 'sentence', type: 'integer', of: ({ evidence }) => evidence.sentence },
    { id: 'start', type: 'integer', of: ({ evidence }) => evidence.start },
    { id: 'end', type: 'integer', of: ({ evidence }) => evidence.end },
    { id: 'text', type: 'string', of: ({ graph, evidence }) => quote(graph, evidence) },
  ],
  *rows(graph) {
    for (const { key, edge } of edgesOf(graph)) for (const evidence of edge.evidence) yield { graph, edge: key, evidence };
  },
};
