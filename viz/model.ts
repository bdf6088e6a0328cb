/**
 * The graph as the map needs it: columns of numbers, a row a node or an edge. Filters, counts, levels of detail and pointing
 * read these; no object is made for a node until it is drawn. Pure.
 */
import {
  EDGE_KINDS,
  edgeKey,
  NODE_KINDS,
  type Community,
  type EdgeKind,
  type KnowledgeGraph,
  type NodeAttributes,
  type NodeKind,
} from '../src/graph.ts';
import { inHundredths } from '../src/columns/codec.ts';
import { monthOf, partsOf } from '../src/columns/outline.ts';

export interface Model {
  /** Number of nodes; their rows are in code-unit order of their ids. */
  count: number;
  id(node: number): string;
  /** The row of an id, or -1. */
  row(id: string): number;
  /** A paper's title, an entity's label, a result's figure with its metric. */
  label(node: number): string;
  /** Index into NODE_KINDS. */
  kind: Uint8Array;
  /** Index into `communities`, -1 for none. */
  community: Int32Array;
  x: Float32Array;
  y: Float32Array;
  /** Entities: number of papers that name them; papers and results: number of edges. */
  links: Uint32Array;
  /** Papers: year * 12 + month - 1; entities: of the first paper; -1 where not known. A year without a month counts as January. */
  month: Int32Array;
  /** In 255 parts of 1. */
  betweenness: Uint8Array;
  /** Of papers; 0 where none are known. */
  upvotes: Uint32Array;
  source: Uint32Array;
  target: Uint32Array;
  /** Index into EDGE_KINDS. */
  edgeKind: Uint8Array;
  weight: Float32Array;
  /** How many times the text says it; 0 for what is not from text. */
  said: Uint16Array;
  /** From a paper to what it names: how sure that is, in hundredths and 1; 0 where that is not known. */
  confidence: Uint8Array;
  /** Edges at node i, either direction: edges[offsets[i] .. offsets[i + 1]). */
  offsets: Uint32Array;
  edges: Uint32Array;
  communities: readonly Community[];
  /** Gets what `node` and `around` tell, where only the outline is there; null where all is. */
  rest(): Promise<void> | null;
  /** All that is known of a node. @throws Error where the rest is not there yet */
  node(node: number): NodeAttributes;
  /** All that is known of a node, and of what it is linked with, as a graph to read. @throws Error where the rest is not there yet */
  around(id: string): KnowledgeGraph;
}

export const kindAt = (model: Model, node: number): NodeKind => NODE_KINDS[model.kind[node]!]!;
export const edgeKindAt = (model: Model, edge: number): EdgeKind => EDGE_KINDS[model.edgeKind[edge]!]!;
export const PAPER = NODE_KINDS.indexOf('paper');
export const RESULT = NODE_KINDS.indexOf('result');
const KIND_INDEX = new Map<string, number>(NODE_KINDS.map((kind, i) => [kind, i]));
const EDGE_INDEX = new Map<string, number>(EDGE_KINDS.map((kind, i) => [kind, i]));

/** The node at the other end of an edge. */
export const opposite = ({ source, target }: Model, edge: number, node: number): number =>
  source[edge] === node ? target[edge]! : source[edge]!;

/** The key of an edge in the graph. */
export const keyOf = (model: Model, edge: number): string =>
  edgeKey(edgeKindAt(model, edge), model.id(model.source[edge]!), model.id(model.target[edge]!));

/** The edge with a key, or -1. */
export function edgeOf(model: Model, key: string): number {
  const [source, kind, target, more] = key.split(' ');
  const from = model.row(source ?? '');
  const to = model.row(target ?? '');
  const is = EDGE_INDEX.get(kind ?? '');
  if (from < 0 || to < 0 || is === undefined || more !== undefined) return -1;
  for (let at = model.offsets[from]!; at < model.offsets[from + 1]!; at++) {
    const edge = model.edges[at]!;
    if (model.source[edge] === from && model.target[edge] === to && model.edgeKind[edge] === is) return edge;
  }
  return -1;
}

/** Calls with each edge at a node and the node at its other end. */
export function forEachLink(model: Model, node: number, each: (edge: number, other: number) => void): void {
  for (let at = model.offsets[node]!; at < model.offsets[node + 1]!; at++) {
    const edge = model.edges[at]!;
    each(edge, opposite(model, edge, node));
  }
}

