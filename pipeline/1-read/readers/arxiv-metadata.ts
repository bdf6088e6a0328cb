import { authorsFrom, joined } from '../authors.ts';
import { dateIn } from '../date.ts';
import { arxivId, identified, pageOf } from '../ids.ts';
import { authorsOf, dateOf, idOf } from '../json/fields.ts';
import { jsonReader } from '../json/reader.ts';
import { at, listAt, textAt } from '../json/values.ts';
import { readable, readableTitle } from '../markup/readable.ts';

/**
 * arXiv's metadata as JSON Lines: the snapshot of all of arXiv (id, title, abstract, authors_parsed, versions, categories), and the
 * form of datasets made from its API (id, title, summary, authors, categories, abs).
 */
export const arxivMetadata = jsonReader({
  id: 'arxiv-metadata',
  summary: "arXiv's metadata as JSON Lines",
  extensions: ['json', 'jsonl'],
  recognise(first) {
    if (at(first, 'title') === undefined) return 0;
    if (Array.isArray(at(first, 'authors_parsed')) || (Array.isArray(at(first, 'versions')) && at(first, 'categories'))) return 0.95;
    return at(first, 'categories') !== undefined && (arxivId(textAt(first, 'id')) ?? arxivId(textAt(first, 'abs'))) ? 0.9 : 0;
  },
  draft(record, say, written) {
    const id = idOf(record, written, say);
    const ids = identified(id || textAt(record, 'abs'), textAt(record, 'doi'));
    const created = textAt(listAt(record, 'versions')[0], 'created');
    const parsed = listAt(record, 'authors_parsed').map((parts) => authorOf(parts));
    return {
      ...ids,
      title: readableTitle(textAt(record, 'title')),
      abstract: readable(textAt(record, 'abstract') || textAt(record, 'summary'), { indented: true }),
      ...(created ? dateIn(created, say) : dateOf(record, say)),
      ...(parsed.length > 0 ? authorsFrom(parsed) : authorsOf(record, say)),
      ...pageOf(ids.id),
    };
  },
});

/** [last, first, suffix] */
function authorOf(parts: unknown): string {
  const [last = '', first = '', suffix = ''] = Array.isArray(parts) ? parts.map((part) => (typeof part === 'string' ? part : '')) : [];
  return readableTitle(joined(first, last, suffix));
}
