import type { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';

export type { Quote } from './shapes.ts';

/** An item about a node has its `id`. */
export type Item = { id?: string } & Record<string, unknown>;

/** What a question found: one page of it. */
export interface Page<T = Item> {
  items: T[];
  /** How many there are in all. */
  total: number;
  /** What a reader should know before comparing or trusting the items, in sentences. */
  notes?: string[];
}

export interface Answer<T = Item> extends Page<T> {
  query: string;
  /** The offset of the next page, where there is one. */
  next?: number;
}

/** How a person sees an answer: one table of the items, or of a list inside of each item. */
export interface Table<T = Item> {
  title?: string;
  /** Names of fields; a column is named after its field. `sentence` is the first sentence of a row's evidence. */
  columns: string[];
  /** Fields too long for a column: a terminal shows them in lines below the row, other formats as further columns. */
  below?: string[];
  /** The rows behind one item; without it the item itself. */
  rows?(item: T): object[];
}

/**
 * A question. The library's method, the shell command, the HTTP route with its OpenAPI description, the assistant's tool and the
 * help text come from this declaration. Adding one: a file in this folder, a line in its index.
 */
export interface Query<Id extends string = string, P extends z.ZodObject = z.ZodObject, I extends z.ZodObject = z.ZodObject> {
  id: Id;
  summary: string;
  /** Each parameter with its `.describe()`; parameters arrive as text from shell and HTTP, so numbers are coerced. */
  params: P;
  /** What each item of an answer holds. */
  item: I;
  /** Parameters for the help text. */
  example: { [param: string]: string };
  /** Parameters that a shell takes without their name, in order. */
  given?: readonly string[];
  tables: Table<z.output<I>>[];
  /** Gets checked parameters. */
  run(graph: KnowledgeGraph, params: z.output<P>): Page<z.output<I>>;
}

/** Keeps the types of one query while it is declared. */
export const query = <const Id extends string, P extends z.ZodObject, I extends z.ZodObject>(declared: Query<Id, P, I>): Query<Id, P, I> =>
  declared;
