import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { EXPORTERS } from '../../src/export/index.ts';
import type { Exporter, FileExporter, FolderExporter } from '../../src/export/index.ts';
import { loadGraph, saveGraph } from '../../src/graph.ts';
import { createProgram } from '../../pipeline/cli/program.ts';
import { CLI, cli, scratch } from '../helpers/cli.ts';
import { bytesOf, filesOf } from '../helpers/export.ts';
import { smallGraph } from '../helpers/graph.ts';

function graphFolder(): string {
  const folder = join(scratch(), 'graph');
  mkdirSync(folder);
  writeFileSync(join(folder, 'graph.json'), [...saveGraph(smallGraph())].join(''));
  return folder;
}

const isFile = (exporter: Exporter): exporter is FileExporter => 'write' in exporter;
/** The command as the program has it, without a start of the program for each format. */
const exported = async (...args: string[]): Promise<unknown> =>
  (await createProgram(['export'])).parseAsync(['export', ...args], { from: 'user' });

test.each(EXPORTERS.filter(isFile).map((exporter) => [exporter.id, exporter] as const))(
  '%s: a file holds what the library gives',
  async (id, exporter) => {
    const folder = graphFolder();
    const file = join(folder, 'out');
    await exported(id, '--graph', folder, '--out', file);
    const written = await bytesOf(exporter.write(smallGraph()));
    expect(written.length).toBeGreaterThan(100);
    expect(readFileSync(file).equals(written)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['graph.json', 'out']);
  },
);

test.each(EXPORTERS.filter((exporter) => !isFile(exporter)).map((exporter) => [exporter.id, exporter as FolderExporter] as const))(
  '%s: a folder and a zip hold what the library gives',
  async (id, exporter) => {
    const folder = graphFolder();
    const [out, archive] = [join(folder, 'out'), join(folder, 'out.zip')];
    for (const to of [out, archive]) await exported(id, '--graph', folder, '--out', to);
    const unpacked = unzipSync(readFileSync(archive));
    const files = await filesOf(exporter, smallGraph());
    expect(files.size).toBeGreaterThan(1);
    expect(Object.keys(unpacked)).toEqual([...files.keys()]);
    for (const [path, bytes] of files) {
      expect(Buffer.compare(readFileSync(join(out, path)), bytes)).toBe(0);
      expect(Buffer.compare(unpacked[path]!, bytes)).toBe(0);
    }
    expect(readdirSync(folder).sort()).toEqual(['graph.json', 'out', 'out.zip']);
  },
);

test.each(['columns', 'gexf', 'neo4j'])('%s: standard output is the file, byte for byte', async (id) => {
  const folder = graphFolder();
  const file = join(folder, 'out.zip');
  expect(await cli(['export', id, '--graph', folder, '--out', file])).toMatchObject({ code: 0, out: '', err: '' });
  const printed = spawnSync(process.execPath, [CLI, 'export', id, '--graph', folder, '--out', '-']);
  expect([printed.status, printed.stderr.toString()]).toEqual([0, '']);
  expect(printed.stdout.equals(readFileSync(file))).toBe(true);
});

test('a folder of other files is refused with the remedy', async () => {
  const folder = graphFolder();
  const ran = await cli(['export', 'neo4j', '--graph', folder, '--out', folder]);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('name a new folder, or a file that ends in .zip');
});

const idsIn = (file: string): string[] => loadGraph(readFileSync(file, 'utf8')).nodes();

test.each([
  [['--kind', 'paper,task'], (id: string) => /^(?:paper|task):/.test(id)],
  [['--kind', 'paper', '--kind', 'task'], (id: string) => /^(?:paper|task):/.test(id)],
  [['--since', '2024', '--kind', 'paper'], (id: string) => id.startsWith('paper:')],
  [['--community', 'Structured pruning'], () => true],
  [['--community', 'c1', '--community', 'c1'], () => true],
])('%j leaves what it says', async (options, stays) => {
  const folder = graphFolder();
  const file = join(folder, 'out');
  await exported('json', '--graph', folder, '--out', file, ...options);
  expect(idsIn(file)).toEqual(smallGraph().nodes().sort().filter(stays)); // prettier-ignore
});

test.each([
  [['--kind', 'person'], 2, /"person" is no kind of node: name some of paper, technique/],
  [['--community', 'nobody'], 2, /no community is called "nobody": there are "structured pruning"/],
  [['--since', 'yesterday'], 2, /give a year, a month or a day/],
  [['--since', '2024-02-31'], 2, /give a year, a month or a day/],
  [['--since', '2030'], 1, /ask for less/],
])('%j is refused with %d and the remedy', async (options, code, message) => {
  const folder = graphFolder();
  const ran = await cli(['export', 'json', '--graph', folder, '--out', join(folder, 'out'), ...options]);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.err).toMatch(message);
  expect(readdirSync(folder)).toEqual(['graph.json']);
});

test('a place that cannot be written to is told by name', async () => {
  const folder = graphFolder();
  const ran = await cli(['export', EXPORTERS[0]!.id, '--graph', folder, '--out', join(folder, 'graph.json', 'out')]);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain(join(folder, 'graph.json'));
  expect(ran.err).not.toContain('    at ');
});
