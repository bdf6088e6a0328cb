import type { Paper } from '../../src/model.ts';
import type { Message, Report } from '../../src/report.ts';
import { countOf, reject, tell } from './counts.ts';

/** A piece of a document: a record, with what had to be repaired to read it, or what is wrong at this place. */
export type Cut<T> = { line?: number } & (
  | {
      value: T;
      repaired?: string;
      /** What is odd about it, though it can be read. */
      odd?: string;
    }
  /** A record that cannot be read. */
  | { problem: string }
  /** Lines or entries that are no part of any record. */
  | { dropped: number }
  /** Something that is lost or odd between records. */
  | { note: string; done: Message['done'] }
);

/** A paper as its reader understands it; the id is '' where the source gives none. */
export type Draft = Omit<Paper, 'source'>;

/** Takes note of a field that is not as expected. */
export type Say = (problem: string, done?: Message['done']) => void;

/** Lines on which a repair was made that are named in its message. */
const NAMED = 5;

/**
 * The papers of a document that is a list of records. Each record is numbered and counted; one without a title is rejected, and one
 * without an abstract kept, both with a message.
 * @param draft what a record says; null for one that is no paper (a note, an attachment), which is dropped
 */
export async function* papersFrom<T>(
  reader: string,
  cuts: AsyncIterable<Cut<T>>,
  file: string,
  report: Report,
  draft: (record: T, say: Say) => Draft | null,
): AsyncGenerator<Paper, void, undefined> {
  let record = 0;
  const repairs = new Map<string, number[]>();
  for await (const cut of cuts) {
    if ('dropped' in cut) {
      countOf(report, file).dropped += cut.dropped;
      continue;
    }
    const line = cut.line !== undefined && { line: cut.line };
    if ('note' in cut) {
      tell(report, { file, ...line, problem: cut.note, done: cut.done });
      continue;
    }
    const place = { file, record: record + 1, ...line };
    if ('problem' in cut) {
      record++;
      reject(report, { ...place, problem: cut.problem });
      continue;
    }
    const paper = draft(cut.value, (problem, done = 'skipped') => tell(report, { ...place, problem, done }));
    if (!paper) {
      countOf(report, file).dropped++;
      continue;
    }
    record++;
    if (cut.odd !== undefined) tell(report, { ...place, problem: cut.odd, done: 'kept' });
    if (cut.repaired !== undefined) repairs.set(cut.repaired, [...(repairs.get(cut.repaired) ?? []), record]);
    if (paper.title.trim() === '') {
      reject(report, { ...place, problem: 'no title: a paper needs one' });
      continue;
    }
    if (paper.abstract.trim() === '')
      tell(report, { ...place, problem: 'no abstract: the paper is kept with its title alone', done: 'kept' });
    yield { ...paper, source: { ...place, reader } };
  }
  for (const [what, records] of repairs) {
    const some = `${records.slice(0, NAMED).join(', ')}${records.length > NAMED ? ', ...' : ''}`;
    tell(report, { file, record: records[0]!, problem: `${what}: ${records.length} records (${some})`, done: 'repaired' });
  }
}
