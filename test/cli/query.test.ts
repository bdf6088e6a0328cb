import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { saveGraph } from '../../src/graph.ts';
import { CLI, cli, scratch } from '../helpers/cli.ts';
import { parseCsv } from '../helpers/csv.ts';
import { smallGraph } from '../helpers/graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-'));
writeFileSync(join(folder, 'graph.json'), [...saveGraph(smallGraph())].join(''));
afterAll(() => rmSync(folder, { recursive: true }));

const shell = (name: string, params: Record<string, string>, format = 'json') =>
  cli(['query', name, '--graph', folder, '--format', format, ...Object.entries(params).flatMap(([param, value]) => [`--${param}`, value])]);

describe('as a table, an answer', () => {
  test('shows its columns, its sentences below, and where the next page begins', async () => {
    const { code, out } = await shell('results', { limit: '2' }, 'table');
    expect(code).toBe(0);
    for (const shown of ['value', '8-18x', 'iPhone 8', '“', '2 items of 4', 'offset 2']) expect(out).toContain(shown);
  });
  test.each([['60'], ['100'], ['20']])('fits a terminal of %s columns', async (columns) => {
    const run = `process.stdout.columns = ${columns}; process.argv = [...process.argv.slice(0, 1), 'claimgraph', ...process.argv.slice(1)]; await import(${JSON.stringify(CLI)})`;
    const args = ['--input-type=module', '-e', run, '--', 'query', 'results', '--graph', folder];
    const out = execFileSync(process.execPath, args, { encoding: 'utf8' });
    expect(out).toContain('8-18x');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(Math.max(40, Number(columns)));
  });
});

test('off a terminal, a table is as wide as COLUMNS says', async () => {
  const { out } = await cli(['query', 'results', '--graph', folder], { env: { COLUMNS: '60' } });
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(out).not.toBe((await shell('results', {}, 'table')).out);
});

test('as CSV, every row has the columns of the header; as Markdown likewise', async () => {
  const csv = parseCsv((await shell('paper', { paper: '2401.10000' }, 'csv')).out);
  expect(csv[0]![0]).toBe('table');
  expect(new Set(csv.map((row) => row.length)).size).toBe(1);
  expect(new Set(csv.slice(1).map(([table]) => table))).toEqual(new Set(['paper', 'entities', 'results', 'claims', 'related']));
  const { out } = await shell('results', {}, 'md');
  const rows = out.split('\n').filter((line) => line.startsWith('|'));
  expect(rows).toHaveLength(2 + 4);
  expect(new Set(rows.map((row) => row.split(/(?<!\\)\|/).length)).size).toBe(1);
});

describe('parameters by their place', () => {
  const same = async (args: string[], others: string[]): Promise<void> => {
    const [one, other] = await Promise.all([args, others].map((each) => cli(['query', ...each, '--graph', folder])));
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(one).toEqual(other);
  };
  test.each([
    [
      ['search', 'structured', 'pruning'],
      ['search', '--text', 'structured pruning'],
    ],
    [
      ['paper', '2401.10000'],
      ['paper', '--paper', '2401.10000'],
    ],
  ])('%j is %j', (args, others) => same(args, others));
  test('given twice is misuse', async () => {
    const ran = await cli(['query', 'search', 'pruning', '--text', 'bert', '--graph', folder]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('text is given twice');
  });
});

test('the graph may be a file, or come on standard input', async () => {
  const file = join(folder, 'graph.json');
  const expected = (await shell('results', {})).out;
  expect((await cli(['query', 'results', '--graph', file, '--format', 'json'])).out).toBe(expected);
  const args = [CLI, 'query', 'results', '--graph', '-', '--format', 'json'];
  expect(execFileSync(process.execPath, args, { input: readFileSync(file), encoding: 'utf8' })).toBe(expected);
});

describe('exit codes', () => {
  test.each([
    [['query', 'paper', '--paper', 'nowhere'], 1, 'no paper is called "nowhere"'],
    [['query', 'neighbours', '--node', 'SAD'], 1, 'technique:sad-scale'],
    [['query', 'paper'], 2, 'needs the parameter "paper"'],
    [['query', 'related', '--paper', '2401.10000', '--limit', 'many'], 2, '"limit"'],
    [['query', 'related', '--paper', '2401.10000', '--depth', '2'], 2, "unknown option '--depth'"],
    [['query', 'similar'], 2, "unknown command 'similar'"],
    [['query', 'results', '--format', 'yaml'], 2, 'yaml'],
  ])('%j ends with %i', async (args, code, said) => {
    const ran = await cli([...args, '--graph', folder]);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(said);
  });
  test.each(['no-such-folder', 'package.json'])('no graph in %s: says how to get one', async (missing) => {
    const ran = await cli(['query', 'results', '--graph', missing]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('claimgraph build');
  });
  test.each(['not json', '{}', '{"attributes":{"format":"claimgraph","version":99}}'])(
    'a graph.json of %s is refused by name',
    async (content) => {
      const bad = scratch();
      writeFileSync(join(bad, 'graph.json'), content);
      const ran = await cli(['query', 'results', '--graph', bad]);
      expect(ran.code).toBe(1);
      expect(ran.err).toMatch(/graph\.json: .*claimgraph build/);
    },
  );
});
