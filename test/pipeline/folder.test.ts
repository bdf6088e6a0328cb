import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NotOursError, writeFolder } from '../../pipeline/folder.ts';
import type { ExportedFile } from '../../src/export/index.ts';
import { scratch } from '../helpers/scratch.ts';

const file = (path: string, text = path): ExportedFile => ({ path, chunks: [text] });
const LIST = '.claimgraph-export';

/** Files of a folder with their texts, the list of what was written left out. */
function textsIn(folder: string): { [path: string]: string } {
  const texts: { [path: string]: string } = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name !== LIST) texts[path.slice(folder.length + 1)] = readFileSync(path, 'utf8');
  }
  return texts;
}

test.each([
  ['new', false],
  ['empty', true],
])('a %s folder gets the files', async (_, made) => {
  const parent = scratch();
  const out = join(parent, 'deep', 'out');
  if (made) mkdirSync(out, { recursive: true });
  await writeFolder(out, [file('a.txt'), file('b/c/d.txt')]);
  expect(textsIn(out)).toEqual({ 'a.txt': 'a.txt', 'b/c/d.txt': 'b/c/d.txt' });
  expect(readFileSync(join(out, LIST), 'utf8')).toBe('a.txt\nb/c/d.txt\n');
  expect(readdirSync(join(parent, 'deep'))).toEqual(['out']);
});

test('pieces of all kinds and sizes arrive', async () => {
  const out = join(scratch(), 'out');
  const large = 'x'.repeat(700_000);
  await writeFolder(out, [
    { path: 'none', chunks: [] },
    { path: 'mixed', chunks: ['é', new TextEncoder().encode('ü'), large, large, 'end'] },
    { path: 'later', chunks: (async function* () { yield 'a'; yield 'b'; })() }, // prettier-ignore
  ]);
  expect(textsIn(out)).toEqual({ none: '', mixed: `éü${large}${large}end`, later: 'ab' });
});

test('the next time what was written is replaced or removed, and what others put there stays', async () => {
  const out = join(scratch(), 'out');
  await writeFolder(out, [file('same'), file('old/a'), file('old/b'), file('left/a')]);
  writeFileSync(join(out, 'mine'), 'mine');
  writeFileSync(join(out, 'left', 'mine'), 'mine');
  await writeFolder(out, [file('same', 'anew'), file('new')]);
  expect(textsIn(out)).toEqual({ same: 'anew', new: 'new', mine: 'mine', 'left/mine': 'mine' });
  expect(existsSync(join(out, 'old'))).toBe(false);
});

test('a folder of other files is left as it is', async () => {
  const out = scratch();
  writeFileSync(join(out, 'thesis.tex'), 'mine');
  await expect(writeFolder(out, [file('thesis.tex')])).rejects.toThrow(NotOursError);
  expect(textsIn(out)).toEqual({ 'thesis.tex': 'mine' });
});

test('a list that somebody wrote removes nothing outside', async () => {
  const parent = scratch();
  const out = join(parent, 'out');
  mkdirSync(out);
  writeFileSync(join(parent, 'mine'), 'mine');
  writeFileSync(join(out, LIST), `../mine\n${join(parent, 'mine')}\n\n.\n`);
  await writeFolder(out, [file('a')]);
  expect(readFileSync(join(parent, 'mine'), 'utf8')).toBe('mine');
});

test.each([['../out-of-it'], ['a/../../b'], ['/etc/x'], [''], ['.']])('%j is no path of a file', async (path) => {
  const parent = scratch();
  await expect(writeFolder(join(parent, 'out'), [file('fine'), file(path)])).rejects.toThrow('is no name for a file of its own');
  expect(readdirSync(parent)).toEqual([]);
});

test('a path that comes twice is an error', async () => {
  await expect(writeFolder(join(scratch(), 'out'), [file('a'), file('a')])).rejects.toThrow(/"a" is no name/);
});

test('a file that cannot be made leaves all as it was', async () => {
  const parent = scratch();
  const out = join(parent, 'out');
  await writeFolder(out, [file('a', 'before')]);
  const broken = (function* () {
    yield 'half';
    throw new Error('broken');
  })();
  await expect(writeFolder(out, [file('a', 'after'), { path: 'b', chunks: broken }])).rejects.toThrow('broken');
  expect(textsIn(out)).toEqual({ a: 'before' });
  expect(readdirSync(parent)).toEqual(['out']);
});
