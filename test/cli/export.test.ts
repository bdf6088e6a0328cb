import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { EXPORTERS } from '../../src/export/index.ts';
import type { Chunks, Exporter, FileExporter, FolderExporter } from '../../src/export/index.ts';
import { loadGraph, saveGraph } from '../../src/graph.ts';
import { cli, scratch } from '../helpers/cli.ts';
import { smallGraph } from '../helpers/graph.ts';

function graphFolder(): string {
  const folder = join(scratch(), 'graph');
  mkdirSync(folder);
  writeFileSync(join(folder, 'graph.json'), [...saveGraph(smallGraph())].join(''));
  return folder;
}

const isFile = (exporter: Exporter): exporter is FileExporter => 'write' in exporter;
const bytesOf = async (chunks: Chunks): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const chunk of chunks) pieces.push(Buffer.from(chunk as string));
  return Buffer.concat(pieces);
};

test.each(EXPORTERS.filter(isFile).map((exporter) => [exporter.id, exporter] as const))(
  '%s: a file, standard output and the library give the same',
  async (id, exporter) => {
    const folder = graphFolder();
    const file = join(folder, 'out');
    expect(await cli(['export', id, '--graph', folder, '--out', file])).toMatchObject({ code: 0, out: '', err: '' });
    const printed = await cli(['export', id, '--graph', folder, '--out', '-']);
    const written = await bytesOf(exporter.write(smallGraph()));
    expect(written.length).toBeGreaterThan(100);
    expect(readFileSync(file).equals(written)).toBe(true);
    expect(printed).toMatchObject({ code: 0, out: written.toString(), err: '' });
    expect(readdirSync(folder).sort()).toEqual(['graph.json', 'out']);
  },
);

test.each(EXPORTERS.filter((exporter) => !isFile(exporter)).map((exporter) => [exporter.id, exporter as FolderExporter] as const))(
  '%s: a folder, a zip, standard output and the library give the same',
  async (id, exporter) => {
    const folder = graphFolder();
    const [out, archive] = [join(folder, 'out'), join(folder, 'out.zip')];
    expect(await cli(['export', id, '--graph', folder, '--out', out])).toMatchObject({ code: 0, out: '', err: '' });
    expect(await cli(['export', id, '--graph', folder, '--out', archive])).toMatchObject({ code: 0, out: '', err: '' });
    const zip = readFileSync(archive);
    const unpacked = unzipSync(zip);
    const files = new Map<string, Buffer>();
    for await (const { path, chunks } of exporter.files(smallGraph())) files.set(path, await bytesOf(chunks));
    expect(files.size).toBeGreaterThan(1);
    expect(Object.keys(unpacked)).toEqual([...files.keys()]);
    for (const [path, bytes] of files) {
      expect(readFileSync(join(out, path)).equals(bytes)).toBe(true);
      expect(Buffer.from(unpacked[path]!).equals(bytes)).toBe(true);
    }
    expect((await cli(['export', id, '--graph', folder, '--out', '-'])).out).toBe(zip.toString());
    expect(readdirSync(folder).sort()).toEqual(['graph.json', 'out', 'out.zip']);
  },
);

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
  expect(await cli(['export', 'json', '--graph', folder, '--out', file, ...options])).toMatchObject({ code: 0, err: '' });
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
