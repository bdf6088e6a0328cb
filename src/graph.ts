import { MultiDirectedGraph } from 'graphology';
import type { SerializedGraph } from 'graphology-types';
import type { JoinRule, PartRule } from './rules.ts';
import type { ClaimKind, Direction, EntityType, Mark, PartialDate, Quantity, Role, Source } from './model.ts';

/** Raised when the shape of graph.json changes in a way that older code cannot read. */
export const FORMAT_VERSION = 1;

export type NodeKind = 'paper' | EntityType | 'result';
export const NODE_KINDS: readonly NodeKind[] = ['paper', 'technique', 'dataset', 'hardware', 'metric', 'task', 'result'];

export const EDGE_KINDS = [
  'proposes', 'uses', 'compares_with', 'mentions', // paper -> technique
  'evaluated_on', 'targets', 'measures', 'addresses', // paper -> dataset, hardware, metric, task
  'claims', // paper -> result
  'of', 'over', 'on', 'runs_on', // result -> metric, baseline technique, dataset, hardware
  'outperforms', 'matches', // technique or paper -> technique
  'variant_of', // technique -> technique
  'related_to', // paper -> paper
] as const; // prettier-ignore
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** A place in a paper's text; `paper` is a node id, offsets are into title + "\n" + abstract. */
export interface Evidence extends Mark {
  paper: string;
}

/** What analysis and layout add to every node. */
export interface Placed {
  label: string;
  /** Id of a community in the graph's attributes, or null for a paper that belongs nowhere. */
  community: string | null;
  degree: number;
  /** 0 to 1, normalised. */
  betweenness: number;
  x: number;
  y: number;
  size: number;
}

export interface PaperNode extends Placed {
  kind: 'paper';
  title: string;
  abstract: string;
  sentences: [number, number][];
  otherIds?: string[];
  date?: PartialDate;
  authors?: { count: number; names?: string[] };
  upvotes?: number;
  keywords?: string[];
  url?: string;
  links: string[];
  source?: Source;
  otherSources?: Source[];
  /** Claims without a figure that name no baseline ("first", "state-of-the-art"). */
  claims: { kind: ClaimKind; dataset: string | null; span: Mark }[];
}

/** Why a form belongs to an entity: the rule that joined it. */
export interface Join {
  form: string;
  rule: JoinRule;
  /** Number of papers that use the form so. */
  papers: number;
  /** The form that the rule joined it to; absent for the label itself. */
  to?: string;
  /** What the rule rests on here: counts, a line of a file. */
  note?: string;
}

/** Why an entity is not another one, although something speaks for it. */
export interface Parting {
  /** Node id. */
  other: string;
  rule: PartRule;
  note?: string;
}

export interface EntityNode extends Placed {
  kind: EntityType;
  aliases: string[];
  /** Number of papers that name it. */
  papers: number;
  firstSeen?: PartialDate;
  joins: Join[];
  /** Entities of which this one might be thought to be one; told at both. */
  parted?: Parting[];
}

export interface ResultNode extends Placed {
  kind: 'result';
  value: string;
  quantity?: Quantity;
  direction: Direction;
  hedge?: string;
  metric: string | null;
  baseline: string | null;
  dataset: string | null;
  hardware: string | null;
  evidence: Evidence;
}

export type NodeAttributes = PaperNode | EntityNode | ResultNode;

export interface EdgeAttributes {
  kind: EdgeKind;
  weight: number;
  /** In reading order; empty only for `variant_of` and `related_to`. */
  evidence: Evidence[];
  /** proposes, uses, compares_with, mentions: the role it comes from. */
  role?: Role;
  /** From a paper to what it names: the probability that a careful reader would name it, 0 to 1, to a hundredth. */
  confidence?: number;
  /** related_to: the shared entities that explain it, strongest first; variant_of: the rule. */
  why?: string[];
}

export interface Community {
  id: string;
  label: string;
  /** Number of papers. */
  size: number;
  /** #rrggbb */
  color: string;
  /** Ids of its most distinctive entities, strongest first. */
  top: string[];
  /** Id of the community of the next coarser level that it is part of. */
  parent?: string;
}

