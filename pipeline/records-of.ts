import type { Paper } from '../src/model.ts';
import type { Report } from '../src/report.ts';
import { inputsFrom } from './1-read/files.ts';
import { read } from './1-read/index.ts';
import { createExtraction } from './extraction.ts';
import { counted } from './reading.ts';
import { failure } from './store/fill.ts';
import { recordLine } from './store/records.ts';
import type { Progress } from './types.ts';
import { partsOf } from './workers/batch.ts';
import { extractAll } from './workers/extract-all.ts';

/**
 * The first three stages alone: the record of each paper as a line of JSON, in UTF-8, in the order read.
 * @param workers as for `build`
 */
export async function* recordsOf(
  inputs: readonly string[],
  report: Report,
  { workers, progress = () => {} }: { workers?: number; progress?: Progress } = {},
): AsyncGenerator<Uint8Array> {
  const papers: Paper[] = [];
  for await (const paper of read(counted(inputsFrom(inputs, report), report, progress), report)) papers.push(paper);
  progress('read', papers.length, papers.length);
  let done = 0;
  for await (const batch of extractAll(papers, { workers, extraction: createExtraction })) {
    const first = done;
    for (const extracted of partsOf(batch)) yield recordLine(papers[done++]!, extracted);
    for (const { paper, problem } of batch.failures) report.messages.push(failure(papers[first + paper]!, problem));
    progress('extract', done, papers.length);
  }
}
