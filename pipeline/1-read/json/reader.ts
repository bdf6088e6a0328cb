import type { Reader } from '../../types.ts';
import { papersFrom, type Draft, type Say } from '../drafts.ts';
import type { Fields } from './fields.ts';
import { firstRecord } from './peek.ts';
import { jsonRecords } from './records.ts';

interface JsonKind extends Omit<Reader, 'sniff' | 'read'> {
  /** How sure the reader is of a document that begins with such a record, 0 to 1. */
  recognise(first: Fields): number;
  /** What a record says; null for one that is no paper. `written` is its text, where numbers have all of their digits. */
  draft(record: Fields, say: Say, written: string): Draft | null;
  /** The source gives its list without an envelope: one is told. */
  bare?: boolean;
}

/** A reader of JSON, by what a record of it looks like. */
export const jsonReader = ({ recognise, draft, bare, ...kind }: JsonKind): Reader => ({
  ...kind,
  sniff(head) {
    const first = firstRecord(head);
    return first === null ? 0 : recognise(first);
  },
  read: (text, file, report) =>
    papersFrom(kind.id, jsonRecords(text, bare), file, report, ({ fields, text: written }, say) => draft(fields, say, written)),
});
