import type { Paper } from '../../src/model.ts';
import type { Report } from '../../src/report.ts';
import type { Input, Reader } from '../types.ts';
import { CAPS, cut } from './caps.ts';
import { closeReport, countOf, reject, tell } from './counts.ts';
import { decode } from './decode.ts';
import { binaryKind, looksBinary, textKind } from './kind.ts';
import { merge } from './merge.ts';
import { READERS } from './readers/index.ts';

export { READERS };

/**
 * Stage 1: documents to papers. Each document is decoded, its reader chosen by what it holds, its papers read, and records of
 * the same paper are merged. Bad input is a message in the report, never thrown; the report is complete when the first paper comes.
 * @returns papers by file and record, each with an id of its own
 */
export async function* read(inputs: Iterable<Input> | AsyncIterable<Input>, report: Report): AsyncGenerator<Paper, void, undefined> {
  const found: Paper[] = [];
  for await (const input of inputs) {
    countOf(report, input.name);
    for await (const paper of papersOf(input, report)) {
      const place = { file: input.name, record: paper.source?.record ?? 0, ...(paper.source?.line && { line: paper.source.line }) };
      if (found.length >= CAPS.papers) {
        reject(report, { ...place, problem: `more than ${CAPS.papers} papers: build from fewer files` });
        continue;
      }
      countOf(report, input.name).read++;
      found.push(capped(paper, place, report));
    }
  }
  const papers = merge(found, report);
  closeReport(report);
  yield* papers;
}

async function* papersOf({ name, bytes }: Input, report: Report): AsyncGenerator<Paper, void, undefined> {
  const refuse = (problem: string) => tell(report, { file: name, problem, done: 'rejected' });
  if (bytes.length === 0) return refuse('the file is empty: nothing to read');
  if (bytes.length > CAPS.file) return refuse(`larger than ${CAPS.file / 2 ** 20} MB: split it into several files`);
  const binary = binaryKind(bytes);
  if (binary) return refuse(binary);
  const { text, encoding, replaced } = decode(bytes);
  if (text.trim() === '') return refuse('the file holds white space alone: nothing to read');
  if (looksBinary(text)) return refuse('this is not text: give a text file');
  const reader = readerFor(text);
  if (!reader) return refuse(textKind(text, READERS.map(({ summary }) => summary).join('; ')));

  const count = countOf(report, name);
  count.reader = reader.id;
  if (replaced > 0) {
    const problem = `${replaced} ill-formed sequences in ${encoding}, each now U+FFFD: save the file as UTF-8`;
    tell(report, { file: name, line: text.slice(0, text.indexOf('\ufffd')).split('\n').length, problem, done: 'repaired' });
  }
  let papers = 0;
  const { read, rejected } = count;
  try {
    for await (const paper of reader.read(text, name, report)) {
      papers++;
      // Its place among the records of the file, the rejected ones too: each is counted as read by the time the next one comes.
      yield paper.source ? paper : { ...paper, source: { file: name, record: count.read - read + 1, reader: reader.id } };
    }
  } catch (error) {
    refuse(`the reader "${reader.id}" failed after ${papers} papers, the rest of the file is lost: ${String(error).slice(0, 200)}`);
    return;
  }
  if (papers === 0 && count.rejected === rejected) refuse(`no papers in it: expected ${reader.summary}`);
}

/** The reader that is surest, by what the text holds and not by the name of the file. */
export function readerFor(text: string): Reader | null {
  const head = text.slice(0, CAPS.head);
  let [best, sure]: [Reader | null, number] = [null, 0];
  for (const reader of READERS) {
    const score = reader.sniff(head);
    if (score > sure) [best, sure] = [reader, score];
  }
  return best;
}

function capped(paper: Paper, place: { file: string; record: number; line?: number }, report: Report): Paper {
  const fields = { title: cut(paper.title, CAPS.title), abstract: cut(paper.abstract, CAPS.abstract) };
  for (const field of ['title', 'abstract'] as const) {
    if (fields[field].length === paper[field].length) continue;
    const problem = `the ${field} has ${paper[field].length} characters: cut after ${fields[field].length}`;
    tell(report, { ...place, problem, done: 'skipped' });
  }
  return { ...paper, ...fields };
}
