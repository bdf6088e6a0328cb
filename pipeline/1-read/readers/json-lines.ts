import type { Reader } from '../../types.ts';
import { papersFrom } from '../drafts.ts';
import { authorsOf, dateOf, idOf, textField, upvotesOf, urlOf } from '../json/fields.ts';
import { firstRecord } from '../json/peek.ts';
import { jsonRecords } from '../json/records.ts';

/** Plain JSON: objects with `title` and `abstract`, and more where the source knows it; texts are taken exactly as given. */
export const jsonLines: Reader = {
  id: 'json-lines',
  summary: 'JSON Lines: one object a line (or all in an array) with title and abstract',
  extensions: ['jsonl', 'ndjson', 'json'],

  sniff(head) {
    const first = firstRecord(head);
    return first === null ? 0 : Object.hasOwn(first, 'title') ? 0.5 : 0.3;
  },

  read: (text, file, report) =>
    papersFrom('json-lines', jsonRecords(text), file, report, ({ fields, text: written }, say) => ({
      id: idOf(fields, written, say),
      title: textField(fields, ['title'], say),
      abstract: textField(fields, ['abstract', 'summary'], say),
      ...dateOf(fields, say),
      ...authorsOf(fields, say),
      ...upvotesOf(fields, say),
      ...urlOf(fields, say),
    })),
};
