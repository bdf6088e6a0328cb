/** Every reader against every fault: a file that is broken, cut off, empty, or of another kind than its name says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { READERS } from '../../../pipeline/1-read/index.ts';
import { input, readAll, unaccounted } from '../../helpers/read.ts';

const PAGE = 'seeds/000_b587e1390801653f.txt';

/** For each reader a file of its kind, and what is taken out of its first record so that it is no paper any more. */
const FILES: { [reader: string]: [file: string, from: RegExp, to: string] } = {
  'daily-papers-page': [PAGE, / {2}• \d+ authors\n·\n.*\n/, ''],
  'daily-papers-api': ['daily-papers-api/day.json', /"title"([^]*?)"title"/, '"titel"$1"titel"'],
  'arxiv-atom': ['arxiv-atom/query.atom', /(<entry>[^]*?)<title>[^<]*<\/title>/, '$1'],
  'arxiv-metadata': ['arxiv-metadata/snapshot.jsonl', /"title":"[^"]*"/, '"title":null'],
  openalex: ['openalex/works.jsonl', /"title":"[^"]*"/, '"title":null'],
  'semantic-scholar': ['semantic-scholar/search.json', /"title"/, '"titel"'],
  crossref: ['crossref/list.json', /"title":\["[^"]*"\],"subtitle":\["[^"]*"\]/, '"title":[]'],
  'pubmed-xml': ['pubmed-xml/set.xml', /<ArticleTitle>[^]*?<\/ArticleTitle>/, ''],
  nbib: ['nbib/two.nbib', /^TI {2}- /m, 'XX  - '],
  bibtex: ['bibtex/library.bib', /title = (\{Attention.*\n.*\n *)booktitle/, 'name = $1book'],
  ris: ['ris/two.ris', /^T[I1] {2}- .*\n/m, ''],
  zotero: ['zotero/api.json', /"title":"[^"]*"/, '"title":""'],
  'csl-json': ['csl-json/items.json', /"title": "(?:[^"\\]|\\.)*"/, '"title": ""'],
  csv: ['csv/arxiv.tsv', /\n[^\t]*\t[^\t]*\t/, '\n\t\t'],
  'json-lines': ['json-lines/objects.json', /"title"/, '"titel"'],
};
const PICTURE = readFileSync('test/fixtures/read/figure.png');

it('no reader is left out', () => expect(Object.keys(FILES).sort()).toEqual(READERS.map(({ id }) => id).sort()));

describe.each(READERS.map((reader) => [reader.id, reader] as const))('%s', (id, { extensions: [extension] }) => {
  const [file, from, to] = FILES[id]!;
  const text = readFileSync(file === PAGE ? file : `test/fixtures/read/${file}`, 'utf8');
  const name = `papers.${extension}`;
  const reading = async (content: string | Uint8Array) => {
    const { papers, report } = await readAll([input(name, content)]);
    expect(unaccounted(report)).toBe(0);
    for (const message of report.messages) expect(message.file).toBe(name);
    return { papers, messages: report.messages, count: report.files[0]! };
  };

  it('broken: the record is named with what it lacks, and the others are read', async () => {
    const whole = await reading(text);
    const broken = await reading(text.replace(from, to));
    expect(broken.count.reader).toBe(id);
    const known = new Set(whole.messages.map((message) => JSON.stringify(message)));
    expect(broken.messages.filter((message) => !known.has(JSON.stringify(message)))).toMatchObject([{ record: 1 }]);
    expect(broken.papers).toHaveLength(whole.papers.length - 1);
  });

  it('cut off: the record in which it ends is named', async () => {
    const { papers } = await reading(text);
    const last = text.split('\n', papers.at(-1)!.source!.line! - 1).join('\n').length;
    const cut = await reading(text.slice(0, Math.floor(last + 0.6 * (text.trimEnd().length - last))));
    const told = cut.messages.filter(({ problem }) => problem.includes('cut off'));
    expect(told).toMatchObject([{ record: cut.count.read }]);
  });

  it('empty: says so, and holds no papers', async () => {
    for (const nothing of ['', '\n \n']) {
      const { papers, messages } = await reading(nothing);
      expect(papers).toEqual([]);
      expect(messages).toMatchObject([{ done: 'rejected', problem: expect.stringMatching(/empty|white space alone/) }]);
    }
  });

  it('of another kind: says what it is, or what can be read, and holds no papers', async () => {
    for (const other of [PICTURE, '<!doctype html><title>404</title><p>not found', '{"error":"rate limit"}']) {
      const { papers, messages } = await reading(other);
      expect(papers).toEqual([]);
      expect(messages).toMatchObject([{ done: 'rejected', problem: expect.stringMatching(/\w{4}/) }]);
    }
  });
});
