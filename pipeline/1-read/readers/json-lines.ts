import { authorsOf, dateOf, idOf, keywordsOf, textField, upvotesOf, urlOf } from '../json/fields.ts';
import { jsonReader } from '../json/reader.ts';

/** Plain JSON: objects with `title` and `abstract`, and more where the source knows it; texts are taken exactly as given. */
export const jsonLines = jsonReader({
  id: 'json-lines',
  summary: 'JSON Lines: one object a line (or all in an array) with title and abstract',
  extensions: ['jsonl', 'ndjson', 'json'],
  recognise: (first) => (Object.hasOwn(first, 'title') ? 0.5 : 0.3),
  draft: (record, say, written) => ({
    id: idOf(record, written, say),
    title: textField(record, ['title'], say),
    abstract: textField(record, ['abstract', 'summary'], say),
    ...dateOf(record, say),
    ...authorsOf(record, say),
    ...upvotesOf(record, say),
    ...keywordsOf(record, say),
    ...urlOf(record, say),
  }),
});
