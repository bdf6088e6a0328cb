import type { KnowledgeGraph } from '../graph.ts';

/** Text goes out as UTF-8. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Told what a format could not hold. */
export interface Losses {
  /** Characters that the format has no way to write. */
  characters: number;
  /** Numbers that are not finite, or not what their attribute is declared as. */
  numbers: number;
}

/** A format that the graph can be written in. Adding one: a file beside this one, a line in `index.ts`. */
export interface Exporter {
  /** Name on the command line. */
  id: string;
  summary: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  /**
   * The file, piece by piece; the same bytes for the same graph.
   * @param losses added to as the pieces are taken
   */
  write(graph: KnowledgeGraph, losses?: Losses): Chunks;
}
