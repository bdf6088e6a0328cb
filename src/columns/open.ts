import { startsOf, type Arrays, type Column } from './arrays.ts';
import { createGraph, EDGE_KINDS, edgeKey, GraphFormatError, NODE_KINDS } from '../graph.ts';
import type { Community, EdgeAttributes, EdgeKind, KnowledgeGraph, NodeAttributes, NodeKind } from '../graph.ts';
import type { PartialDate } from '../model.ts';
import { hundredths, int, optional, text, type Source } from './codec.ts';
import { DAMAGED, openArrays } from './file.ts';
import { COLUMNS_VERSION, DATE, EDGE, ENTITY, NODE, PAPER, RESULT, type Meta } from './shape.ts';
import { Texts } from './texts.ts';

/**
 * A graph as typed arrays. Node `i` is row i, in the order of the ids; edge `e` is row e, in the order of its source. Numbers are
 * there at once; texts and whole attributes are made when they are asked for.
 */
export class ColumnGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly communities: readonly Community[];
  readonly levels: readonly Community[][];

  readonly x: Column;
  readonly y: Column;
  /** Radius, as layout gives it. */
  readonly size: Column;
  readonly degree: Column;
  readonly betweenness: Column;
  /** 0 for none, i + 1 for `communities[i]`. */
  readonly community: Column;

  /** Rows of the nodes that each edge joins. */
  readonly source: Uint32Array;
  readonly target: Column;
  readonly weight: Column;
  /** How many places in the texts each edge rests on. */
  readonly evidence: Column;

  readonly #kind: Column;
  readonly #edgeKind: Column;
  readonly #id: (row: number) => string;
  readonly #label: (row: number) => string;
  readonly #node: (row: number) => NodeAttributes;
  readonly #date: (row: number) => PartialDate | undefined;
  readonly #papers: (row: number) => number;
  readonly #upvotes: (row: number) => number | undefined;
  readonly #confidence: (row: number) => number | undefined;
  readonly #edge: (row: number) => EdgeAttributes;
  /** Edges from node i: out[i] to out[i + 1]; edges to it: ins[into[i]] to ins[into[i + 1]]. */
  readonly #out: Uint32Array;
  readonly #into: Uint32Array;
  readonly #ins: Uint32Array;

  constructor({ nodes, edges, communities, levels }: Meta, arrays: Arrays) {
    const of = (name: string): Column => {
      const array = arrays.get(name);
      if (array?.length !== (name.startsWith('nodes.') ? nodes : edges)) throw new RangeError(`${name} has not a value a row`);
      return array;
    };
    const source: Source = { texts: new Texts(arrays), arrays };
    this.nodeCount = nodes;
    this.edgeCount = edges;
    this.communities = communities;
    this.levels = levels;
    this.x = of('nodes.x');
    this.y = of('nodes.y');
    this.size = of('nodes.size');
    this.degree = of('nodes.degree');
    this.betweenness = of('nodes.betweenness');
    this.community = of('nodes.community');
    this.target = of('edges.target');
    this.weight = of('edges.weight');
    this.#kind = of('nodes.kind');
    this.#edgeKind = of('edges.kind');
    this.evidence = of('edges.evidence');
    this.#id = text.reader(source, 'nodes.id');
    this.#label = text.reader(source, 'nodes.label');
    const rank = rankOf(this.#kind);
    this.#node = nodeReader(source, rank);
    const [date, firstSeen] = [DATE.reader(source, 'papers.date'), DATE.reader(source, 'entities.firstSeen')];
    const papers = int.reader(source, 'entities.papers');
    this.#date = (row) => (this.#kind[row] === PAPERS ? date(rank[row]!) : this.#kind[row] === RESULTS ? undefined : firstSeen(rank[row]!));
    this.#papers = (row) => (this.#kind[row] === PAPERS || this.#kind[row] === RESULTS ? 0 : papers(rank[row]!));
    const upvotes = optional(int).reader(source, 'papers.upvotes');
    this.#upvotes = (row) => (this.#kind[row] === PAPERS ? upvotes(rank[row]!) : undefined);
    this.#confidence = hundredths.reader(source, 'edges.confidence');
    this.#edge = edgeReader(source);
    this.#out = startsOf(of('nodes.out'));
    this.source = new Uint32Array(edges);
    for (let n = 0; n < nodes; n++) this.source.fill(n, this.#out[n], this.#out[n + 1]);
    const counts = new Uint32Array(nodes);
    for (const n of this.target) counts[n]!++;
    this.#into = startsOf(counts);
    const next = this.#into.slice();
    this.#ins = new Uint32Array(edges);
    for (let e = 0; e < edges; e++) this.#ins[next[this.target[e]!]!++] = e;
  }

  id(node: number): string {
    return this.#id(node);
  }

  label(node: number): string {
    return this.#label(node);
  }

  kind(node: number): NodeKind {
    return NODE_KINDS[this.#kind[node]! - 1]!;
  }

  edgeKind(edge: number): EdgeKind {
    return EDGE_KINDS[this.#edgeKind[edge]! - 1]!;
  }

  /** The row of an id, or -1. */
  row(id: string): number {
    let [from, to] = [0, this.nodeCount];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#id(middle) < id) from = middle + 1;
      else to = middle;
    }
    return from < this.nodeCount && this.#id(from) === id ? from : -1;
  }

  /** Edges from a node: this one up to the next. */
  outEdges(node: number): [from: number, to: number] {
    return [this.#out[node]!, this.#out[node + 1]!];
  }

  /** Edges to a node, in ascending order. */
  inEdges(node: number): Uint32Array {
    return this.#ins.subarray(this.#into[node], this.#into[node + 1]);
  }

  /** When a paper was published, or an entity first seen. */
  date(node: number): PartialDate | undefined {
    return this.#date(node);
  }

  /** Number of papers that name an entity; 0 for papers and results. */
  papers(node: number): number {
    return this.#papers(node);
  }

  /** Of a paper; undefined where the source gives none. */
  upvotes(node: number): number | undefined {
    return this.#upvotes(node);
  }

  /** See `EdgeAttributes.confidence`. */
  confidence(edge: number): number | undefined {
    return this.#confidence(edge);
  }

  /** All that a node says, in the shape that the graph has it. */
  node(node: number): NodeAttributes {
    return this.#node(node);
  }

  /** All that an edge says, its evidence too. */
  edge(edge: number): EdgeAttributes {
    return this.#edge(edge);
  }

  /** The same as a graphology graph. */
  toGraph(): KnowledgeGraph {
    const graph = createGraph();
    graph.updateAttributes((before) => ({ ...before, communities: [...this.communities], levels: [...this.levels] }));
    const ids = Array.from({ length: this.nodeCount }, (_, i) => this.#id(i));
    for (const [i, id] of ids.entries()) graph.addNode(id, this.#node(i));
    for (let e = 0; e < this.edgeCount; e++) {
      const [source, target] = [ids[this.source[e]!]!, ids[this.target[e]!]!];
      graph.addEdgeWithKey(edgeKey(this.edgeKind(e), source, target), source, target, this.#edge(e));
    }
    return graph;
  }
}

/**
 * Opens what `writeColumns` wrote.
 * @throws GraphFormatError when it is something else, cut short, or of another version
 */
export function openColumns(bytes: Uint8Array | ArrayBuffer): ColumnGraph {
  const { meta, arrays } = openArrays(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
  const { format, version } = (meta ?? {}) as Partial<Meta>;
  if (format !== 'claimgraph-columns') throw new GraphFormatError(DAMAGED);
  if (version !== COLUMNS_VERSION)
    throw new GraphFormatError(
      `columns of version ${version}, this version reads ${COLUMNS_VERSION}: export the graph anew with \`claimgraph export columns\``,
    );
  try {
    return new ColumnGraph(meta as Meta, arrays);
  } catch (cause) {
    throw new GraphFormatError(DAMAGED, { cause });
  }
}

/** Whether bytes begin as columns do: the head of the file names its format first. */
export const isColumns = (bytes: ArrayBuffer): boolean => new TextDecoder().decode(bytes.slice(0, 200)).includes('"claimgraph-columns"');

const [PAPERS, RESULTS] = [NODE_KINDS.indexOf('paper') + 1, NODE_KINDS.indexOf('result') + 1];

/** A paper is so many papers after the first; results and entities likewise. */
function rankOf(kind: Column): Uint32Array {
  const rank = new Uint32Array(kind.length);
  let [papers, results, entities] = [0, 0, 0];
  for (const [i, k] of kind.entries()) rank[i] = k === PAPERS ? papers++ : k === RESULTS ? results++ : entities++;
  return rank;
}

function nodeReader(source: Source, rank: Uint32Array): (row: number) => NodeAttributes {
  const placed = NODE.reader(source, 'nodes');
  const paper = PAPER.reader(source, 'papers');
  const entity = ENTITY.reader(source, 'entities');
  const result = RESULT.reader(source, 'results');
  return (row) => {
    const { id: _id, out: _out, kind: own, ...rest } = placed(row);
    const more = own === 'paper' ? paper : own === 'result' ? result : entity;
    return { kind: own, ...rest, ...more(rank[row]!) } as NodeAttributes;
  };
}

function edgeReader(source: Source): (row: number) => EdgeAttributes {
  const edge = EDGE.reader(source, 'edges');
  return (row) => {
    const { target: _, ...attributes } = edge(row);
    return attributes;
  };
}
