import { Gzip } from 'fflate';
import { writeColumns } from '../columns/write.ts';
import type { KnowledgeGraph } from '../graph.ts';
import { base64 } from './base64.ts';
import type { FileExporter, Losses } from './types.ts';

/** Where the built page has room for a graph. */
const ROOM = '<script id="graph" type="text/plain"></script>';

/**
 * The viewer with the graph inside: one page that opens from the disk and loads nothing. What runs in it is fixed by the policy of the
 * page; the graph is columns, compressed, in base 64, and cannot be taken for anything else.
 * @param viewer gives the built page, when it is asked for
 */
export const html = (viewer: () => string): FileExporter => ({
  id: 'html',
  summary: 'the viewer with the graph inside, one page that opens from the disk (HTML)',
  extension: 'html',
  mime: 'text/html',
  write: (graph, losses) => page(graph, viewer(), losses),
});

function* page(graph: KnowledgeGraph, viewer: string, losses?: Losses): Generator<string> {
  const at = viewer.indexOf(ROOM) + ROOM.indexOf('</script>');
  if (!viewer.includes(ROOM)) throw new Error('this page has no room for a graph');
  yield viewer.slice(0, at);
  yield* base64(gzipped(writeColumns(graph, losses)));
  yield viewer.slice(at);
}

/** Compressed without a time, so that the same graph gives the same bytes. */
function* gzipped(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const packer = new Gzip({ level: 6, mtime: new Date(0) }, (data) => void ready.push(data));
  for (const chunk of chunks) {
    packer.push(chunk);
    yield* ready.splice(0);
  }
  packer.push(new Uint8Array(), true);
  yield* ready;
}
