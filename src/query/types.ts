import type { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';

/** A sentence that something rests on. Offsets are into title + "\n" + abstract of the paper. */
export interface Quote {
  /** Node id. */
  paper: string;
  sentence: string;
  /** Where the thing itself is named or claimed. */
  start: number;
  end: number;
}

/** An item about a node has its `id`. */
export type Item = { id?: string } & Record<string, unknown>;

export interface Answer {
  query: string;
  items: Item[];
  /** How many there are, where the limit cut some off or not. */
  total: number;
}

/** How a person sees an answer in a shell: one table of the items, or of a list inside of each item. */
export interface Table {
  title?: string;
  /** Names of fields; a column is named after its field. */
  columns: string[];
  /** The rows behind one item; without it the item itself. */
  rows?: (item: Item) => object[];
}

/**
 * A question. The shell command, the HTTP route and the help text come from this declaration.
 * Adding one: a file in this folder, a line in its index.
 */
export interface Query<P extends z.ZodObject = z.ZodObject> {
  id: string;
  summary: string;
  /** Each parameter with its `.describe()`; parameters arrive as text from shell and HTTP, so numbers are coerced. */
  params: P;
  /** Parameters for the help text. */
  example: { [param: string]: string };
  tables: Table[];
  /** Gets checked parameters. */
  run(graph: KnowledgeGraph, params: z.output<P>): { items: Item[]; total: number };
}

/** Keeps the parameter types of one query while they are declared. */
export const query = <P extends z.ZodObject>(declared: Query<P>): Query => declared as unknown as Query;