export interface GraphAttributes {
  format: 'claimgraph';
  version: number;
  communities: Community[];
  /** Communities of communities, for a large graph to be shown folded: each level coarser than the one before. */
  levels: Community[][];
}

/** A directed multigraph with explicit, derived keys. */
export type KnowledgeGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

export function createGraph(): KnowledgeGraph {
  const graph: KnowledgeGraph = new MultiDirectedGraph();
  graph.replaceAttributes({ format: 'claimgraph', version: FORMAT_VERSION, communities: [], levels: [] });
  return graph;
}

/** The key of an edge is a function of what it joins. */
export const edgeKey = (kind: EdgeKind, source: string, target: string): string => `${source} ${kind} ${target}`;

/** A file that is not a graph of ours, or of another version; the message says the remedy. */
export class GraphFormatError extends Error {
  override name = 'GraphFormatError';
}

/** Text of graph.json: nodes and edges sorted by key, one a line, so that two builds can be compared line by line. */
export function* saveGraph(graph: KnowledgeGraph): Generator<string> {
  const byKey = (a: string, b: string) => (a < b ? -1 : 1);
  yield `{"attributes":${JSON.stringify(graph.getAttributes())},\n"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"nodes":[`;
  let comma = '\n';
  for (const key of graph.nodes().sort(byKey)) {
    yield `${comma}${JSON.stringify({ key, attributes: graph.getNodeAttributes(key) })}`;
    comma = ',\n';
  }
  yield '\n],\n"edges":[';
  comma = '\n';
  for (const key of graph.edges().sort(byKey)) {
    const [source, target] = graph.extremities(key);
    yield `${comma}${JSON.stringify({ key, source, target, attributes: graph.getEdgeAttributes(key) })}`;
    comma = ',\n';
  }
  yield '\n]}\n';
}

const DAMAGED = 'a damaged graph: build it anew with `claimgraph build`';
const NODE_ID = new RegExp(`^(?:${NODE_KINDS.join('|')}):`);

/** A node or an edge as `saveGraph` writes them: keys begin with a kind of node, so that none is a name that objects have of themselves. */
function hasKind(item: unknown): boolean {
  const { key, attributes } = (item ?? {}) as { key?: unknown; attributes?: { kind?: unknown } };
  return typeof key === 'string' && NODE_ID.test(key) && typeof attributes?.kind === 'string';
}

/**
 * Reads what `saveGraph` wrote, given as text or as the parsed object.
 * @throws GraphFormatError when it is something else
 */
export function loadGraph(json: string | unknown): KnowledgeGraph {
  let data: unknown = json;
  if (typeof json === 'string') {
    try {
      data = JSON.parse(json);
    } catch (cause) {
      throw new GraphFormatError('not JSON: build the graph anew with `claimgraph build`', { cause });
    }
  }
  const { attributes } = (data ?? {}) as { attributes?: Partial<GraphAttributes> };
  if (attributes?.format !== 'claimgraph')
    throw new GraphFormatError('not a claimgraph graph: expected a graph.json written by `claimgraph build`');
  if (attributes.version !== FORMAT_VERSION)
    throw new GraphFormatError(
      `graph format ${attributes.version}, this version reads ${FORMAT_VERSION}: build the graph anew with \`claimgraph build\``,
    );
  const { nodes, edges } = data as { nodes?: unknown; edges?: unknown };
  if (!Array.isArray(attributes.communities) || !Array.isArray(nodes) || !Array.isArray(edges) || ![...nodes, ...edges].every(hasKind))
    throw new GraphFormatError(DAMAGED);
  const graph = createGraph();
  try {
    graph.import(data as SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>);
  } catch (cause) {
    throw new GraphFormatError(DAMAGED, { cause });
  }
  if (!Array.isArray(attributes.levels)) graph.setAttribute('levels', []); // a graph of before there were any
  return graph;
}
