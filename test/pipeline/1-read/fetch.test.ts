import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { politely, SERVICES } from '../../../pipeline/1-read/fetch/index.ts';
import { input, readAll } from '../../helpers/read.ts';
import { arxivPage, hfPage, openalexPage, serviceThat } from '../../helpers/service.ts';
import type { Replayed } from '../../helpers/service.ts';

/** Asks a service that answers so; what comes back is read as a file would be. */
async function fetched(id: string, query: string, most: number, answers: (url: URL, nth: number) => Replayed) {
  const service = SERVICES.find((one) => one.id === id)!;
  const { api, asked } = await serviceThat(answers);
  const get = politely({ api, pause: 0, agent: 'test (mailto:a@example.org)', backoff: 1 });
  let [text, papers, total] = ['', 0, 0];
  for await (const part of service.ask(query, most, get, 'a@example.org')) {
    text += part.text;
    papers += part.papers;
    total = part.total ?? total;
  }
  const read = await readAll([input(`x.${service.extension}`, text)]);
  return { ...read, counted: papers, total, asked };
}

describe('arxiv', () => {
  it('pages become one feed that is read whole', async () => {
    const { papers, report, counted, total, asked } = await fetched('arxiv', 'structured pruning', 230, (url) => ({
      body: arxivPage(url, 1000),
    }));
    expect([papers.length, counted, total]).toEqual([230, 230, 1000]);
    expect(report.messages).toEqual([]);
    expect(report.files[0]!.reader).toBe('arxiv-atom');
    expect(asked.map(({ url }) => [url.searchParams.get('start'), url.searchParams.get('max_results')])).toEqual([['0', '100'], ['100', '100'], ['200', '30']]); // prettier-ignore
    expect(asked[0]!.url.searchParams.get('search_query')).toBe('all:structured AND all:pruning');
    expect(asked[0]!.agent).toBe('test (mailto:a@example.org)');
  });

  it.each([
    ['cat:cs.LG AND ti:pruning', 'search_query', 'cat:cs.LG AND ti:pruning'],
    ['2401.00001 arXiv:2401.00002v2', 'id_list', '2401.00001,2401.00002v2'],
    ['"quoted words"', 'search_query', 'all:quoted AND all:words'],
  ])('%s is asked in its own terms', async (query, param, value) => {
    const { asked } = await fetched('arxiv', query, 5, (url) => ({ body: arxivPage(url, 5) }));
    expect(asked[0]!.url.searchParams.get(param)).toBe(value);
  });

  it('a page that comes without its entries is asked for again', async () => {
    const { papers, asked } = await fetched('arxiv', 'x', 150, (url, nth) => ({ body: arxivPage(url, 150, nth === 2 ? 0 : undefined) }));
    expect([papers.length, asked.length]).toEqual([150, 3]);
  });

  it('fewer than wanted end it', async () => {
    const { papers, asked } = await fetched('arxiv', 'x', 500, (url) => ({ body: arxivPage(url, 3) }));
    expect([papers.length, asked.length]).toEqual([3, 1]);
  });

  it('half a feed is no answer', async () => {
    await expect(fetched('arxiv', 'x', 5, (url) => ({ body: arxivPage(url, 5).slice(0, -20) }))).rejects.toThrow('no whole feed');
  });
});

describe('openalex', () => {
  it('follows the cursor, says who asks, and is read whole', async () => {
    const { papers, report, total, asked } = await fetched('openalex', 'graphs', 450, (url) => ({ body: openalexPage(url, 460) }));
    expect([papers.length, total]).toEqual([450, 460]);
    expect(report).toMatchObject({ messages: [], files: [{ reader: 'openalex', read: 450 }] });
    expect(asked.map(({ url }) => url.searchParams.get('cursor'))).toEqual(['*', '200', '400']);
    expect(asked[0]!.url.searchParams.get('mailto')).toBe('a@example.org');
    expect(asked[0]!.url.searchParams.get('search')).toBe('graphs');
  });
  it('takes filters', async () => {
    const { asked } = await fetched('openalex', 'filter=publication_year:2024', 1, (url) => ({ body: openalexPage(url, 1) }));
    expect(asked[0]!.url.searchParams.get('filter')).toBe('publication_year:2024');
  });
});

