import { parseDate } from '../date.ts';
import { BadQuery, Unanswered, type Service } from './service.ts';

/** Papers a page, the most that the API gives. */
const PAGE = 100;
/** Days of one range. */
const DAYS = 1000;
const DAY = 24 * 60 * 60 * 1000;

/** Hugging Face: the Daily Papers of a day, a week, a month or a range of days, or a search; each page is a line of JSON. */
export const hf: Service = {
  id: 'hf',
  summary: 'Daily Papers of Hugging Face',
  queries: 'a day (2024-12-24), a week (2024-W52), a month (2024-12), days (2024-12-24..2024-12-31), or words',
  example: '2024-12-24..2024-12-31',
  api: 'https://huggingface.co',
  pause: 1,
  extension: 'json',
  async *ask(query, most, get) {
    let left = most;
    for (const path of paths(query.trim())) {
      for (let page = 0; left > 0; page++) {
        const paged = path.startsWith('/api/daily_papers');
        const list = listIn(await get(paged ? `${path}&limit=${PAGE}&p=${page}` : path));
        const papers = list.slice(0, left);
        left -= papers.length;
        if (papers.length > 0) yield { text: `${JSON.stringify(papers)}\n`, papers: papers.length };
        if (!paged || list.length < PAGE) break;
      }
    }
  },
};

function* paths(query: string): Generator<string> {
  if (query === '') throw new BadQuery('an empty query: give a day (2024-12-24), a week, a month, days, or words');
  const [from = '', to = from] = query.split('..');
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first !== null && last !== null) {
    if (last < first || (last - first) / DAY >= DAYS)
      throw new BadQuery(`from ${from} to ${to}: give the earlier day first, and at most ${DAYS} days`);
    for (let day = first; day <= last; day += DAY) yield `/api/daily_papers?date=${new Date(day).toISOString().slice(0, 10)}`;
  } else if (/^\d{4}-W\d{2}$/.test(query)) yield `/api/daily_papers?week=${query}`;
  else if (/^\d{4}-\d{2}$/.test(query) && parseDate(query)) yield `/api/daily_papers?month=${query}`;
  else if (/^\d{4}-[\dW.-]*$/.test(query)) throw new BadQuery(`"${query}" is no day, week, month or range of days`);
  else yield `/api/papers/search?q=${encodeURIComponent(query)}`;
}

/** Milliseconds of a day in the calendar, null for anything else. */
function dayOf(text: string): number | null {
  const { year, month, day } = (/^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(text)) || {};
  return day === undefined ? null : Date.UTC(year!, month! - 1, day);
}

function listIn(text: string): unknown[] {
  try {
    const value = JSON.parse(text) as unknown;
    if (Array.isArray(value)) return value as unknown[];
  } catch {
    // told below
  }
  throw new Unanswered('Hugging Face answered with something that is no list of papers');
}
