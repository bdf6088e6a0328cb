import type { z } from 'zod';
import { loadGraph } from '../graph.ts';
import type { KnowledgeGraph } from '../graph.ts';
import { ask } from './ask.ts';
import { QUERIES } from './index.ts';
import type { Answer } from './types.ts';

type Known = (typeof QUERIES)[number];
export type QueryName = Known['id'];
type Named<Name extends QueryName> = Extract<Known, { id: Name }>;

/** Parameters of a query, as a caller gives them. */
export type Params<Name extends QueryName> = z.input<Named<Name>['params']>;
/** What an answer to a query lists. */
export type ItemOf<Name extends QueryName> = z.output<Named<Name>['item']>;

/** A method for each query: `paper`, `search`, `results`, ... */
export type Questions = {
  [Name in QueryName]: (...params: object extends Params<Name> ? [params?: Params<Name>] : [params: Params<Name>]) => Answer<ItemOf<Name>>;
};

export interface ClaimGraph extends Questions {
  /** The graph itself, for algorithms of your own: a graphology MultiDirectedGraph. */
  readonly graph: KnowledgeGraph;
}

/**
 * Opens a graph for questions, in Node and in a browser alike.
 * @param json the text of a graph.json, the object that it parses to, or a graph already loaded
 * @throws GraphFormatError when it is something else; its message says the remedy
 */
export function open(json: string | object): ClaimGraph {
  const graph = isGraph(json) ? json : loadGraph(json);
  const methods = QUERIES.map(({ id }) => [id, (params?: object) => ask(graph, id, { ...params })] as const);
  return { graph, ...Object.fromEntries(methods) } as unknown as ClaimGraph;
}

/** By what it can do: a graph of another copy of graphology is a graph too. */
const isGraph = (json: string | object): json is KnowledgeGraph => typeof (json as Partial<KnowledgeGraph>)?.forEachNode === 'function';
