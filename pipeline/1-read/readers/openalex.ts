import { authorsFrom } from '../authors.ts';
import { dateIn } from '../date.ts';
import { identified, pageOf } from '../ids.ts';
import { jsonReader } from '../json/reader.ts';
import { at, listAt, textAt } from '../json/values.ts';
import { CAPS } from '../caps.ts';
import { keywordsFrom } from '../keywords.ts';
import { readable, readableTitle } from '../markup/readable.ts';

const WORK = /^(?:https?:\/\/openalex\.org\/)?(w\d{4,12})$/i;

/** Works of OpenAlex, as its API and its snapshot give them; the abstract is an index of words by place. */
export const openalex = jsonReader({
  id: 'openalex',
  summary: 'works of OpenAlex (JSON, JSON Lines)',
  extensions: ['json', 'jsonl'],
  recognise: (first) =>
    /^https?:\/\/openalex\.org\/W/i.test(textAt(first, 'id')) ? 0.95 : at(first, 'abstract_inverted_index') === undefined ? 0 : 0.9,
  draft(record, say) {
    const work = WORK.exec(textAt(record, 'id'))?.[1];
    const pmid = /(\d{1,9})\/?$/.exec(textAt(record, 'ids', 'pmid').slice(-60))?.[1];
    const pages = listAt(record, 'locations').map((location) => textAt(location, 'landing_page_url'));
    const arxiv = pages.find((page) => /arxiv\.org\/(?:abs|pdf)\//i.test(page)) ?? '';
    const ids = identified(arxiv, textAt(record, 'doi'), pmid ? `pmid:${pmid}` : '', work ? `openalex:${work.toUpperCase()}` : '');
    const index = at(record, 'abstract_inverted_index');
    const abstract = typeof index === 'object' && index !== null ? wordsInPlace(index) : textAt(record, 'abstract');
    if (abstract === null) say('"abstract_inverted_index" names places that no abstract has: left out');
    return {
      ...ids,
      title: readableTitle(textAt(record, 'title') || textAt(record, 'display_name')),
      abstract: readable(abstract ?? ''),
      ...dateIn(textAt(record, 'publication_date') || textAt(record, 'publication_year'), say),
      ...authorsFrom(listAt(record, 'authorships').map((one) => textAt(one, 'author', 'display_name') || textAt(one, 'raw_author_name'))),
      ...keywordsFrom(listAt(record, 'keywords').map((one) => textAt(one, 'display_name') || textAt(one, 'keyword'))),
      ...pageOf(ids.id),
    };
  },
});

/** The words of an abstract, each with its places, as text; null where a place is beyond any abstract. */
function wordsInPlace(index: object): string | null {
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of Array.isArray(places) ? (places as unknown[]) : []) {
      if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || place > CAPS.abstract) return null;
      words[place] = word;
    }
  }
  return Array.from(words, (word) => word ?? '').join(' ');
}
