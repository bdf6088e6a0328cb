import { listAt, textAt } from '../json/values.ts';
import { BadQuery, Unanswered, type Service } from './service.ts';

const PAGE = 200;
/** What a paper is read from; the whole of a work is many times as long. */
const FIELDS = 'id,doi,title,display_name,publication_date,publication_year,ids,authorships,keywords,locations,abstract_inverted_index';

/** OpenAlex: works in pages, by cursor; each answer is a line of JSON. */
export const openalex: Service = {
  id: 'openalex',
  summary: 'OpenAlex',
  queries: 'words, or filters in its own terms (filter=publication_year:2024,topics.id:T10320)',
  example: 'knowledge distillation',
  api: 'https://api.openalex.org',
  pause: 0.2,
  extension: 'jsonl',
  async *ask(query, most, get, contact) {
    const asked = query.trim();
    if (asked === '') throw new BadQuery('an empty query: give words, or filter=...');
    const what = asked.startsWith('filter=') ? `filter=${encodeURIComponent(asked.slice(7))}` : `search=${encodeURIComponent(asked)}`;
    const mail = contact ? `&mailto=${encodeURIComponent(contact)}` : '';
    let [cursor, left] = ['*', most];
    while (left > 0 && cursor !== '') {
      const size = Math.min(PAGE, left);
      const answer = await get(`/works?${what}&select=${FIELDS}&per-page=${size}&cursor=${encodeURIComponent(cursor)}${mail}`);
      const page = parsed(answer);
      const papers = listAt(page, 'results').length;
      if (papers === 0) break;
      yield { text: `${JSON.stringify(page)}\n`, papers, total: Number(textAt(page, 'meta', 'count')) || papers };
      left -= papers;
      cursor = textAt(page, 'meta', 'next_cursor');
    }
  },
};

function parsed(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && 'results' in value) return value;
  } catch {
    // told below
  }
  throw new Unanswered('OpenAlex answered with something that is no list of works');
}