describe('hf', () => {
  it('a range of days, one request a day, across a month of a leap year', async () => {
    const { papers, report, asked } = await fetched('hf', '2024-02-28..2024-03-01', 10, (url) => ({ body: hfPage([`2402.000${url.searchParams.get('date')!.slice(-2)}`]) })); // prettier-ignore
    expect(asked.map(({ url }) => url.searchParams.get('date'))).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(papers).toHaveLength(3);
    expect(report).toMatchObject({ messages: [], files: [{ reader: 'daily-papers-api' }] });
  });

  it('a month, in pages, no more than wanted', async () => {
    const page = (n: number) => Array.from({ length: 100 }, (_, i) => `24${String(10 + n)}.${String(10_000 + i)}`);
    const { papers, asked } = await fetched('hf', '2024-12', 150, (url) => ({ body: hfPage(page(Number(url.searchParams.get('p')))) }));
    expect([papers.length, asked.length]).toEqual([150, 2]);
    expect(asked[0]!.url.searchParams.get('month')).toBe('2024-12');
  });

  it.each([
    ['2024-W52', 'week', '2024-W52'],
    ['edge devices', 'q', 'edge devices'],
  ])('%s', async (query, param, value) => {
    const { asked } = await fetched('hf', query, 5, () => ({ body: hfPage(['2412.00001']) }));
    expect(asked[0]!.url.searchParams.get(param)).toBe(value);
  });
});

it.each([
  ['arxiv', ' '],
  ['openalex', ''],
  ['hf', ''],
  ['hf', '2024-02-30'],
  ['hf', '2024-13'],
  ['hf', '2024-03-05..2024-03-01'],
  ['hf', '2000-01-01..2024-01-01'],
])('%s cannot be asked for %j', async (id, query) => {
  await expect(fetched(id, query, 5, () => ({}))).rejects.toMatchObject({ name: 'BadQuery' });
});

describe('manners', () => {
  const ask = async (answers: (url: URL, nth: number) => Replayed, options: Partial<Parameters<typeof politely>[0]> = {}) => {
    const { api, asked } = await serviceThat(answers);
    const waits: [string, number][] = [];
    const get = politely({ api, pause: 0, agent: 'x', backoff: 1, waiting: (why, ms) => waits.push([why, ms]), ...options });
    return { answer: await get('/a').catch((error: Error) => error), asked: asked.length, waits, get };
  };

  it('asks again where the service is busy, with growing waits', async () => {
    const busy = [{ status: 503 }, { drop: true }, { status: 429 }, { body: 'done' }];
    const { answer, waits } = await ask((_, nth) => busy[nth - 1]!);
    expect(answer).toBe('done');
    expect(waits.map(([, ms]) => ms)).toEqual([1, 2, 4]);
    expect(waits.map(([why]) => why)).toEqual([
      expect.stringContaining('503'),
      expect.stringContaining('no connection'),
      expect.stringContaining('429'),
    ]);
  });

  it('waits as long as it is told to', async () => {
    const { waits } = await ask((_, nth) => (nth === 1 ? { status: 429, headers: { 'Retry-After': '0.02' } } : { body: 'x' }));
    expect(waits.map(([, ms]) => ms)).toEqual([20]);
  });

  it.each<[string, (nth: number) => Replayed, number, RegExp]>([
    ['always busy', () => ({ status: 500, body: 'down' }), 5, /answered 500.*down/],
    ['refused', () => ({ status: 400, body: 'bad\nquery' }), 1, /answered 400.*bad query/],
    ['not before an hour', () => ({ status: 429, headers: { 'Retry-After': '3600' } }), 1, /answered 429/],
  ])('%s: gives up, and says why', async (_, answers, times, why) => {
    const { answer, asked } = await ask((_url, nth) => answers(nth));
    expect(answer).toMatchObject({ name: 'Unanswered', message: expect.stringMatching(why) });
    expect(asked).toBe(times);
  });

  it('pauses between requests', async () => {
    const { get } = await ask(() => ({ body: 'x' }), { pause: 7 });
    const timer = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => timer.mockRestore());
    await get('/b');
    expect(timer.mock.calls.some(([, milliseconds]) => milliseconds === 7)).toBe(true);
  });
});
