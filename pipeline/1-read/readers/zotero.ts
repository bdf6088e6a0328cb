import { authorsFrom, joined } from '../authors.ts';
import { dateIn } from '../date.ts';
import { identified, pageOf } from '../ids.ts';
import { urlOf } from '../json/fields.ts';
import { jsonReader } from '../json/reader.ts';
import { at, listAt, textAt } from '../json/values.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';

/** Items that belong to a paper and are none. */
const PARTS = new Set(['attachment', 'note', 'annotation']);

/** Zotero's own JSON, as its API (`{ key, data }`) and Better BibTeX (`{ items }`) write it. */
export const zotero = jsonReader({
  id: 'zotero',
  summary: "Zotero's JSON (API, Better BibTeX)",
  extensions: ['json'],
  recognise: (first) => (textAt(first, 'data', 'itemType') || textAt(first, 'itemType') ? 0.95 : 0),
  draft(record, say) {
    const item = textAt(record, 'itemType') ? record : (at(record, 'data') ?? {});
    if (PARTS.has(textAt(item, 'itemType'))) return null;
    const extra = textAt(item, 'extra');
    const arxiv = /arxiv:\s?(\S{9,40})/i.exec(`${textAt(item, 'archiveID')} ${extra}`.slice(0, 2000))?.[1] ?? '';
    const pmid = /PMID:\s?(\d{1,9})/i.exec(extra.slice(0, 2000))?.[1];
    const ids = identified(arxiv, textAt(item, 'DOI'), pmid ? `pmid:${pmid}` : '', textAt(item, 'citationKey') || textAt(item, 'key') || textAt(record, 'key') || textAt(item, 'itemKey')); // prettier-ignore
    const page = urlOf({ url: at(item, 'url') }, say);
    const authors = listAt(item, 'creators').filter((creator) => ['author', ''].includes(textAt(creator, 'creatorType')));
    return {
      ...ids,
      title: readableTitle(textAt(item, 'title')),
      abstract: readable(textAt(item, 'abstractNote')),
      ...dateIn(textAt(item, 'date'), say),
      ...authorsFrom(authors.map((one) => textAt(one, 'name') || joined(textAt(one, 'firstName'), textAt(one, 'lastName')))),
      ...keywordsFrom(listAt(item, 'tags').map((tag) => (typeof tag === 'string' ? tag : textAt(tag, 'tag')))),
      ...(page.url ? page : pageOf(ids.id)),
    };
  },
});