/** Adjacency of edges as compressed sparse rows. */
export function adjacency(nodes: number, source: Uint32Array, target: Uint32Array): { offsets: Uint32Array; edges: Uint32Array } {
  const offsets = new Uint32Array(nodes + 1);
  const ends = (edge: number): [number, number] => [source[edge]!, target[edge]!];
  for (let edge = 0; edge < source.length; edge++) {
    const [a, b] = ends(edge);
    offsets[a + 1]!++;
    if (a !== b) offsets[b + 1]!++;
  }
  for (let i = 0; i < nodes; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, nodes);
  const edges = new Uint32Array(offsets[nodes]!);
  for (let edge = 0; edge < source.length; edge++) {
    const [a, b] = ends(edge);
    edges[next[a]!++] = edge;
    if (a !== b) edges[next[b]!++] = edge;
  }
  return { offsets, edges };
}

/** Least and greatest x and y; room about it where all stand on one spot or line. */
export function boundsOf({ x, y }: Model): { x: [number, number]; y: [number, number] } {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++)
    [x0, y0, x1, y1] = [Math.min(x0, x[i]!), Math.min(y0, y[i]!), Math.max(x1, x[i]!), Math.max(y1, y[i]!)];
  return x0 < x1 && y0 < y1
    ? { x: [x0, x1], y: [y0, y1] }
    : { x: [(x[0] ?? 0) - 1, (x[0] ?? 0) + 1], y: [(y[0] ?? 0) - 1, (y[0] ?? 0) + 1] };
}

/** Columns of a graph. */
export function modelOf(graph: KnowledgeGraph): Model {
  const ids = graph.nodes().sort((a, b) => (a < b ? -1 : 1));
  const rows = new Map(ids.map((id, i) => [id, i]));
  const communities = graph.getAttribute('communities');
  const communityRow = new Map(communities.map(({ id }, i) => [id, i]));
  const n = ids.length;
  const model = {
    count: n,
    id: (node: number) => ids[node]!,
    row: (id: string) => rows.get(id) ?? -1,
    label(node: number): string {
      const attributes = graph.getNodeAttributes(ids[node]!);
      return attributes.kind === 'paper' ? attributes.title : attributes.label;
    },
    rest: () => null,
    node: (node: number) => graph.getNodeAttributes(ids[node]!),
    around: () => graph,
    communities,
    kind: new Uint8Array(n),
    community: new Int32Array(n).fill(-1),
    x: new Float32Array(n),
    y: new Float32Array(n),
    links: new Uint32Array(n),
    month: new Int32Array(n).fill(-1),
    betweenness: new Uint8Array(n),
    upvotes: new Uint32Array(n),
    source: new Uint32Array(graph.size),
    target: new Uint32Array(graph.size),
    edgeKind: new Uint8Array(graph.size),
    weight: new Float32Array(graph.size),
    said: new Uint16Array(graph.size),
    confidence: new Uint8Array(graph.size),
  };
  graph.forEachNode((id, node) => {
    const i = rows.get(id)!;
    model.kind[i] = KIND_INDEX.get(node.kind) ?? 0;
    model.community[i] = node.community === null ? -1 : (communityRow.get(node.community) ?? -1);
    model.x[i] = node.x;
    model.y[i] = node.y;
    model.links[i] = node.kind === 'paper' || node.kind === 'result' ? node.degree : node.papers;
    model.betweenness[i] = partsOf(node.betweenness);
    if (node.kind === 'paper') model.upvotes[i] = node.upvotes ?? 0;
    if (node.kind === 'paper') model.month[i] = monthOf(node.date);
    else if (node.kind !== 'result') model.month[i] = monthOf(node.firstSeen);
  });
  let edge = 0;
  graph.forEachEdge((_key, { kind, weight, evidence, confidence }, source, target) => {
    model.source[edge] = rows.get(source)!;
    model.target[edge] = rows.get(target)!;
    model.edgeKind[edge] = EDGE_INDEX.get(kind) ?? 0;
    model.weight[edge] = weight;
    model.confidence[edge] = inHundredths(confidence);
    model.said[edge++] = evidence.length;
  });
  return { ...model, ...adjacency(n, model.source, model.target) };
}
