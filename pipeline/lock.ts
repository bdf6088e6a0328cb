import { createHash, randomUUID } from 'node:crypto';
import { constants, copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './alive.ts';

/** Another build writes to the same folder. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/**
 * Does something while nobody else does it in the same folder. The lock is a file that names its owner, so that one left behind by
 * a build that was killed is seen and taken over at once, however long the owner's stages kept it from any sign of life.
 * @throws BusyError when a living program holds the lock
 */
export async function exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, '.lock');
  const key = randomUUID();
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), key });
  const ready = `${lock}.${key}`;
  try {
    await writeFile(ready, mine);
    if (!(await take(lock, ready)))
      throw new BusyError(`another build writes to this folder: wait for it, or remove ${lock} if none is running`);
  } finally {
    await rm(ready, { force: true });
  }
  try {
    return await work();
  } finally {
    if ((await ownerOf(lock)) === mine) await rm(lock, { force: true });
  }
}

/** How often the lock may change hands under our eyes until we give up. */
const TRIES = 3;

/**
 * Puts the file `ready`, whole, in the place of the lock. Only who holds the claim to a dead owner's lock, which is a lock itself,
 * may replace it; so what is replaced is that lock, and never one that another program has taken since.
 * @returns whether the lock is ours
 */
async function take(lock: string, ready: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (await placed(ready, lock)) return true;
    const owner = await ownerOf(lock);
    if (owner === undefined) continue;
    if (mayLive(owner)) return false;
    const claim = `${lock}.${createHash('sha256').update(owner).digest('hex').slice(0, 16)}`;
    if (!(await take(claim, ready))) return false;
    if ((await ownerOf(lock)) === owner) {
      await rename(claim, lock);
      return true;
    }
    await rm(claim, { force: true });
  }
  return false;
}

/** A link appears with all of its content, and only where nothing is. */
async function placed(ready: string, lock: string): Promise<boolean> {
  try {
    await link(ready, lock).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      return copyFile(ready, lock, constants.COPYFILE_EXCL); // a file system without links
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function ownerOf(lock: string): Promise<string | undefined> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the owner is at work, as far as can be seen from here. */
function mayLive(owner: string): boolean {
  try {
    const { pid, host } = JSON.parse(owner) as { pid: number; host: string };
    return host !== hostname() || isAlive(pid);
  } catch {
    return false;
  }
}
