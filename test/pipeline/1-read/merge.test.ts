import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { input, readAll, unaccounted } from '../../helpers/read.ts';

interface Given {
  id?: string;
  title: string;
  abstract?: string;
  [field: string]: unknown;
}
const file = (name: string, ...papers: Given[]) => input(name, papers.map((paper) => JSON.stringify(paper)).join('\n'));
const long = 'word '.repeat(40);
const cut = long.trim().replaceAll(' ', '-').slice(0, 120);
const whole = 'We study one thing. Then another.';

describe('merging', () => {
  it.each<[string, Given[], [id: string, abstract: string][], number]>([
    ['the same id', [{ id: 'x', title: 'T', abstract: 'A' }, { id: 'x', title: 'T', abstract: 'A longer' }], [['x', 'A longer']], 0],
    ['the same arXiv id, another title', [{ id: '2401.00001', title: 'T', abstract: whole }, { id: '2401.00001', title: 'U', abstract: 'B' }], [['2401.00001', whole]], 1],
    ['a running number for two papers', [{ id: '1', title: 'T', abstract: whole }, { id: '1', title: 'U', abstract: 'B' }], [['1', whole], ['1-2', 'B']], 1],
    ['the same title', [{ title: 'A Title', abstract: whole }, { title: 'a title.', abstract: whole }], [['a-title', whole]], 0],
    ['a cut abstract', [{ title: 'T', abstract: 'We study one…' }, { title: 'T', abstract: whole }], [['t', whole]], 0],
    ['other spaces', [{ title: 'T', abstract: 'We  study one\nthing.' }, { title: 'T', abstract: whole }], [['t', whole]], 0],
    ['no abstract', [{ title: 'T' }, { title: 'T', abstract: whole }], [['t', whole]], 1],
    ['an id and none', [{ title: 'T', abstract: whole }, { id: '2401.00001', title: 'T', abstract: whole }], [['2401.00001', whole]], 0],
    ['two ids, one text', [{ id: 'b', title: 'T', abstract: whole }, { id: 'a', title: 'T', abstract: whole }], [['a', whole]], 0],
    ['two ids, two texts', [{ id: 'a', title: 'T', abstract: whole }, { id: 'b', title: 'T', abstract: 'B' }], [['a', whole], ['b', 'B']], 0],
    ['two ids, no text to compare', [{ id: 'a', title: 'Editorial' }, { id: 'b', title: 'Editorial', abstract: whole }], [['a', ''], ['b', whole]], 1],
    ['one title, two papers', [{ title: 'T', abstract: 'B' }, { title: 'T', abstract: whole }], [['t-2', 'B'], ['t', whole]], 1],
    ['an id that is the title of another', [{ id: 't', title: 'U', abstract: 'B' }, { title: 'T', abstract: whole }], [['t', 'B'], ['t-2', whole]], 1],
    ['a suffix that is taken', [{ title: 'T', abstract: 'B' }, { title: 'T', abstract: whole }, { id: 't-2', title: 'V', abstract: 'C' }], [['t-3', 'B'], ['t', whole], ['t-2', 'C']], 1],
    ['titles without letters', [{ title: '???', abstract: whole }, { title: '!!!' }], [['unnamed', whole], ['unnamed-2', '']], 2],
    ['one title without letters', [{ title: '???', abstract: whole }, { title: '???' }], [['unnamed', whole]], 1],
    ['long titles that begin alike', [{ title: `${long}one`, abstract: whole }, { title: `${long}two`, abstract: 'We study one thing.' }], [[cut, whole], [`${cut}-2`, 'We study one thing.']], 1],
    ['a running number for two long titles', [{ id: '1', title: `${long}one`, abstract: whole }, { id: '1', title: `${long}two` }], [['1', whole], ['1-2', '']], 2],
    ['signs that carry meaning', [{ title: 'On C', abstract: whole }, { title: 'On C++', abstract: whole }], [['on-c', whole], ['on-c-plus-plus', whole]], 0],
    ['keys of the prototype', [{ id: '__proto__', title: 'constructor', abstract: 'A' }, { title: '__proto__', abstract: 'B' }], [['__proto__', 'A'], ['proto', 'B']], 0],
  ])('%s', async (_, given, papers, told) => {
    for (const order of [given, given.toReversed()]) {
      const read = await readAll([file('f', ...order)]);
      const expected = order === given ? papers : papers.toReversed();
      expect(read.papers.map(({ id, abstract }) => [id, abstract]).sort()).toEqual(expected.toSorted());
      expect(read.report.files[0]).toMatchObject({ read: given.length, kept: papers.length, merged: given.length - papers.length, rejected: 0 });
      expect(read.report.messages).toHaveLength(told);
    }
  }); // prettier-ignore

  it('keeps what only one of the records knows', async () => {
    const { papers, report } = await readAll([
      file('a', { id: 'x', title: 'T', abstract: whole, date: 'Jan 1', authors: 2, upvotes: 1 }),
      file('b', { title: 'T', abstract: 'We study one', date: '2024-01-01', authors: ['Ann', 'Ben'], upvotes: 5, url: 'https://e.org/x' }),
    ]);
    expect(papers).toEqual([
      {
        id: 'x',
        title: 'T',
        abstract: whole,
        date: { year: 2024, month: 1, day: 1 },
        authors: { count: 2, names: ['Ann', 'Ben'] },
        upvotes: 5,
        url: 'https://e.org/x',
        source: { file: 'a', record: 1, line: 1, reader: 'json-lines' },
        otherSources: [{ file: 'b', record: 1, line: 1, reader: 'json-lines' }],
      },
    ]);
    expect(report.files.map(({ file: name, kept, merged }) => [name, kept, merged])).toEqual([['a', 1, 0], ['b', 0, 1]]); // prettier-ignore
  });

  it('does not depend on the order of input, gives each paper an id of its own, and accounts for each record', async () => {
    const few = (...values: string[]) => fc.constantFrom(...values);
    const given = fc.record(
      {
        id: few('1', '2', '2401.00001', 't', 't-2'),
        title: few('T', 'U', 't!'),
        abstract: few('', 'We', 'We study', 'We study one', 'You study'),
        upvotes: fc.nat(9),
      },
      { requiredKeys: ['title'] },
    );
    const numbered = fc.array(given, { minLength: 1, maxLength: 12 }).map((all) => all.map((paper, i) => file(`f${i}`, paper as Given)));
    await fc.assert(
      fc.asyncProperty(
        numbered.chain((files) => fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length }))),
        async ([files, shuffled]) => {
          const [one, other] = [await readAll(files), await readAll(shuffled)];
          expect(other).toEqual(one);
          expect(new Set(one.papers.map(({ id }) => id)).size).toBe(one.papers.length);
          expect(unaccounted(one.report)).toBe(0);
          expect(one.report.files.reduce((sum, { kept }) => sum + kept, 0)).toBe(one.papers.length);
        },
      ),
    );
  });
});

