import type { Paper } from '../../src/model.ts';
import type { Report } from '../../src/report.ts';
import { read } from '../../pipeline/1-read/index.ts';
import type { Input } from '../../pipeline/types.ts';

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
