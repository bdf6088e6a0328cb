import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publish } from '../../../pipeline/8-publish/publish.ts';
import { tallyOf } from '../../../pipeline/summary.ts';
import { loadGraph, saveGraph } from '../../../src/graph.ts';
import type { Record } from '../../../src/model.ts';
import { built } from '../../helpers/built.ts';
import { gexfOf, validateGexf } from '../../helpers/gexf.ts';
import { seedRecords } from '../../helpers/gold.ts';
import { scratch } from '../../helpers/scratch.ts';

const FILES = ['graph.gexf', 'graph.json', 'records.jsonl', 'report.md'];

/** As a build writes them, sorted by id. */
const linesOf = (records: Record[]): string[] => records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((record) => `${JSON.stringify(record)}\n`); // prettier-ignore

const nothing = { messages: [], files: [] };
const contents = (folder: string): [string, string][] => readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]); // prettier-ignore

async function published(records: Record[]): Promise<[string, string][]> {
  const folder = scratch();
  const { graph, analysis } = built(records);
  const files = await publish(folder, { graph, lines: linesOf(records), tally: tallyOf(records), report: nothing, said: analysis });
  expect(files.toSorted()).toEqual(FILES);
  return contents(folder);
}

describe('the seeds', () => {
  const records = seedRecords();

  test('four files, each in its format', async () => {
    const files = new Map(await published(records));
    const { graph } = built(records);
    expect([...files.keys()]).toEqual(FILES);
    expect([...saveGraph(loadGraph(files.get('graph.json')!))].join('')).toBe([...saveGraph(graph)].join(''));
    validateGexf(files.get('graph.gexf')!);
    expect(files.get('graph.gexf')).toBe(gexfOf(graph));
    const lines = files.get('records.jsonl')!.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(files.get('report.md')).toMatch(/^# /);
  });

  test('the order of the records changes no byte', async () => {
    const [one, other] = [await published(records), await published(records.toReversed())];
    expect(one.filter(([name, text], i) => name !== other[i]![0] || text !== other[i]![1]).map(([name]) => name)).toEqual([]);
  });
});

test('text that fits no single piece of a stream is whole', async () => {
  const [record] = seedRecords();
  const abstract = 'A sentence of some length, with signs of two units: 😀. '.repeat(20_000).trim();
  const files = new Map(await published([{ ...record!, abstract, entities: [], results: [], claims: [] }]));
  expect((JSON.parse(files.get('records.jsonl')!) as Record).abstract).toBe(abstract);
  expect(files.get('graph.gexf')).toContain(abstract);
});

test('what cannot be replaced is told, and the graph stays the old one', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'graph.json'), 'old');
  mkdirSync(join(folder, 'report.md', 'full'), { recursive: true });
  const { graph } = built([]);
  await expect(publish(folder, { graph, lines: [], tally: tallyOf([]), report: nothing, said: { told: [], notes: [] } })).rejects.toThrow(
    'report.md',
  );
  expect(readFileSync(join(folder, 'graph.json'), 'utf8')).toBe('old');
});
