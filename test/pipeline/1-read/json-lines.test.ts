import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../../pipeline/1-read/readers/json-lines.ts';
import { input, readAll, readWith, unaccounted } from '../../helpers/read.ts';

async function readLines(text: string) {
  const { papers, report } = await readWith(jsonLines, text, 'lines');
  return { papers, messages: report.messages, count: report.files[0]! };
}
const one = (fields: object) => readLines(JSON.stringify({ title: 'T', abstract: 'A', ...fields }));

describe('JSON Lines', () => {
  it('reads the good lines and names the bad ones', async () => {
    const { papers, report } = await readAll([input('mixed.jsonl', readFileSync('test/fixtures/read/json-lines/mixed.jsonl'))]);
    const place = (record: number, line: number) => ({ file: 'mixed.jsonl', record, line, reader: 'json-lines' });
    expect(papers).toEqual([
      {
        id: '2401.10000',
        title: 'First',
        abstract: 'One.\nTwo.',
        date: { year: 2024, month: 1, day: 5 },
        authors: { count: 2, names: ['Ann', 'Ben'] },
        upvotes: 3,
        url: 'https://arxiv.org/abs/2401.10000',
        source: place(1, 1),
      },
      { id: 'third', title: 'Third', abstract: 'A summary.', authors: { count: 4 }, source: place(3, 4) },
      { id: 'title-alone', title: 'Title alone', abstract: '', source: place(6, 7) },
      { id: '2402.10000', title: 'Numeric id', abstract: 'Text.', source: place(7, 8) },
    ]);
    expect(report.messages.map(({ line, done, problem }) => [line, done, problem.slice(0, 24)])).toEqual([
      [3, 'rejected', 'not a JSON object: each '],
      [4, 'skipped', '"publishedAt" is no date'],
      [4, 'skipped', '"url" is no http or http'],
      [5, 'rejected', 'not a JSON object: each '],
      [6, 'rejected', 'no title: a paper needs '],
      [7, 'kept', 'no abstract: the paper i'],
      [8, 'skipped', '"id" is a number, taken '],
      [9, 'rejected', 'not a JSON object: the f'],
    ]);
    expect(report.files).toEqual([{ file: 'mixed.jsonl', reader: 'json-lines', read: 8, kept: 4, merged: 0, rejected: 4, dropped: 0 }]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each<[string, object, object, number]>([
    ['a list of names', { authors: ['Ann', 'Ben'] }, { authors: { count: 2, names: ['Ann', 'Ben'] } }, 0],
    ['nameless authors', { authors: ['Ann', {}, null] }, { authors: { count: 3, names: ['Ann'] } }, 1],
    [
      'our own form',
      { authors: { count: 4 }, date: { year: 2024, month: 2 } },
      { authors: { count: 4 }, date: { year: 2024, month: 2 } },
      0,
    ],
    ['authors as text', { authors: 'Ann and Ben' }, {}, 1],
    ['no authors', { authors: [] }, {}, 0],
    ['a year', { date: 2024 }, { date: { year: 2024 } }, 0],
    ['the first good date', { date: 'soon', published: '2024-02' }, { date: { year: 2024, month: 2 } }, 1],
    ['a date that is none', { date: { year: 2023, month: 2, day: 29 } }, {}, 1],
    ['a date of odd parts', { date: { year: '2023' } }, {}, 1],
    ['no upvotes', { upvotes: -1 }, {}, 1],
    ['zero upvotes', { upvotes: 0 }, { upvotes: 0 }, 0],
    ['nulls', { id: null, date: null, authors: null, upvotes: null, url: null }, {}, 0],
    ['a numeric id', { id: 17 }, { id: '17' }, 0],
    ['an id with space', { id: ' x ' }, { id: 'x' }, 0],
    ['an id too long', { id: 'x'.repeat(501) }, {}, 1],
    ['an object as id', { id: {} }, {}, 1],
    ['an id of the prototype', { id: '__proto__' }, { id: '__proto__' }, 0],
    ['another address', { abs: 'http://arxiv.org/abs/1' }, { url: 'http://arxiv.org/abs/1' }, 0],
    ['an abstract that is no text', { abstract: 3, summary: 'S' }, { abstract: 'S' }, 1],
  ])('%s', async (_, fields, read, told) => {
    const { papers, messages } = await one(fields);
    const { source: _source, ...paper } = papers[0]!;
    expect(paper).toEqual({ id: '', title: 'T', abstract: 'A', ...read });
    expect(messages).toHaveLength(told);
  });

  it.each([
    ['2401.10000', '2401.10000'],
    ['1e3', '1e3'],
    ['12345678901234567890', '12345678901234567890'],
  ])('a number %s as id is taken as written', async (written, id) => {
    const { papers } = await readLines(`{"authors": [{"id": 5}], "id": ${written}, "title": "T", "abstract": "A"}`);
    expect(papers[0]!.id).toBe(id);
  });

  it('refuses a line that is too long, and reads on', async () => {
    const { papers, messages } = await readLines(`{"title":"${'x'.repeat(8 * 2 ** 20)}"}\n{"title":"T","abstract":"A"}`);
    expect(papers.map(({ title }) => title)).toEqual(['T']);
    expect(messages).toMatchObject([{ record: 1, line: 1, done: 'rejected' }]);
  });

  it('gives back any titles and abstracts exactly', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const filled = text.filter((value) => value.trim() !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: filled, abstract: fc.oneof(filled, fc.constant('')) }), { minLength: 1, maxLength: 8 }),
        async (papers) => {
          const lines = papers.map((paper, i) => JSON.stringify({ id: `p${i}`, ...paper }));
          const read = await readLines(lines.join('\n'));
          expect(read.papers.map(({ title, abstract }) => ({ title, abstract }))).toEqual(papers);
          const { report } = await readAll([input('lines', `${lines.join('\r\n')}\r\n`)]);
          expect(report.files[0]).toMatchObject({ read: papers.length, rejected: 0 });
          expect(unaccounted(report)).toBe(0);
        },
      ),
    );
  });

  it('never throws, and accounts for every line with something on it', async () => {
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ title: fc.jsonValue(), abstract: fc.jsonValue(), id: fc.jsonValue(), date: fc.jsonValue(), authors: fc.jsonValue() })
        .map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const { papers, count } = await readLines(['{}', ...lines].join('\n'));
        const filled = lines
          .join('\n')
          .split('\n')
          .filter((each) => each.trim() !== '').length;
        expect(papers.length + count.rejected).toBe(filled + 1);
      }),
    );
  });

  it.each([
    ['objects', '{"a": 1}\n{"b": 2}', true],
    ['a first line that is bad', '{"a": \n{"b": 2}', true],
    ['one line, cut', '{"title": "T", "abstract": "an unfinished', true],
    ['one line longer than the head', `{"title": "T", "abstract": "${'x'.repeat(70_000)}`.slice(0, 65_536), true],
    ['an array', '[{"title": "T"}]', true],
    ['an array with an object a line', '[\n{"title": "T"},\n{"title": "U"}\n]', true],
    ['an array, cut', '[\n{"title": "T", "abs', true],
    ['an array of numbers', '[1, 2]', false],
    ['an object over several lines', '{\n  "title": "T"\n}', true],
    ['BibTeX', '@article{a, title={T}}', false],
    ['nothing', '', false],
  ])('%s is recognised by content', (_, text, is) => {
    expect(jsonLines.sniff(text) > 0).toBe(is);
  });
});
