import type { Paper } from '../../src/model.ts';
import type { Message, Report } from '../../src/report.ts';
import type { Input, Reader } from '../types.ts';
import { CAPS, cut } from './caps.ts';
import { closeReport, countOf, reject, tell } from './counts.ts';
import { open, Unreadable } from './document.ts';
import { textKind } from './kind.ts';
import { merge } from './merge.ts';
import { READERS } from './readers/index.ts';

export { READERS };

type Place = Pick<Message, 'file' | 'record' | 'line'>;

/**
 * Stage 1: documents to papers. Each document is unpacked and decoded as it comes, its reader chosen by what it holds, its papers
 * read, and records of the same paper are merged. Bad input is a message in the report, never thrown; the report is complete when
 * the first paper comes.
 * @param recordsOf how the records of one document are read: as `records` does
 * @returns papers by file and record, each with an id of its own
 */
export async function* read(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  report: Report,
  recordsOf: typeof records = records,
): AsyncGenerator<Paper, void, undefined> {
  const found: Paper[] = [];
  for await (const input of inputs) {
    for await (const paper of recordsOf(input, report)) {
      if (found.length < CAPS.papers) found.push(paper);
      else reject(report, { ...placeOf(paper, input), problem: `more than ${CAPS.papers} papers: build from fewer files` });
    }
  }
  const papers = merge(found, report);
  closeReport(report);
  yield* papers;
}

/** The records of one document as they come, before those of the same paper are merged; memory does not grow with the document. */
export async function* records(input: Input, report: Report): AsyncGenerator<Paper, void, undefined> {
  const { name } = input;
  const count = countOf(report, name);
  const refuse = (problem: string) => tell(report, { file: name, problem, done: 'rejected' });
  const { read, rejected } = count;
  let papers = 0;
  try {
    const { head, text, decoder } = await open(input);
    const reader = readerFor(head, name);
    if (!reader) return refuse(textKind(head, READERS.map(({ summary }) => summary).join('; ')));
    count.reader = reader.id;
    for await (const paper of reader.read(text, name, report)) {
      papers++;
      count.read++;
      // Its place among the records of the file, the rejected ones too.
      const placed = paper.source ? paper : { ...paper, source: { file: name, record: count.read - read, reader: reader.id } };
      yield capped(placed, placeOf(placed, input), report);
    }
    if (decoder.replaced > 0) {
      const problem = `${decoder.replaced} ill-formed sequences in ${decoder.encoding}, each now U+FFFD: save the file as UTF-8`;
      tell(report, { file: name, ...(decoder.firstReplaced && { line: decoder.firstReplaced }), problem, done: 'repaired' });
    }
    if (papers === 0 && count.rejected === rejected) refuse(`no papers in it: expected ${reader.summary}`);
  } catch (error) {
    const why = error instanceof Unreadable ? error.message : `the reader "${count.reader}" failed: ${String(error).slice(0, 200)}`;
    refuse(papers === 0 ? why : `${why}; ${papers} papers were read before, the rest of the file is lost`);
  }
}

const placeOf = ({ source }: Paper, { name }: Input): Place => ({
  file: name,
  record: source?.record ?? 0,
  ...(source?.line && { line: source.line }),
});

/** The reader that is surest by what the text holds; the name of the file decides only between those that are equally sure. */
export function readerFor(head: string, name = ''): Reader | null {
  const extension = /\.(\w{1,10})(?:\.gz)?$/i.exec(name.slice(-20))?.[1]?.toLowerCase() ?? '';
  const sure = (reader: Reader): number => {
    const score = reader.sniff(head);
    return score > 0 && reader.extensions.includes(extension) ? score + 0.001 : score;
  };
  let [best, most]: [Reader | null, number] = [null, 0];
  for (const reader of READERS) {
    const score = sure(reader);
    if (score > most) [best, most] = [reader, score];
  }
  return best;
}

function capped(paper: Paper, place: Place, report: Report): Paper {
  const fields = { title: cut(paper.title, CAPS.title), abstract: cut(paper.abstract, CAPS.abstract) };
  for (const field of ['title', 'abstract'] as const) {
    if (fields[field].length === paper[field].length) continue;
    const problem = `the ${field} has ${paper[field].length} characters: cut after ${fields[field].length}`;
    tell(report, { ...place, problem, done: 'skipped' });
  }
  return { ...paper, ...fields };
}
