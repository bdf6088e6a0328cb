/** The map's columns from a file of columns: numbers as they stand there, texts when they are asked for. */
import type { ColumnGraph } from '../src/columns/open.ts';
import { createGraph, EDGE_KINDS, edgeKey, NODE_KINDS, type KnowledgeGraph } from '../src/graph.ts';
import { inHundredths } from '../src/columns/codec.ts';
import { monthOf, partsOf } from '../src/columns/outline.ts';
import { adjacency, forEachLink, PAPER, RESULT, type Model } from './model.ts';

export function modelOfColumns(columns: ColumnGraph): Model {
  const n = columns.nodeCount;
  const kind = Uint8Array.from({ length: n }, (_, i) => NODE_KINDS.indexOf(columns.kind(i)));
  const target = Uint32Array.from(columns.target);
  const model: Model = {
    count: n,
    id: remembered((node) => columns.id(node)),
    row: (id) => columns.row(id),
    label: remembered((node) => columns.label(node)),
    kind,
    community: Int32Array.from(columns.community, (one) => one - 1),
    x: Float32Array.from(columns.x),
    y: Float32Array.from(columns.y),
    links: Uint32Array.from({ length: n }, (_, i) => (kind[i] === PAPER || kind[i] === RESULT ? columns.degree[i]! : columns.papers(i))),
    month: Int32Array.from({ length: n }, (_, i) => monthOf(columns.date(i))),
    betweenness: Uint8Array.from(columns.betweenness, partsOf),
    upvotes: Uint32Array.from({ length: n }, (_, i) => columns.upvotes(i) ?? 0),
    source: columns.source,
    target,
    edgeKind: Uint8Array.from({ length: columns.edgeCount }, (_, e) => EDGE_KINDS.indexOf(columns.edgeKind(e))),
    weight: Float32Array.from(columns.weight),
    said: Uint16Array.from(columns.evidence),
    confidence: Uint8Array.from({ length: columns.edgeCount }, (_, e) => inHundredths(columns.confidence(e))),
    ...adjacency(n, columns.source, target),
    communities: columns.communities,
    rest: () => null,
    node: (node) => columns.node(node),
    around: (id) => around(columns, model, id),
  };
  return model;
}

/** A function of a row that works each out once. */
export const remembered = (of: (row: number) => string): ((row: number) => string) => {
  const known = new Map<number, string>();
  return (row) => {
    let text = known.get(row);
    if (text === undefined) known.set(row, (text = of(row)));
    return text;
  };
};

/**
 * A node with its links, what they lead to, the papers whose sentences they rest on, and a paper's results with theirs; for the
 * key of an edge, the edge with its ends.
 */
export function around(columns: ColumnGraph, model: Model, id: string): KnowledgeGraph {
  const graph = createGraph();
  graph.setAttribute('communities', [...columns.communities]);
  const node = (row: number): string => {
    const key = model.id(row);
    if (!graph.hasNode(key)) graph.addNode(key, columns.node(row));
    return key;
  };
  const edge = (row: number): void => {
    const [source, target] = [node(model.source[row]!), node(model.target[row]!)];
    const key = edgeKey(columns.edgeKind(row), source, target);
    if (graph.hasEdge(key)) return;
    const attributes = columns.edge(row);
    graph.addEdgeWithKey(key, source, target, attributes);
    for (const { paper } of attributes.evidence) if (!graph.hasNode(paper)) node(model.row(paper));
  };
  const [source, kind, target] = id.split(' ');
  const from = model.row(source!);
  if (from < 0) return graph;
  if (target !== undefined) {
    forEachLink(model, from, (row, other) => {
      if (columns.edgeKind(row) === kind && model.source[row] === from && model.id(other) === target) edge(row);
    });
    return graph;
  }
  node(from);
  forEachLink(model, from, (row, other) => {
    edge(row);
    if (model.kind[other] === RESULT) forEachLink(model, other, edge);
  });
  return graph;
}
