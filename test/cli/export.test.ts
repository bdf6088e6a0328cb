import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORTERS } from '../../src/export/index.ts';
import { saveGraph } from '../../src/graph.ts';
import { cli, scratch } from '../helpers/cli.ts';
import { smallGraph } from '../helpers/graph.ts';

function graphFolder(): string {
  const folder = join(scratch(), 'graph');
  mkdirSync(folder);
  writeFileSync(join(folder, 'graph.json'), [...saveGraph(smallGraph())].join(''));
  return folder;
}

test.each(EXPORTERS.map((exporter) => [exporter.id, exporter] as const))(
  '%s: a file, standard output and the library give the same',
  async (id, exporter) => {
    const folder = graphFolder();
    const file = join(folder, 'out');
    expect(await cli(['export', id, '--graph', folder, '--out', file])).toMatchObject({ code: 0, out: '', err: '' });
    const printed = await cli(['export', id, '--graph', folder, '--out', '-']);
    const chunks: (string | Uint8Array)[] = [];
    for await (const chunk of exporter.write(smallGraph())) chunks.push(chunk);
    const written = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as string)));
    expect(written.length).toBeGreaterThan(100);
    expect(readFileSync(file).equals(written)).toBe(true);
    expect(printed).toMatchObject({ code: 0, out: written.toString(), err: '' });
    expect(readdirSync(folder).sort()).toEqual(['graph.json', 'out']);
  },
);

test('a place that cannot be written to is told by name', async () => {
  const folder = graphFolder();
  const ran = await cli(['export', EXPORTERS[0]!.id, '--graph', folder, '--out', join(folder, 'graph.json', 'out')]);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain(join(folder, 'graph.json'));
  expect(ran.err).not.toContain('    at ');
});
