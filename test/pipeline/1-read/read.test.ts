import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CAPS, cut } from '../../../pipeline/1-read/caps.ts';
import { reject } from '../../../pipeline/1-read/counts.ts';
import { READERS, readerFor, records } from '../../../pipeline/1-read/index.ts';
import { linesOf } from '../../../pipeline/1-read/lines.ts';
import type { Reader } from '../../../pipeline/types.ts';
import { emptyReport, input, readAll, unaccounted } from '../../helpers/read.ts';

const fixture = (name: string) => readFileSync(`test/fixtures/read/${name}`);
const line = (title: string, abstract = 'A') => JSON.stringify({ title, abstract });

describe('garbage in', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty.txt', fixture('empty.txt'), /empty/],
    ['blank.txt', ' \n\t\n', /white space/],
    ['figure.png', fixture('figure.png'), /PNG image: give the text/],
    ['papers.zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /zip archive.*unpack/],
    ['papers.gz', new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip file is cut off or damaged.*fetch it again/],
    ['twice.gz', gzipSync(gzipSync('x')), /gzip-compressed twice: unpack it/],
    ['papers.tar.gz', gzipSync(`${'name\0'.padEnd(257, '\0')}ustar`), /tar archive: unpack it, and give the folder/],
    ['image.gz', gzipSync(fixture('figure.png')), /PNG image/],
    ['paper.pdf', '%PDF-1.7\n', /PDF: give the title and abstract/],
    ['noise.bin', new Uint8Array(4000).map((_, i) => (i * 7919) % 256), /not text/],
    ['page.html', fixture('page.html'), /HTML page: save the page as text/],
    ['feed.xml', '<?xml version="1.0"?><feed/>', /XML.*readable are .*JSON Lines/],
    ['list.json', '[1, 2]', /JSON, but holds no objects/],
    ['notes.txt', 'Some notes.\nNothing else.', /no reader knows this text; readable are/],
    ['heading.txt', 'Daily Papers\n\nbyAK and the research community\n', /no papers in it: expected the Daily Papers page/],
  ])('%s: one message that names the file and the remedy', async (name, content, problem) => {
    const good = input('good.jsonl', line('T'));
    const { papers, report } = await readAll([input(name, content), good]);
    expect(papers).toHaveLength(1);
    expect(report.messages).toEqual([{ file: name, problem: expect.stringMatching(problem), done: 'rejected' }]);
    expect(report.files.find(({ file }) => file === name)).toMatchObject({ read: 0, kept: 0, merged: 0, rejected: 0 });
  });

  it('half a page: what is there is read, and the cut is told', async () => {
    const { papers, report } = await readAll([input('half-page.txt', fixture('half-page.txt'))]);
    expect(papers).toHaveLength(4);
    expect(papers.map(({ date }) => date?.year)).toEqual([2022, 2022, 2020, undefined]);
    expect(report.messages).toMatchObject([
      { file: 'half-page.txt', record: 4, done: 'kept', problem: expect.stringContaining('cut off') },
    ]);
  });

  it('bad UTF-8 is replaced, counted, and told once with its first line', async () => {
    const bytes = new Uint8Array(Buffer.from(`${line('Good')}\n${line('na\u00efve caf\u00e9')}\n`, 'latin1'));
    const { papers, report } = await readAll([input('latin1.jsonl', bytes)]);
    expect(papers.map(({ title }) => title)).toEqual(['Good', 'na\ufffdve caf\ufffd']);
    expect(report.messages).toEqual([
      { file: 'latin1.jsonl', line: 2, problem: expect.stringMatching(/^2 ill-formed.*save the file as UTF-8/), done: 'repaired' },
    ]);
  });

  it('never throws on bytes, and the counts add up', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
      fc.array(fc.oneof(fc.string(), fc.constantFrom('Daily Papers', '• 3 authors', '·', 'Jan 1', '{"title":"T"}', '{"title":"T","abstract":"A"}', '<html>')), { maxLength: 12 })
        .map((lines) => new TextEncoder().encode(lines.join('\n'))),
    ); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 4 }), async (files) => {
        const { papers, report } = await readAll(files.map((content, i) => input(`f${i}`, content)));
        expect(report.files).toHaveLength(files.length);
        expect(unaccounted(report)).toBe(0);
        expect(papers).toHaveLength(report.files.reduce((sum, { kept }) => sum + kept, 0));
        const silent = report.files.filter(
          ({ file, kept, merged }) => kept + merged === 0 && !report.messages.some((message) => message.file === file),
        );
        expect(silent).toEqual([]);
        expect(papers.every(({ id, title }) => id !== '' && title.trim() !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('caps', () => {
  it('an overlong field is cut, and told', async () => {
    const { papers, report } = await readAll([input('f', line('t'.repeat(CAPS.title + 1), `${'a'.repeat(CAPS.abstract - 1)}\u{1f600}`))]);
    expect(papers[0]!.title).toHaveLength(CAPS.title);
    expect(papers[0]!.abstract).toBe('a'.repeat(CAPS.abstract - 1));
    expect(report.messages.map(({ done, record }) => [done, record])).toEqual([['skipped', 1], ['skipped', 1]]); // prettier-ignore
  });

  it('many bad lines give a bounded list of messages, and true counts', async () => {
    const { report } = await readAll([input('f', `${line('T')}\n${'{\n'.repeat(1000)}`)]);
    expect(report.messages).toHaveLength(CAPS.messages + 1);
    expect(report.messages.at(-1)).toEqual({ file: 'f', problem: expect.stringContaining('900 rejected'), done: 'rejected' });
    expect(report.files).toMatchObject([{ read: 1001, kept: 1, rejected: 1000 }]);
  });

  it('cut never parts a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\u{1f600}') }), fc.nat(20), (text, length) => {
        const short = cut(text, length);
        expect(text.startsWith(short)).toBe(true);
        expect(new TextDecoder().decode(new TextEncoder().encode(short))).toBe(short);
        expect(short.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
        expect(short.length).toBeLessThanOrEqual(length);
      }),
    );
  });
});

