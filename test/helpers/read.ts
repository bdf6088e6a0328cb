import type { Paper } from '../../src/model.ts';
import type { Report } from '../../src/report.ts';
import { read } from '../../pipeline/1-read/index.ts';
import { countOf } from '../../pipeline/1-read/counts.ts';
import { chunk } from '../../pipeline/1-read/streams.ts';
import type { Input, Reader } from '../../pipeline/types.ts';

export const emptyReport = (): Report => ({ messages: [], files: [] });

/** A document given as text or bytes. */
export const input = (name: string, content: string | Uint8Array): Input => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});

/** All papers of the documents, with the report. */
export async function readAll(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  report = emptyReport(),
): Promise<{ papers: Paper[]; report: Report }> {
  const papers: Paper[] = [];
  for await (const paper of read(inputs, report)) papers.push(paper);
  return { papers, report };
}

/** Records that were read and are not accounted for, over all files: 0 in every report. */
export const unaccounted = (report: Report): number =>
  report.files.reduce((sum, { read, kept, merged, rejected }) => sum + Math.abs(read - kept - merged - rejected), 0);

/** What one reader makes of a text, before anything is merged; its papers are counted as read. */
export async function readWith(reader: Reader, text: string, file = 'file'): Promise<{ papers: Paper[]; report: Report }> {
  const report = emptyReport();
  const papers: Paper[] = [];
  const count = countOf(report, file);
  for await (const paper of reader.read(chunk(text), file, report)) {
    papers.push(paper);
    count.read++;
    count.kept++;
  }
  return { papers, report };
}

/** The bytes in pieces of a size. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
