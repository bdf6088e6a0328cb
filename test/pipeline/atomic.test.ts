import { execFileSync, spawn } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { writeAtomically } from '../../pipeline/atomic.ts';
import { scratch } from '../helpers/scratch.ts';

async function* later<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) {
    await wait(0);
    yield item;
  }
}

test.each([
  ['a list', () => ['a', 'é', '😀']],
  ['an iterator', () => ['a', 'é', '😀'].values()],
  ['what comes later', () => later(['a', 'é', '😀'])],
  ['bytes', () => [new TextEncoder().encode('aé😀')]],
  ['bytes and text', () => later([new TextEncoder().encode('aé'), '😀'])],
])('writes %s, folders and all, and leaves nothing else', async (_, chunks) => {
  const folder = scratch();
  await writeAtomically(join(folder, 'deep', 'er', 'file'), chunks());
  expect(readFileSync(join(folder, 'deep', 'er', 'file'), 'utf8')).toBe('aé😀');
  expect(readdirSync(join(folder, 'deep', 'er'))).toEqual(['file']);
});

test('an empty file is a file', async () => {
  const file = join(scratch(), 'file');
  await writeAtomically(file, []);
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('pieces that end in an error leave the old file, and no temporary', async () => {
  const folder = scratch();
  const file = join(folder, 'file');
  writeFileSync(file, 'old');
  function* broken(): Generator<string> {
    yield 'new'.repeat(100_000);
    throw new Error('no more');
  }
  await expect(writeAtomically(file, broken())).rejects.toThrow('no more');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a folder in the place of the file is told, and stays', async () => {
  const folder = scratch();
  mkdirSync(join(folder, 'file', 'full'), { recursive: true });
  await expect(writeAtomically(join(folder, 'file'), ['x'])).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('killed in the middle: the old file is whole, and the next writer clears up', async () => {
  const folder = scratch();
  const file = join(folder, 'graph.json');
  writeFileSync(file, 'old');
  const source = `
    import { writeAtomically } from ${JSON.stringify(resolve('pipeline/atomic.ts'))};
    async function* endless() {
      for (;;) {
        yield 'new'.repeat(50_000);
        await new Promise((done) => setTimeout(done, 1));
      }
    }
    await writeAtomically(${JSON.stringify(file)}, endless());`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], { stdio: 'inherit' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<string | null>((done) => child.on('exit', (_, signal) => done(signal)));

  const temporaries = (): string[] => readdirSync(folder).filter((name) => name !== 'graph.json');
  const begun = (): boolean => temporaries().some((name) => statSync(join(folder, name)).size > 1_000_000);
  while (!begun()) {
    if (child.exitCode !== null) throw new Error('the writer ended by itself');
    await wait(10);
  }
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(temporaries()).toHaveLength(1);

  writeFileSync(join(folder, 'notes.tmp'), 'mine');
  await writeAtomically(file, ['new']);
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(temporaries()).toEqual(['notes.tmp']);
});

test('a link stays, and leads to what is written', async () => {
  const folder = scratch();
  mkdirSync(join(folder, 'real'));
  writeFileSync(join(folder, 'real', 'file'), 'old');
  symlinkSync(join('real', 'file'), join(folder, 'link'));
  symlinkSync('link', join(folder, 'further'));
  symlinkSync(join('new', 'file'), join(folder, 'ahead'));
  symlinkSync('round', join(folder, 'round'));
  for (const [link, file] of [['further', 'real'], ['ahead', 'new']] as const) {
    await writeAtomically(join(folder, link), [link]);
    expect(readFileSync(join(folder, file, 'file'), 'utf8')).toBe(link);
    expect(readdirSync(join(folder, file))).toEqual(['file']);
  } // prettier-ignore
  await expect(writeAtomically(join(folder, 'round'), ['x'])).rejects.toThrow('ELOOP');
  for (const link of ['link', 'further', 'ahead', 'round']) expect(lstatSync(join(folder, link)).isSymbolicLink()).toBe(true);
});

test.skipIf(process.platform === 'win32')('a pipe and a device are written to, and stay', async () => {
  const folder = scratch();
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const [text] = await Promise.all([readFile(pipe, 'utf8'), writeAtomically(pipe, ['a', 'é'])]);
  expect(text).toBe('aé');
  expect(lstatSync(pipe).isFIFO()).toBe(true);
  expect(readdirSync(folder)).toEqual(['pipe']);
  symlinkSync('/dev/null', join(folder, 'null'));
  await writeAtomically(join(folder, 'null'), ['x']);
  expect(lstatSync(join(folder, 'null')).isSymbolicLink()).toBe(true);
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('the temporary of a living writer, or of another file, stays', async () => {
  const folder = scratch();
  const others = [`.file.${process.ppid}-1.tmp`, '.file.2.999999999-1.tmp', '.file.notes.tmp'];
  for (const name of [...others, '.file.999999999-1.tmp']) writeFileSync(join(folder, name), 'x');
  await writeAtomically(join(folder, 'file'), ['new']);
  expect(readdirSync(folder).sort()).toEqual([...others, 'file'].sort());
});

test('two writers of one file do not mix', async () => {
  const folder = scratch();
  const texts = ['a', 'b'].map((letter) => letter.repeat(9));
  await Promise.all(texts.map((text) => writeAtomically(join(folder, 'file'), later([...text]))));
  expect(texts).toContain(readFileSync(join(folder, 'file'), 'utf8'));
  expect(readdirSync(folder)).toEqual(['file']);
});
