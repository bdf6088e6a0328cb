import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Chunks, ExportedFile } from '../src/export/types.ts';
import { writeAtomically } from './atomic.ts';

/** Lists what was written to a folder, so that the next time the same files are replaced and no others. */
const LIST = '.claimgraph-export';

/** A folder with files of somebody else. */
export class NotOursError extends Error {
  override name = 'NotOursError';
}

/**
 * Writes files to a folder: a new one, an empty one, or one written before, where what is no longer there is removed and files of
 * others stay. Nothing is changed before all files are written.
 * @throws NotOursError when the folder holds files that were not written by this
 */
export async function writeFolder(folder: string, files: Iterable<ExportedFile> | AsyncIterable<ExportedFile>): Promise<void> {
  const before = await listIn(folder);
  const work = join(dirname(resolve(folder)), `.${basename(resolve(folder))}.${process.pid}.tmp`);
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const written = new Set<string>();
  const folders = new Set<string>();
  try {
    for await (const { path, chunks } of files) {
      const file = join(work, ...path.split('/'));
      if (!isInside(path) || written.has(path)) throw new Error(`"${path}" is no name for a file of its own`);
      if (!folders.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
      folders.add(dirname(file));
      await writeNew(file, chunks);
      written.add(path);
    }
    await mkdir(folder, { recursive: true });
    await writeAtomically(join(folder, LIST), lines(new Set([...before, ...written])));
    for (const path of written) {
      if (path.includes('/')) await mkdir(dirname(join(folder, path)), { recursive: true });
      await rename(join(work, path), join(folder, path));
    }
    for (const path of before) if (!written.has(path)) await removeFrom(folder, path);
    await writeAtomically(join(folder, LIST), lines(written));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const isInside = (path: string): boolean => path.split('/').every((part) => part && part !== '.' && part !== '..' && !part.includes(sep));

/** Small files, of which a folder may have many, are written at once: a stream costs more than they do. */
async function writeNew(file: string, chunks: Chunks): Promise<void> {
  const first: (string | Uint8Array)[] = [];
  let length = 0;
  const rest = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return writeFile(file, Buffer.concat(first.map((chunk) => Buffer.from(chunk as string))), { flag: 'wx' });
    first.push(value);
    length += value.length;
    if (length > SMALL) break;
  }
  const all = async function* (): AsyncGenerator<string | Uint8Array> {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  };
  await pipeline(Readable.from(all()), createWriteStream(file, { flags: 'wx' }));
}

const SMALL = 1 << 20;

const lines = (paths: ReadonlySet<string>): string[] => [...paths].map((path) => `${path}\n`);

/** The files that were written to a folder before. */
async function listIn(folder: string): Promise<string[]> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (!there.length) return [];
  if (!there.includes(LIST))
    throw new NotOursError(`${folder} holds files that are no export: name a new folder, or a file that ends in .zip`);
  return (await readFile(join(folder, LIST), 'utf8')).split('\n').filter(isInside);
}

/** Removes a file, and the folders that it leaves empty. */
async function removeFrom(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    try {
      await rmdir(join(folder, above));
    } catch {
      return;
    }
  }
}
