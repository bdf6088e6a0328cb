import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Chunks } from '../src/export/types.ts';
import { isAlive } from './alive.ts';
import { inBytes } from './bytes.ts';

/**
 * Writes a file so that it is there whole or not at all: a temporary beside it, flushed to the disk, then renamed. Links are
 * followed; a device or a pipe is written to as it is.
 */
export async function writeAtomically(path: string, chunks: Chunks): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile() && !there.isDirectory()) return pipeline(Readable.from(inBytes(chunks)), createWriteStream(path));

  const file = await target(path);
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  await sweep(file);
  const temporary = join(folder, `.${basename(file)}.${process.pid}-${++written}.tmp`);
  try {
    await pipeline(Readable.from(inBytes(chunks)), createWriteStream(temporary, { flush: true }));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flush(folder);
}

/** Tells apart two temporaries of one file in one program. */
let written = 0;

/** Where a path leads, be it to a file that is not there yet. */
async function target(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  const next = await readlink(path).catch(() => undefined);
  return next === undefined ? path : target(resolve(await realpath(dirname(path)), next));
}

/** Removes temporaries of the same file that a program left when it was killed. */
async function sweep(file: string): Promise<void> {
  const start = `.${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    const owner = name.startsWith(start) && /^(\d{1,10})-\d{1,16}\.tmp$/.exec(name.slice(start.length))?.[1];
    if (owner && !isAlive(Number(owner))) await rm(join(dirname(file), name), { force: true });
  }
}

/** Makes the rename last; folders cannot be opened everywhere. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
