import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SERVICES } from '../../pipeline/1-read/fetch/index.ts';
import { EXPORTERS } from '../../src/export/index.ts';
import { QUERIES } from '../../src/query/index.ts';
import { cli, CLI, scratch } from '../helpers/cli.ts';

const COMMANDS = [
  [],
  ['build'],
  ['extract'],
  ['read'],
  ['fetch'],
  ...SERVICES.map(({ id }) => ['fetch', id]),
  ['query'],
  ['export'],
  ['why'],
  ['merges'],
  ['diff'],
  ['store'],
  ['serve'],
  ['mcp'],
  ...QUERIES.map(({ id }) => ['query', id]),
  ['export', 'gexf'],
  ['export', 'neo4j'],
  ['export', 'html'],
];

test.each(COMMANDS.map((command) => [command]))('%j --help tells what it does, with an example', async (command) => {
  const { code, out, err } = await cli([...command, '--help']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Usage: claimgraph/);
  expect(out).toMatch(new RegExp(`Example:\n  \\$ claimgraph ${command.join(' ')}`));
});

test.each(QUERIES.map((query) => [query.id, query] as const))('query %s --help lists every parameter', async (id, { params }) => {
  const { out } = await cli(['query', id, '--help']);
  for (const [param, { description }] of Object.entries(params.shape)) {
    expect(out).toContain(`--${param} <`);
    expect(out.replace(/\s+/g, ' ')).toContain(description!);
  }
});

test.each([
  [[]],
  [['query']],
  [['export']],
  [['fetch']],
  [['read']],
  [['fetch', 'scopus', 'x']],
  [['bild']],
  [['build', '--ouput', 'x']],
  [['export', 'pdf']],
  [['export', 'gexf']],
])('%j is misuse: help or a remedy on standard error, exit code 2', async (args) => {
  const { code, out, err } = await cli(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/--help|Usage/);
});

test('--version prints the version', async () =>
  expect(await cli(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) }));

test('a reader that stops reading is no error', async () => {
  const out = join(scratch(), 'graph');
  await cli(['build', 'seeds', '--out', out, '--quiet']);
  for (const args of [
    `extract seeds --quiet`,
    `query search --text pruning --format json --limit 1000 --graph ${out}`,
    `export ${EXPORTERS[0]!.id} --graph ${out} --out -`,
  ]) {
    const child = spawn('bash', ['-c', `set -o pipefail; "${process.execPath}" "${CLI}" ${args} | head -c 1`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    const code = await new Promise((done) => child.on('close', done));
    expect([args, code, err]).toEqual([args, 0, '']);
  }
});
