import type { KnowledgeGraph } from '../graph.ts';

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** A format that the graph can be written in. Adding one: a file here, a line in the index. */
export interface Exporter {
  /** What people type: `claimgraph export ID`. */
  id: string;
  summary: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** The file in pieces, in an order that depends on the graph's content alone. */
  write(graph: KnowledgeGraph): Chunks;
}
