import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READERS } from '../../../pipeline/1-read/index.ts';
import type { Paper } from '../../../src/model.ts';
import { input, inPieces, readAll, unaccounted } from '../../helpers/read.ts';

const FIXTURES = 'test/fixtures/read';
const fixtures = READERS.filter(({ id }) => id !== 'daily-papers-page').flatMap(({ id }) =>
  readdirSync(join(FIXTURES, id)).map((name) => ({ id, name, bytes: new Uint8Array(readFileSync(join(FIXTURES, id, name))) })),
);
const files = fixtures.map(({ id, name, bytes }) => [`${id}/${name}`, id, bytes] as const);

/** Formats that say where they end: any cut can be told. Of the others, a part may be a whole file. */
const ENDED = new Set(['query.atom', 'prefixed.xml', 'day.json', 'wrapped.json', 'dataset.json', 'page.json', 'search.json', 'batch.json', 'list.json', 'work.json', 'set.xml', 'book.xml', 'api.json', 'better-bibtex.json', 'items.json', 'array.json']); // prettier-ignore

const understood = ({ papers, report }: Awaited<ReturnType<typeof readAll>>) => ({
  papers,
  messages: report.messages,
  files: report.files,
});
const said = ({ source: _source, ...paper }: Paper) => JSON.stringify(paper);

describe.each(files)('%s', (path, id, bytes) => {
  const name = path.slice(id.length + 1);

  it('is understood alike in pieces, compressed, and with other line ends', async () => {
    const whole = understood(await readAll([input(name, bytes)]));
    for (const size of [1, 7, 1000]) expect(understood(await readAll([{ name, bytes: inPieces(bytes, size) }]))).toEqual(whole);
    expect(understood(await readAll([{ name, bytes: inPieces(gzipSync(bytes), 100) }]))).toEqual(whole);
    const crlf = new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(/\r?\n/g, '\r\n'));
    expect(understood(await readAll([input(name, crlf)])).papers).toEqual(whole.papers);
  });

  it('cut anywhere, it is read as far as it goes, and is not taken for whole', async () => {
    const whole = await readAll([input(name, bytes)]);
    const known = new Set(whole.papers.map(said));
    await fc.assert(
      fc.asyncProperty(fc.nat(new TextDecoder().decode(bytes).trimEnd().length - 2), async (at) => {
        const { papers, report } = await readAll([input(name, bytes.slice(0, at))]);
        expect(unaccounted(report)).toBe(0);
        const { messages } = report;
        if (messages.length === 0) expect(papers.every((paper) => known.has(said(paper)) || id === 'csv' || id === 'nbib')).toBe(true);
        if (ENDED.has(name)) expect(messages.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('with a piece replaced by anything, every record is accounted for, and what is odd is told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.nat(40), fc.uint8Array({ maxLength: 40 }), async (at, length, soup) => {
        const spoilt = new Uint8Array([...bytes.slice(0, at), ...soup, ...bytes.slice(at + length)]);
        const { papers, report } = await readAll([input(name, spoilt)]);
        expect(unaccounted(report)).toBe(0);
        expect(papers).toHaveLength(report.files[0]!.kept);
        expect(papers.length > 0 || report.messages.length > 0).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a document that a reader takes for its own', () => {
  const begun: [string, string][] = [
    ['arxiv-atom', '<feed xmlns="http://www.w3.org/2005/Atom"><!-- arxiv.org -->'],
    ['pubmed-xml', '<PubmedArticleSet>'],
    ['nbib', 'PMID- 1\n'],
    ['ris', 'TY  - JOUR\n'],
    ['bibtex', '@article{key,'],
    ['csv', 'Title,Abstract,Year\n'],
    ['openalex', '[{"id":"https://openalex.org/W1"},'],
    ['daily-papers-api', '[{"paper":{"id":"1"}},'],
  ];
  it.each(begun)('%s: whatever follows, there is a message or a paper, and counts add up', async (id, head) => {
    const words = fc.oneof(fc.string(), fc.constantFrom('\n', '"', '{', '}', '[', ']', '<', '>', ',', 'TI  - T\n', '<entry>', '<title>', '@misc{', '\\', '$', '{"title":"T"}', 'ER  - \n', '=', '#', '&amp;')); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 30 }), async (soup) => {
        const { papers, report } = await readAll([input('file', head + soup.join(''))]);
        expect(report.files).toMatchObject([{ reader: id }]);
        expect(unaccounted(report)).toBe(0);
        expect(papers.length > 0 || report.messages.length > 0).toBe(true);
        expect(report.messages.filter(({ problem }) => problem.includes('failed'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each(fixtures.filter(({ name }) => ENDED.has(name)).map(({ id, name, bytes }) => [id, name, bytes] as const))(
    '%s: %s of a compressed file that is cut, the beginning is read and the cut is told',
    async (_, name, bytes) => {
      const packed = gzipSync(bytes);
      const { report } = await readAll([input(`${name}.gz`, packed.subarray(0, packed.length - 12))]);
      expect(report.messages.some(({ problem }) => problem.includes('cut off'))).toBe(true);
      expect(unaccounted(report)).toBe(0);
    },
  );
});
