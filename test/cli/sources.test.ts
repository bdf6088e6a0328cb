import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, scratch } from '../helpers/cli.ts';
import { arxivPage, serviceThat } from '../helpers/service.ts';

const FIXTURES = 'test/fixtures/read';

describe('read', () => {
  test('shows papers, counts and messages', async () => {
    const { code, out, err } = await cli(['read', join(FIXTURES, 'bibtex/library.bib'), join(FIXTURES, 'arxiv-atom'), '--quiet']);
    expect(code).toBe(0);
    expect(out).toMatch(/^id +title +date +authors +abstract$/m);
    expect(out).toMatch(/^1706\.03762 +Attention is All You Need +2017-12 +Ashish Vaswani and 2 more/m);
    expect(out).toMatch(/^library\.bib +bibtex +3 +2 +0 +1 +4$/m);
    expect(out).toMatch(/^all +\d+/m);
    expect(err).toContain('library.bib, line 18, record 3: no title');
  });

  test('prints papers one a line, which are read again as they are', async () => {
    const first = await cli(['read', join(FIXTURES, 'ris/two.ris'), '--format', 'jsonl']);
    expect(first).toMatchObject({ code: 0, err: '' });
    const papers = first.out.trimEnd().split('\n').map((line) => JSON.parse(line) as { id: string; title: string; abstract: string }); // prettier-ignore
    const file = join(scratch(), 'papers.jsonl');
    writeFileSync(file, first.out);
    const again = JSON.parse((await cli(['read', file, '--format', 'json', '--quiet'])).out) as { papers: typeof papers; files: object[]; messages: object[] }; // prettier-ignore
    expect(again.papers.map(({ id, title, abstract }) => ({ id, title, abstract }))).toEqual(papers.map(({ id, title, abstract }) => ({ id, title, abstract }))); // prettier-ignore
    expect(again).toMatchObject({ files: [{ file: 'papers.jsonl', read: 2, kept: 2 }], messages: [] });
  });

  test('nothing to read: the messages, JSON that is whole, and exit code 1', async () => {
    const { code, out } = await cli(['read', join(FIXTURES, 'empty.txt'), '--format', 'json', '--quiet']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ papers: [], messages: [{ file: 'empty.txt', done: 'rejected' }] });
  });
});

describe('fetch', () => {
  test('writes a file that is read, after the service was busy', async () => {
    const { api, asked } = await serviceThat((url, nth) => (nth === 1 ? { status: 503 } : { body: arxivPage(url, 120) }));
    const file = join(scratch(), 'papers.atom');
    const ran = await cli(['fetch', 'arxiv', 'structured', 'pruning', '--max', '110', '--api', api, '--pause', '0', '--contact', 'me@example.org', '--out', file]); // prettier-ignore
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining(`110 papers in ${file}, of 120`) });
    expect(ran.err).toContain('503');
    expect(asked[0]!.agent).toMatch(/^claimgraph\/\d+\.\d+\.\d+ \(mailto:me@example\.org\)$/);
    expect((await cli(['read', file, '--quiet'])).out).toMatch(/^papers\.atom +arxiv-atom +110 +110 /m);
  });

  test('keeps what came before the service failed, and says that it is a part', async () => {
    const { api } = await serviceThat((url, nth) => (nth === 1 ? { body: arxivPage(url, 150) } : { status: 400, body: 'no more' }));
    const file = join(scratch(), 'papers.atom');
    const ran = await cli(['fetch', 'arxiv', 'x', '--max', '150', '--api', api, '--pause', '0', '--out', file]);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/400.*no more.*only the first 100 papers/);
    expect(readFileSync(file, 'utf8').trimEnd().endsWith('</feed>')).toBe(true);
    expect((await cli(['read', file, '--format', 'jsonl'])).out.trimEnd().split('\n')).toHaveLength(100);
  });

  test.each<[string, string[], number, RegExp]>([
    ['nothing found', ['fetch', 'arxiv', 'x'], 1, /no paper for "x": nothing was written/],
    ['a bad query', ['fetch', 'hf', '2024-02-30'], 2, /no day, week, month/],
    ['a bad number', ['fetch', 'hf', '2024-02-29', '--max', 'all'], 2, /--max all: give a number/],
  ])('%s', async (_, args, code, said) => {
    const { api } = await serviceThat((url) => ({ body: arxivPage(url, 0) }));
    const file = join(scratch(), 'none');
    const ran = await cli([...args, '--api', api, '--pause', '0', '--out', file]);
    expect([ran.code, existsSync(file)]).toEqual([code, false]);
    expect(ran.err).toMatch(said);
  });

  test('no faster than the service asks for', async () => {
    expect(await cli(['fetch', 'arxiv', 'x', '--pause', '0.5'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('asks for 3 seconds'),
    });
  });
});
