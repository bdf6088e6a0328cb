import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes a file so that it is there whole or not at all: a temporary beside it, flushed to the disk, then renamed. */
export async function writeAtomically(
  file: string,
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  await sweep(file);
  const temporary = join(folder, `.${basename(file)}.${process.pid}.tmp`);
  try {
    await pipeline(Readable.from(chunks), createWriteStream(temporary, { flush: true }));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flush(folder);
}

/** Removes temporaries of the same file that a program left when it was killed. */
async function sweep(file: string): Promise<void> {
  for (const name of await readdir(dirname(file)))
    if (name.startsWith(`.${basename(file)}.`) && name.endsWith('.tmp')) await rm(join(dirname(file), name), { force: true });
}

/** Makes the rename last; folders cannot be opened everywhere. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
