import { authorsFrom } from '../authors.ts';
import { identified, pageOf } from '../ids.ts';
import { cslName, dateAmong } from '../json/csl.ts';
import { jsonReader } from '../json/reader.ts';
import { at, listAt, textAt, textsAt } from '../json/values.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';

/** Works of Crossref, as its API and its snapshot give them: titles are lists, abstracts are JATS. */
export const crossref = jsonReader({
  id: 'crossref',
  summary: 'works of Crossref (JSON, JSON Lines)',
  extensions: ['json', 'jsonl'],
  recognise(first) {
    if (at(first, 'indexed') !== undefined && at(first, 'publisher') !== undefined) return 0.95; // the DOI may come late
    return textAt(first, 'DOI') !== '' && Array.isArray(at(first, 'title')) ? 0.95 : 0;
  },
  draft(record, say) {
    const [title, subtitle] = [textAt(record, 'title'), textAt(record, 'subtitle')];
    const dates = ['issued', 'published', 'published-online', 'published-print', 'posted', 'created'].map((name) => at(record, name));
    const ids = identified(textAt(record, 'DOI'));
    return {
      ...ids,
      title: readableTitle(subtitle && !title.includes(subtitle) ? `${title}: ${subtitle}` : title),
      abstract: readable(textAt(record, 'abstract')),
      ...dateAmong(dates, say),
      ...authorsFrom(listAt(record, 'author').map(cslName)),
      ...keywordsFrom(textsAt(record, 'subject')),
      ...pageOf(ids.id),
    };
  },
});
