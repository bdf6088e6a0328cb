import { expect, test } from 'vitest';
import { extractBatch, partsOf } from '../../../pipeline/workers/batch.ts';
import { fill } from '../../../pipeline/store/fill.ts';
import { keyOf } from '../../../pipeline/store/line.ts';
import { recordLine, recordLines, recordsFrom } from '../../../pipeline/store/records.ts';
import { RecordStore } from '../../../pipeline/store/store.ts';
import type { Paper, Record } from '../../../src/model.ts';
import { join } from 'node:path';
import { scratch } from '../../helpers/scratch.ts';

const paper = (n: number): Paper => ({ id: `p${n}`, title: `Paper ${n} 😀 é`, abstract: n === 3 ? 'fail' : 'Text.', source: { file: 'a.jsonl', record: n, reader: 'json-lines' } }); // prettier-ignore
const papers = [5, 3, 1, 4, 2].map(paper);

const recordOf = (given: Paper): Record => ({ ...given, sentences: [[0, given.title.length]], entities: [], results: [], claims: [], links: [given.title] }); // prettier-ignore
const all = (given: readonly Paper[]): (Record | Error)[] => given.map((p) => (p.abstract === 'fail' ? new Error('no such word') : recordOf(p))); // prettier-ignore

test('a batch holds what was extracted from each paper, and what went wrong', () => {
  const batch = extractBatch(papers, all);
  expect(partsOf(batch).map((part) => part.length > 0 && JSON.parse(Buffer.from(part).toString()).links)).toEqual([
    [papers[0]!.title], false, [papers[2]!.title], [papers[3]!.title], [papers[4]!.title],
  ]); // prettier-ignore
  expect(batch.failures).toEqual([{ paper: 1, problem: 'Error: no such word' }]);
});

test('a line is what the whole record would be written as', () => {
  const record = recordOf(papers[0]!);
  expect(recordLine(papers[0]!, partsOf(extractBatch([papers[0]!], all))[0]!).toString()).toBe(`${JSON.stringify(record)}\n`);
});

test('a paper that cannot be extracted is told with its place, and is in the graph without entities; the next build tries again', async () => {
  const store = RecordStore.open(join(scratch(), 'records.jsonl'), 'x');
  const keys = papers.map(keyOf);
  const options = { workers: 0, extraction: () => ({ all }), progress: () => {} };
  const { extracted, messages } = await fill(store, papers, keys, options);
  expect([extracted, store.size]).toEqual([5, 4]);
  expect(messages).toEqual([
    { file: 'a.jsonl', record: 3, problem: 'nothing was extracted from the paper "p3": Error: no such word', done: 'kept' },
  ]);
  const records = recordsFrom(store, papers, keys);
  expect(records.map(({ id, links }) => [id, links.length])).toEqual([['p5', 1], ['p3', 0], ['p1', 1], ['p4', 1], ['p2', 1]]); // prettier-ignore
  expect(Buffer.concat([...recordLines(store, papers, keys)]).toString()).toBe(
    records.sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => `${JSON.stringify(record)}\n`).join(''),
  ); // prettier-ignore
  expect((await fill(store, papers, keys, options)).extracted).toBe(1);
  store.close();
});

test('papers with the same text are extracted once', async () => {
  const store = RecordStore.open(join(scratch(), 'records.jsonl'), 'x');
  const twice = [paper(1), { ...paper(1), id: 'other' }];
  const keys = twice.map(keyOf);
  expect(await fill(store, twice, keys, { workers: 0, extraction: () => ({ all }), progress: () => {} })).toMatchObject({ extracted: 1 });
  expect(recordsFrom(store, twice, keys).map(({ id, links }) => [id, links.length])).toEqual([['p1', 1], ['other', 1]]); // prettier-ignore
  store.close();
});
