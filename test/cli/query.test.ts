import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { saveGraph } from '../../src/graph.ts';
import { ask } from '../../src/query/ask.ts';
import { createHandler } from '../../src/server.ts';
import { ASKED } from '../helpers/asked.ts';
import { cli, scratch } from '../helpers/cli.ts';
import { smallGraph } from '../helpers/graph.ts';

const graph = smallGraph();
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-'));
writeFileSync(join(folder, 'graph.json'), [...saveGraph(graph)].join(''));
afterAll(() => rmSync(folder, { recursive: true }));
const handle = createHandler(graph);

const shell = (name: string, params: Record<string, string>, format = 'json') =>
  cli(['query', name, '--graph', folder, '--format', format, ...Object.entries(params).flatMap(([param, value]) => [`--${param}`, value])]);

test.each(ASKED)('%s %j: the library, HTTP and the shell answer alike', async (name, params) => {
  const byLibrary = ask(graph, name, params);
  const byHttp = await handle(new Request(`http://127.0.0.1/api/${name}?${new URLSearchParams(params)}`));
  const byShell = await shell(name, params);
  expect(byLibrary.items.length).toBeGreaterThan(0);
  expect(await byHttp.json()).toEqual(byLibrary);
  expect(byShell).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(byShell.out)).toEqual(byLibrary);
});

test('as a table, an answer shows its columns and says what the limit cut', async () => {
  const { code, out } = await shell('results', { limit: '2' }, 'table');
  expect(code).toBe(0);
  for (const shown of ['value', 'sentence', '91.2%', 'ImageNet-1K', '2 items of 4']) expect(out).toContain(shown);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(140);
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
