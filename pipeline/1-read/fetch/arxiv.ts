import { arxivId } from '../ids.ts';
import { BadQuery, Unanswered, type Get, type Service } from './service.ts';

/** Papers a page; arXiv asks for small slices. */
const PAGE = 100;
/** What arXiv gives for one query. */
const MOST = 30_000;
/** arXiv's API sometimes answers a page without its entries; asked again, it has them. */
const TRIES = 3;
const FIELDS = /\b(?:ti|au|abs|co|jr|cat|rn|id|all|submittedDate|lastUpdatedDate):/;

/** arXiv's API: Atom, in pages, which are joined into one feed. */
export const arxiv: Service = {
  id: 'arxiv',
  summary: 'arXiv',
  queries: "words, a search in arXiv's own terms (cat:cs.LG AND ti:pruning), or ids",
  example: 'structured pruning',
  api: 'https://export.arxiv.org',
  pause: 3,
  extension: 'atom',
  async *ask(query, most, get) {
    const what = terms(query);
    const wanted = Math.min(most, MOST);
    let [asked, given] = [0, 0];
    for (let total = wanted; asked < Math.min(wanted, total);) {
      const size = Math.min(PAGE, wanted - asked);
      const page = await pageOf(get, `/api/query?${what}&start=${asked}&max_results=${size}`, asked);
      yield { text: given === 0 && asked === 0 ? page.before + page.entries : page.entries, papers: page.count, total: page.total };
      asked += size;
      given += page.count;
      total = page.total;
    }
    yield { text: '</feed>\n', papers: 0 };
  },
};

function terms(query: string): string {
  const words = query.trim().split(/[\s,]+/);
  if (words[0] === '') throw new BadQuery('an empty query: give words, a search (cat:cs.LG AND ti:pruning), or ids');
  if (words.every((word) => arxivId(word)))
    return `id_list=${encodeURIComponent(words.map((word) => word.replace(/^arxiv:/i, '')).join(','))}`;
  const search = FIELDS.test(query) ? query.trim() : words.map((word) => `all:${word.replace(/["():]/g, '')}`).join(' AND ');
  return `search_query=${encodeURIComponent(search)}&sortBy=submittedDate&sortOrder=descending`;
}

interface Page {
  /** The feed up to its first entry. */
  before: string;
  entries: string;
  count: number;
  total: number;
}

async function pageOf(get: Get, path: string, start: number): Promise<Page> {
  for (let tries = 1; ; tries++) {
    const text = await get(path);
    const end = text.lastIndexOf('</feed>');
    const total = Number(/<opensearch:totalResults[^>]{0,200}>\s*(\d{1,9})/.exec(text)?.[1] ?? Number.NaN);
    const first = text.search(/<entry[\s>]/);
    const entries = first === -1 ? '' : text.slice(first, end);
    const page = { before: text.slice(0, first === -1 ? end : first), entries, count: entries.split(/<entry[\s>]/).length - 1, total };
    if (end !== -1 && !Number.isNaN(total) && (page.count > 0 || start >= total)) return page;
    if (tries === TRIES) throw new Unanswered('arXiv answered with something that is no whole feed');
  }
}
