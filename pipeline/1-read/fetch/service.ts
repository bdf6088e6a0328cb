/** Gets what stands at a path of the service's API, politely. @throws Unanswered */
export type Get = (path: string) => Promise<string>;

/** A part of an answer, as it is to be written. */
export interface Part {
  text: string;
  /** Papers in it. */
  papers: number;
  /** Papers that the service has for the query, where it says so. */
  total?: number;
}

/** A public service that papers can be fetched from. Adding one: a file in this folder, a line in its index. */
export interface Service {
  id: string;
  summary: string;
  /** What a query may be, for the help. */
  queries: string;
  example: string;
  /** Address of its API. */
  api: string;
  /** Seconds between two requests that it asks for. */
  pause: number;
  /** Of the file that is written. */
  extension: string;
  /**
   * Asks page by page. What the parts say, one after the other, is a document that a reader of ours reads.
   * @param most papers wanted
   * @param contact an address for the service's operators, '' for none
   * @throws BadQuery
   */
  ask(query: string, most: number, get: Get, contact: string): AsyncGenerator<Part, void, undefined>;
}

/** A query that the service cannot be asked; the message says what can. */
export class BadQuery extends Error {
  override name = 'BadQuery';
}

/** The service gave no usable answer, also when asked again; the message says why. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}
