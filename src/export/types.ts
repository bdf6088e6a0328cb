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

interface Format {
  /** Name on the command line. */
  id: string;
  summary: string;
}

/** A format of one file. */
export interface FileExporter extends Format {
  /** Without the dot. */
  extension: string;
  mime: string;
  /**
   * The file, piece by piece; the same bytes for the same graph.
   * @param losses added to as the pieces are taken
   */
  write(graph: KnowledgeGraph, losses?: Losses): Chunks;
}

/** One of the files of a format that has several. */
export interface ExportedFile {
  /** Relative, with `/` between folders; never a name that leads out of the folder. */
  path: string;
  chunks: Chunks;
}

/** A format of several files: a folder, or a zip of it. */
export interface FolderExporter extends Format {
  /** The files, each path once, to be taken one after the other. */
  files(graph: KnowledgeGraph, losses?: Losses): Iterable<ExportedFile> | AsyncIterable<ExportedFile>;
}

/** A format that the graph can be written in. Adding one: a file beside this one, a line in `index.ts`. */
export type Exporter = FileExporter | FolderExporter;
