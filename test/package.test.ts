/** The package as its users meet it: installed, imported by its name, its examples run. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveGraph } from '../src/graph.ts';
import { QUERIES } from '../src/query/index.ts';
import { built } from './helpers/built.ts';
import { CLI } from './helpers/cli.ts';

const work = mkdtempSync(join(tmpdir(), 'claimgraph-'));
beforeAll(() => {
  mkdirSync(join(work, 'node_modules'));
  symlinkSync(resolve('.'), join(work, 'node_modules', 'claimgraph'), 'dir');
  mkdirSync(join(work, 'graph'));
  writeFileSync(join(work, 'graph', 'graph.json'), [...saveGraph(built().graph)].join(''));
});
afterAll(() => rmSync(work, { recursive: true }));

const run = promisify(execFile);
const documents = ['README.md', 'src/README.md'].map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Fenced blocks of a language, with the line on which each begins. */
const blocks = (language: RegExp): { place: string; code: string }[] =>
  documents.flatMap(({ file, text }) =>
    [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
      .filter(([, name]) => language.test(name!))
      .map(({ 2: code, index }) => ({ place: `${file}:${text.slice(0, index).split('\n').length}`, code: code! })),
  );

const examples = blocks(/^(?:js|ts)$/).filter(({ code }) => code.includes("from 'claimgraph'"));
const commands = blocks(/^sh$/).flatMap(({ place, code }) =>
  code
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, ''))
    .filter((line) => line.startsWith('npx claimgraph query '))
    .map((line) => ({ place, line })),
);

describe('the examples of the documents', () => {
  test('are found', () => expect(Math.min(examples.length, commands.length)).toBeGreaterThan(4));

  test.each(examples)('$place runs, and prints something where it says so', async ({ code }) => {
    const file = join(work, `example.${code.length}.mjs`);
    writeFileSync(file, code);
    const { stdout, stderr } = await run(process.execPath, [file], { cwd: work });
    expect(stderr).toBe('');
    if (code.includes('console.log')) expect(stdout).not.toBe('');
  });

  test.each(commands)('$place: $line', async ({ line }) => {
    const words = [...line.slice('npx claimgraph '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
    const { stdout, stderr } = await run(process.execPath, [CLI, ...words], { cwd: work });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\S/);
  });

  test('tell of every question', () => {
    const { text } = documents[1]!;
    for (const { id } of QUERIES) {
      expect(text).toContain(`| \`${id}\` |`);
      expect(commands.map(({ line }) => line)).toContainEqual(expect.stringContaining(`query ${id}`));
    }
  });
});

describe('the exports', () => {
  test('are what publint asks of a package', async () => {
    const { messages, pkg } = await publint({ pkgDir: '.', strict: true });
    expect(messages.map((message) => formatMessage(message, pkg!))).toEqual([]);
  });

  test.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('are typed for who uses them (%s, %s)', (module, resolution) => {
    writeFileSync(
      join(work, 'user.ts'),
      `import { open, type ItemOf } from 'claimgraph';
       export function best(json: string): ItemOf<'results'> | undefined {
         const claims = open(json);
         const order: number = claims.graph.order;
         // @ts-expect-error: an order is a number
         const wrong: string = claims.graph.order;
         // @ts-expect-error: text is missing
         claims.search({});
         return order > 0 ? claims.results({ metric: 'FLOPs', limit: 1 }).items[0] : wrong as never;
       }`,
    );
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', resolution, '--types', ''];
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, 'user.ts'], { cwd: work, encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
