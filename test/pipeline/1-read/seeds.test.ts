import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputsFrom } from '../../../pipeline/1-read/files.ts';
import type { Paper } from '../../../src/model.ts';
import type { Report } from '../../../src/report.ts';
import { emptyReport, input, readAll } from '../../helpers/read.ts';

const SEED = 'seeds/000_b587e1390801653f.txt';
const text = readFileSync(SEED, 'utf8');
const golden = JSON.parse(readFileSync('test/golden/seeds-papers.json', 'utf8')) as Paper[];

describe('the seed document', () => {
  let papers: Paper[];
  let report: Report;
  beforeAll(async () => {
    const made = emptyReport();
    ({ papers, report } = await readAll(inputsFrom(['seeds'], made), made));
  });

  it('gives the golden papers, all of them and nothing else', () => {
    expect(papers).toHaveLength(41);
    expect(papers).toEqual(golden);
  });

  it('keeps titles and abstracts as whole lines of the document', () => {
    const lines = new Set(text.split('\n'));
    expect(papers.filter(({ title, abstract }) => !lines.has(title) || !lines.has(abstract))).toEqual([]);
  });

  it('counts truly: furniture is dropped without a message', () => {
    const count = {
      file: SEED.slice('seeds/'.length),
      reader: 'daily-papers-page',
      read: 41,
      kept: 41,
      merged: 0,
      rejected: 0,
      dropped: 6,
    };
    expect(report).toEqual({ messages: [], files: [count] });
  });

  it('keeps the precision of dates, upvotes and counts of authors', () => {
    expect(papers.filter(({ date }) => date?.year === undefined).map(({ date }) => date)).toEqual([{ month: 1, day: 1 }]);
    expect(papers.filter(({ date }) => date?.day !== undefined)).toHaveLength(41);
    expect(papers.filter(({ upvotes }) => upvotes !== undefined).map(({ upvotes }) => upvotes)).toEqual([2, 2, 1]);
    expect(papers.reduce((sum, { authors }) => sum + authors!.count, 0)).toBe(
      [...text.matchAll(/• (\d+) authors/g)].reduce((sum, [, n]) => sum + Number(n), 0),
    );
  });

  it('loses no link', () => {
    const links = papers.flatMap(({ abstract }) => abstract.match(/https?:\/\//g) ?? []);
    expect(links).toHaveLength(12);
  });

  it.each([
    ['CRLF', (page: string) => page.replaceAll('\n', '\r\n')],
    ['a byte order mark', (page: string) => `\ufeff${page}`],
    ['space at the ends of lines', (page: string) => page.replaceAll('\n', '  \n')],
    ['twice the blank lines', (page: string) => page.replaceAll('\n', '\n\n')],
    ['no blank lines', (page: string) => page.replace(/\n+/g, '\n')],
    ['the block on one line', (page: string) => page.replace(/\n·\n/g, ' · ')],
    ['another page above', (page: string) => `Log In\n\n${page.slice(0, page.indexOf('Diffusion'))}${page}`],
    ['a footer', (page: string) => `${page}\n\nCompany\n\n© Hugging Face\n\nTOS\n\nPrivacy\n`],
  ])('reads the same with %s', async (_, change) => {
    const read = await readAll([input(golden[0]!.source!.file, change(text))]);
    const bare = (all: Paper[]) => all.map(({ source: _source, ...paper }) => paper);
    expect(bare(read.papers)).toEqual(bare(golden));
    expect(read.report.messages).toEqual([]);
  });

  it('reads the same in UTF-16', async () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect((await readAll([input(golden[0]!.source!.file, bytes)])).papers).toEqual(golden);
    expect((await readAll([input(golden[0]!.source!.file, bytes.subarray(2))])).papers).toEqual(golden);
    expect((await readAll([input(golden[0]!.source!.file, new Uint8Array(Buffer.from(bytes).swap16()))])).papers).toEqual(golden);
  });

  it('accounts for every paper wherever the page is cut', async () => {
    const starts = golden.slice(0, 6).map(({ title }) => text.indexOf(`\n${title}\n`) + 1);
    for (let at = starts[0]! + 1; at < starts[5]!; at += 97) {
      const { papers: kept, report: told } = await readAll([input('cut', text.slice(0, at))]);
      const begun = starts.filter((start) => start < at).length;
      const [count] = told.files;
      expect(count).toMatchObject({ read: begun, kept: kept.length, rejected: begun - kept.length });
      expect(kept.slice(0, begun - 1).map(({ abstract }) => abstract)).toEqual(golden.slice(0, begun - 1).map(({ abstract }) => abstract));
      const whole = /\n·\n\w+ \d+, \d{4}\n*$/.test(text.slice(0, at));
      expect(told.messages.map(({ file, record }) => [file, record])).toEqual(whole ? [] : [['cut', begun]]);
    }
  });
});