it('a reader that says nothing of the source is accounted for like any other', async () => {
  const simple: Reader = {
    id: 'simple',
    summary: 'one title a line',
    extensions: ['txt'],
    sniff: (head) => (head.startsWith('titles:') ? 1 : 0),
    async *read(text, file, report) {
      for await (const { text: title, line } of linesOf(text, 100)) {
        if (line === 1) continue;
        if (title) yield { id: '', title, abstract: '' };
        else reject(report, { file, record: line - 1, problem: 'no title' });
      }
    },
  };
  (READERS as Reader[]).push(simple);
  onTestFinished(() => void (READERS as Reader[]).pop());
  const { papers, report } = await readAll([input('f', 'titles:\nT\n\nU\nT\nV')]);
  expect(report.files).toMatchObject([{ file: 'f', reader: 'simple', read: 5, kept: 3, merged: 1, rejected: 1 }]);
  const source = (record: number) => ({ file: 'f', record, reader: 'simple' });
  expect(papers.map(({ title, source }) => [title, source])).toEqual([['T', source(1)], ['U', source(3)], ['V', source(5)]]); // prettier-ignore
});

describe('choosing a reader', () => {
  it('goes by content, not by name', async () => {
    const { report } = await readAll([input('page.jsonl', 'T\n\nA\n\n• 2 authors\n·\nJan 1'), input('lines.txt', line('U'))]);
    expect(report.files.map(({ file, reader }) => [file, reader])).toEqual([['lines.txt', 'json-lines'], ['page.jsonl', 'daily-papers-page']]); // prettier-ignore
    expect(report.messages).toEqual([]);
  });

  it('of two that are equally sure, the extension decides, then their order', () => {
    const sure = (id: string, extension: string): Reader => ({
      ...READERS[0]!,
      id,
      extensions: [extension],
      sniff: (head) => (head === 'sure' ? 1 : 0),
    });
    (READERS as Reader[]).push(sure('one', 'aa'), sure('two', 'bb'));
    onTestFinished(() => void (READERS as Reader[]).splice(-2));
    const chosen = (name: string) => readerFor('sure', name)?.id;
    expect(['x.aa', 'x.bb', 'x.BB.gz', 'x', 'bb'].map(chosen)).toEqual(['one', 'two', 'two', 'one', 'one']);
  });

  it('none for what nobody knows', () => {
    expect(readerFor('plain prose')).toBeNull();
  });

  it('each reader says what it is, once', () => {
    expect(new Set(READERS.map(({ id }) => id)).size).toBe(READERS.length);
    for (const { summary, extensions } of READERS) expect([summary.length > 10, extensions.length > 0]).toEqual([true, true]);
  });

  it('papers come by file and record, whatever the order of the files', async () => {
    const files = [input('b', `${line('T2')}\n${line('T1')}`), input('a', line('T3'))];
    const titles = async (inputs: typeof files) => (await readAll(inputs)).papers.map(({ title }) => title);
    expect(await titles(files)).toEqual(['T3', 'T2', 'T1']);
    expect(await titles(files.toReversed())).toEqual(['T3', 'T2', 'T1']);
  });
});

describe('documents are read as they come', () => {
  const row = (i: number) => `${line(`Title ${i}`, `${'word '.repeat(200)}${i}`)}\n`;
  const forms: [string, (i: number) => string][] = [
    ['JSON Lines', row],
    ['a JSON array', (i) => `${i === 0 ? '[' : ','}${row(i)}`],
    ['CSV', (i) => (i === 0 ? 'Title,Abstract\n' : `Title ${i},${'word '.repeat(200)}\n`)],
    ['BibTeX', (i) => `@misc{k${i}, title = {Title ${i}}, abstract = {${'word '.repeat(200)}}}\n`],
    ['RIS', (i) => `TY  - JOUR\nTI  - Title ${i}\nAB  - ${'word '.repeat(200)}\nER  - \n`],
    ['Atom', (i) => `${i === 0 ? '<feed xmlns="http://www.w3.org/2005/Atom"><!-- arxiv.org -->' : ''}<entry><title>Title ${i}</title><summary>${'word '.repeat(200)}</summary></entry>\n`],
  ]; // prettier-ignore
  it.each(forms)('%s: the first record is there before much of the document was', async (_, piece) => {
    let given = 0;
    const endless = async function* () {
      for (;;) yield new TextEncoder().encode(piece(given++));
    };
    for await (const paper of records({ name: 'f', bytes: endless() }, emptyReport())) if (paper.source!.record === 5) break;
    expect(given).toBeLessThan(3_000); // 64 KB are looked at, and a megabyte of CSV is parsed at once
  });

  it('bytes that fail on the way are told, and what came before is kept', async () => {
    const failing = async function* () {
      yield new TextEncoder().encode(row(1).repeat(100));
      throw new Error('disk on fire');
    };
    const { papers, report } = await readAll([{ name: 'f', bytes: failing() }]);
    expect(papers).toHaveLength(1);
    expect(report.files).toMatchObject([{ read: 100, kept: 1, merged: 99 }]);
    expect(report.messages).toMatchObject([{ problem: expect.stringContaining('disk on fire') }]);
  });
});