it('a paper under two ids of its source keeps both', async () => {
  const lines = ['7', '9'].map((id) => JSON.stringify({ id, title: 'One paper', abstract: 'Just the same.' })).join('\n');
  const { papers } = await readAll([input('a.jsonl', lines)]);
  expect(papers.map(({ id, otherIds }) => [id, otherIds])).toEqual([['7', ['9']]]);
});

describe('one paper from several sources', () => {
  const title = 'Pruning at Scale';
  const abstract = 'We prune large networks and keep their accuracy on every benchmark that we tried, at a tenth of the cost. '.repeat(3);
  const atom = (version: string, text: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><!-- arxiv.org --><entry><id>http://arxiv.org/abs/2401.00001${version}</id><title>${title}</title><summary>${text}</summary><published>2024-01-02T00:00:00Z</published></entry></feed>`;
  const sources = [
    input('a-v1.atom', atom('v1', abstract)),
    input('b-v2.atom', atom('v2', `${abstract} Now with code.`)),
    input('c-openalex.json', JSON.stringify({ results: [{ id: 'https://openalex.org/W4390000001', doi: 'https://doi.org/10.5555/P', title, publication_year: 2024, locations: [{ landing_page_url: 'http://arxiv.org/abs/2401.00001' }] }] })),
    input('d-crossref.json', JSON.stringify({ message: { indexed: {}, publisher: 'P', DOI: '10.5555/p', title: ['Pruning at scale'], abstract: `<jats:p>${abstract}</jats:p>`, subject: ['Pruning'] } })),
    input('e-library.bib', `@article{prune24, title = {{P}runing at Scale}, author = {Lee, Ann}, doi = {10.5555/P}}`),
    input('f-by-title.csv', `Title,Abstract\n${title},${abstract.replaceAll(',', ' ')}\n`),
  ]; // prettier-ignore

  it('is one, under its best id, with every source and id named', async () => {
    const { papers, report } = await readAll(sources);
    expect(papers.map(({ id, title, abstract, date, authors, keywords }) => ({ id, title, abstract, date, authors, keywords }))).toEqual([
      {
        id: '2401.00001',
        title,
        abstract: `${abstract} Now with code.`.replaceAll('  ', ' '),
        date: { year: 2024, month: 1, day: 2 },
        authors: { count: 1, names: ['Ann Lee'] },
        keywords: ['Pruning'],
      },
    ]);
    const [{ otherIds, source, otherSources } = {}] = papers;
    expect(otherIds).toEqual(['10.5555/p', '2401.00001v1', '2401.00001v2', 'openalex:W4390000001', 'prune24']);
    expect([source!, ...otherSources!].map(({ file }) => file).sort()).toEqual(sources.map(({ name }) => name));
    expect(unaccounted(report)).toBe(0);
    expect(await readAll(sources.toReversed())).toEqual({ papers, report });
  });

  it('two papers of one DOI, as of a whole volume, stay apart', async () => {
    const lines = ['On Graph Claims', 'Neural Compression Limits'].map((title, i) => ({ DOI: '10.5555/vol', title: [title], abstract: `Another text ${i}.` }));
    const { papers, report } = await readAll([input('f.json', JSON.stringify(lines))]);
    expect(papers.map(({ id, title }) => [id, title]).sort()).toEqual([['10.5555/vol', 'On Graph Claims'], ['10.5555/vol-2', 'Neural Compression Limits']]);
    expect(report.messages.map(({ problem }) => problem)).toEqual([expect.stringContaining('stands for another paper too')]);
  }); // prettier-ignore
});
