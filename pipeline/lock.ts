import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

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
  await take(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<void> {
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let tries = 0; tries < 3; tries++) {
    try {
      return await writeFile(lock, mine, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readFile(lock, 'utf8').catch(() => '');
    if (alive(holder)) break;
    // Renamed rather than removed: of two that see the same dead owner, one gets it.
    const aside = `${lock}.${process.pid}`;
    await rename(lock, aside).catch(() => {});
    await rm(aside, { force: true });
  }
  throw new BusyError(`another build writes to this folder: wait for it, or remove ${lock} if none is running`);
}

function alive(holder: string): boolean {
  try {
    const { pid, host } = JSON.parse(holder) as { pid: number; host: string };
    if (host !== hostname()) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
