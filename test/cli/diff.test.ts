import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { saveGraph } from '../../src/graph.ts';
import type { Record } from '../../src/model.ts';
import { built } from '../helpers/built.ts';
import { cli, scratch } from '../helpers/cli.ts';
import { seedRecords } from '../helpers/gold.ts';

/** Folders of the graphs of the seeds, and of the seeds but one. */
function folders(): { before: string; after: string; added: string } {
  const [added, ...rest] = seedRecords();
  const [before, after] = [join(scratch(), 'before'), join(scratch(), 'after')];
  for (const [folder, records] of [[before, rest], [after, [added!, ...rest]]] as [string, Record[]][]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'graph.json'), [...saveGraph(built(records).graph)].join(''));
  }
  return { before, after, added: added!.title.replace(/\s+/g, ' ') };
} // prettier-ignore

test('tells people what changed, and programs all of it', async () => {
  const { before, after, added } = folders();
  const told = await cli(['diff', before, after, '--limit', '3']);
  expect([told.code, told.err]).toEqual([0, '']);
  expect(told.out).toContain(`## New papers: 1\n\n- ${added.replace(/[~-]/g, (c) => (c === '~' ? '\\~' : c))} (\`paper:`);
  expect(told.out).toMatch(/^- and \d+ more$/m);
  const { same, papers } = JSON.parse((await cli(['diff', before, join(after, 'graph.json'), '--format', 'json'])).out);
  expect([same, papers.new.length, papers.gone.length]).toEqual([false, 1, 0]);
});

test('nothing between a graph and itself', async () => {
  const { before } = folders();
  const { code, out } = await cli(['diff', before, before]);
  expect([code, out]).toEqual([0, '# What changed\n\nNothing.\n']);
});

test.each([
  ['a graph is not there', ['diff', 'none', 'none'], 1, /there is no graph in none/],
  ['one graph', ['diff', 'none'], 2, /missing required argument 'NEW'/],
  ['a limit that is none', ['diff', 'a', 'b', '--limit', '0'], 2, /whole number/],
])('%s', async (_, args, code, message) => {
  const ran = await cli(args);
  expect(ran.code).toBe(code);
  expect(ran.err).toMatch(message);
});
