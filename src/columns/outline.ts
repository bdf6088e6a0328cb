/**
 * What a map of a large graph needs before anything is read: where nodes lie, what they are called, and which are linked. A quarter of
 * the graph in columns, and of the same rows, so that the rest may come later.
 */
import { integers, startsOf, type Arrays, type Column } from './arrays.ts';
import { inHundredths } from './codec.ts';
import { DAMAGED, openArrays, writeArrays } from './file.ts';
import { textArrays, Texts } from './texts.ts';
import { EDGE_KINDS, GraphFormatError, NODE_KINDS } from '../graph.ts';
import type { Community, KnowledgeGraph, NodeAttributes } from '../graph.ts';
import type { PartialDate } from '../model.ts';

const FORMAT = 'claimgraph-outline';
const VERSION = 2;
/** Steps from one side of the map to the other: on the closest look still a fraction of a pixel each. */
const STEPS = 2 ** 20 - 1;
/** Weights are kept to so small a part. */
const FINE = 128;

interface Meta {
  format: typeof FORMAT;
  version: number;
  nodes: number;
  communities: Community[];
  /** Least and greatest x and y. */
  bounds: { x: [number, number]; y: [number, number] };
}

/** Rows are those of `ColumnGraph`: nodes by id, edges by source and key. */
export interface Outline {
  count: number;
  communities: readonly Community[];
  id(node: number): string;
  label(node: number): string;
  /** Index into NODE_KINDS. */
  kind: Uint8Array;
  /** Index into `communities`, -1 for none. */
  community: Int32Array;
  x: Float32Array;
  y: Float32Array;
  /** Entities: number of papers that name them; papers and results: number of edges. */
  links: Uint32Array;
  /** See `monthOf`. */
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
  /** How many places in the texts each edge rests on. */
  said: Uint16Array;
  /** `EdgeAttributes.confidence` in hundredths, and 1; 0 where there is none. */
  confidence: Uint8Array;
}

/** Months since the year 0; -1 where not even the year is known. A year without a month counts as January. */
export const monthOf = (date: PartialDate | undefined): number => (date?.year === undefined ? -1 : date.year * 12 + (date.month ?? 1) - 1);

/** A share of one in 255 parts. */
export const partsOf = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 255);

const linksOf = (node: NodeAttributes): number => (node.kind === 'paper' || node.kind === 'result' ? node.degree : node.papers);
const dateOf = (node: NodeAttributes): PartialDate | undefined =>
  node.kind === 'paper' ? node.date : node.kind === 'result' ? undefined : node.firstSeen;

/** The outline of a graph, piece by piece. */
export function* writeOutline(graph: KnowledgeGraph): Generator<Uint8Array> {
  const { communities } = graph.getAttributes();
  const ids = graph.nodes().sort();
  const row = new Map(ids.map((id, i) => [id, i]));
  const nodes = ids.map((id) => graph.getNodeAttributes(id));
  const labels = nodes.map((node) => (node.kind === 'paper' ? node.title : node.label));
  const listed = new Map(communities.map(({ id }, i) => [id, i + 1]));
  const bounds = { x: boundsOf(nodes.map(({ x }) => x)), y: boundsOf(nodes.map(({ y }) => y)) };
  const keys = ids.map((id) => graph.outEdges(id).sort());
  const edges = keys.flat().map((key) => ({ target: row.get(graph.target(key))!, ...graph.getEdgeAttributes(key) }));
  const columns: { [name: string]: number[] } = {
    kind: nodes.map(({ kind }) => NODE_KINDS.indexOf(kind)),
    community: nodes.map(({ community }) => (community === null ? 0 : (listed.get(community) ?? 0))),
    x: nodes.map(({ x }) => stepOf(x, bounds.x)),
    y: nodes.map(({ y }) => stepOf(y, bounds.y)),
    links: nodes.map(linksOf),
    month: nodes.map((node) => monthOf(dateOf(node)) + 1),
    betweenness: nodes.map(({ betweenness }) => partsOf(betweenness)),
    upvotes: nodes.map((node) => (node.kind === 'paper' ? (node.upvotes ?? 0) : 0)),
    out: keys.map(({ length }) => length),
    target: edges.map(({ target }) => target),
    edgeKind: edges.map(({ kind }) => EDGE_KINDS.indexOf(kind)),
    weight: edges.map(({ weight }) => Math.round(Math.max(0, weight) * FINE)),
    said: edges.map(({ evidence }) => Math.min(evidence.length, 0xffff)),
    confidence: edges.map(({ confidence }) => inHundredths(confidence)),
  };
  const arrays = new Map<string, Column>(Object.entries(columns).map(([name, values]) => [name, integers(values)]));
  for (const [name, array] of textArrays([...ids, ...labels])) arrays.set(name, array);
  yield* writeArrays({ format: FORMAT, version: VERSION, nodes: ids.length, communities, bounds } satisfies Meta, arrays);
}

/**
 * Opens what `writeOutline` wrote.
 * @throws GraphFormatError when it is something else, cut short, or of another version
 */
export function openOutline(bytes: Uint8Array | ArrayBuffer): Outline {
  const { meta, arrays } = openArrays(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
  const { format, version, nodes = 0, communities = [], bounds } = (meta ?? {}) as Partial<Meta>;
  if (format !== FORMAT || version !== VERSION || !bounds) throw new GraphFormatError(DAMAGED);
  const texts = new Texts(arrays);
  const starts = startsOf(columnOf(arrays, 'out', nodes));
  const count = starts[nodes]!;
  const source = new Uint32Array(count);
  for (let n = 0; n < nodes; n++) source.fill(n, starts[n], starts[n + 1]);
  const node = (name: string) => columnOf(arrays, name, nodes);
  const edge = (name: string) => columnOf(arrays, name, count);
  const place = (name: 'x' | 'y'): Float32Array => {
    const [least, most] = bounds[name];
    return Float32Array.from(node(name), (step) => least + (step / STEPS) * (most - least));
  };
  return {
    count: nodes,
    communities,
    id: (row) => texts.at(row + 1),
    label: (row) => texts.at(nodes + row + 1),
    kind: Uint8Array.from(node('kind')),
    community: Int32Array.from(node('community'), (one) => one - 1),
    x: place('x'),
    y: place('y'),
    links: Uint32Array.from(node('links')),
    month: Int32Array.from(node('month'), (one) => one - 1),
    betweenness: Uint8Array.from(node('betweenness')),
    upvotes: Uint32Array.from(node('upvotes')),
    source,
    target: Uint32Array.from(edge('target')),
    edgeKind: Uint8Array.from(edge('edgeKind')),
    weight: Float32Array.from(edge('weight'), (parts) => parts / FINE),
    said: Uint16Array.from(edge('said')),
    confidence: Uint8Array.from(edge('confidence')),
  };
}

/** Whether bytes begin as an outline does. */
export const isOutline = (bytes: ArrayBuffer): boolean => new TextDecoder().decode(bytes.slice(0, 200)).includes(`"${FORMAT}"`);

function columnOf(arrays: Arrays, name: string, length: number): Column {
  const array = arrays.get(name);
  if (array?.length !== length) throw new GraphFormatError(DAMAGED);
  return array;
}

function boundsOf(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return least <= most ? [least, most] : [0, 0];
}

const stepOf = (value: number, [least, most]: [number, number]): number =>
  most > least ? Math.round(((value - least) / (most - least)) * STEPS) : 0;
