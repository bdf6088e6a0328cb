import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAPS } from '../../../pipeline/1-read/caps.ts';
import { inputsFrom } from '../../../pipeline/1-read/files.ts';
import { emptyReport, readAll } from '../../helpers/read.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'read-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (name: string, text = name): string => {
  const path = join(dir, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
};
async function names(...paths: string[]) {
  const report = emptyReport();
  const found: [string, string][] = [];
  for await (const { name, bytes } of inputsFrom(paths, report)) found.push([name, await text(bytes as AsyncIterable<Uint8Array>)]);
  return { found: found.map(([name]) => name), texts: found.map(([, text]) => text), messages: report.messages };
}

describe('inputsFrom', () => {
  it('walks folders in code-unit order, without hidden files, and names files below the folder', async () => {
    for (const name of ['b.txt', 'B.txt', 'a/z.txt', 'a/deep/er/y.txt', 'é.txt', '.hidden', '.git/config']) put(name);
    const { found, texts, messages } = await names(dir);
    expect(found).toEqual(['B.txt', 'a/deep/er/y.txt', 'a/z.txt', 'b.txt', 'é.txt']);
    expect(texts).toEqual(found);
    expect(messages).toEqual([]);
  });

  it('names a file given alone by its own name, and a hidden one is read when asked for', async () => {
    expect((await names(put('a/one.txt'), put('.two.txt'))).found).toEqual(['one.txt', '.two.txt']);
  });

  it('tells two files of one name apart by their paths', async () => {
    const [one, two] = [put('a/x.txt'), put('b/x.txt')];
    expect((await names(one, two, put('y.txt'))).found).toEqual([one, two, 'y.txt']);
  });

  it('reads a file once, however often it is reached', async () => {
    const path = put('a/x.txt');
    symlinkSync(path, join(dir, 'a/link.txt'));
    symlinkSync(dir, join(dir, 'a/loop'));
    const { found, messages } = await names(dir, path, join(dir, 'a'), dir);
    expect(found).toHaveLength(1);
    expect(messages).toEqual([]);
  });

  it.each<[string, () => string, RegExp]>([
    ['a path that is not there', () => join(dir, 'none.txt'), /no such file or folder: check the path/],
    ['a folder below a file', () => join(put('x'), 'y'), /part of the path is a file/],
    ['an empty folder', () => join(dir, 'empty'), /no files in this folder: give/],
    ['a folder with hidden files alone', () => join(put('h/.x'), '..'), /no files in this folder/],
    ['a folder of empty folders', () => join(dir, 'nested'), /no files in this folder/],
    ['a link that leads nowhere', () => join(dir, 'nowhere'), /no such file/],
    ['a link to itself', () => join(dir, 'self'), /leads back to itself/],
    ['a file too large', () => join(dir, 'large'), /larger than 16 GB: split it/],
  ])('%s: a message with the path and the remedy, and the rest is read', async (_, make, problem) => {
    mkdirSync(join(dir, 'empty'));
    mkdirSync(join(dir, 'nested/a/b'), { recursive: true });
    symlinkSync(join(dir, 'gone'), join(dir, 'nowhere'));
    symlinkSync(join(dir, 'self'), join(dir, 'self'));
    truncateSync(put('large'), CAPS.file + 1); // a sparse file: takes no room
    const path = make();
    const { found, messages } = await names(path, put('good.txt'));
    expect(found).toEqual(['good.txt']);
    expect(messages).toEqual([{ file: path, problem: expect.stringMatching(problem), done: 'rejected' }]);
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = put('secret.txt');
    chmodSync(path, 0);
    const report = emptyReport();
    await readAll(inputsFrom([path], report), report);
    expect(report.messages).toMatchObject([{ file: 'secret.txt', problem: expect.stringContaining('chmod') }]);
  });

  it.skipIf(process.platform === 'win32')('a device without end is refused by its beginning', async () => {
    const report = emptyReport();
    const { papers } = await readAll(inputsFrom(['/dev/zero'], report), report);
    expect(papers).toEqual([]);
    expect(report.messages).toMatchObject([{ file: 'zero', problem: expect.stringContaining('not text') }]);
  });

  it('an empty file is given on: reading says that it is empty', async () => {
    expect(await names(put('x.txt', ''))).toMatchObject({ found: ['x.txt'], texts: [''] });
  });
});
