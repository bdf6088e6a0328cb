import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Chunks, ExportedFile, FileExporter, FolderExporter, Losses } from './types.ts';

/** Files that are compressed already. */
const PACKED = /\.parquet$/;

/** The time that every file bears: there is no clock in an export, and a zip knows no earlier one. */
const EPOCH = new Date(1980, 0, 1);

/** A format of several files as one of a single file: a zip of them. */
export const zipped = ({ files, ...format }: FolderExporter): FileExporter => ({
  ...format,
  extension: 'zip',
  mime: 'application/zip',
  write: (graph, losses?: Losses) => zip(files(graph, losses)),
});

/** The pieces of a zip of files, as they come. */
async function* zip(files: Iterable<ExportedFile> | AsyncIterable<ExportedFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const archive = new Zip((error, data) => {
    if (error) throw error;
    ready.push(data);
  });
  for await (const { path, chunks } of files) {
    const file = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = EPOCH;
    archive.add(file);
    for await (const chunk of bytes(chunks)) {
      file.push(chunk);
      yield* ready;
      ready = [];
    }
    file.push(new Uint8Array(), true);
  }
  archive.end();
  yield* ready;
}

async function* bytes(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
}
