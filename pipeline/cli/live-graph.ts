import { readFile } from 'node:fs/promises';
import { unwatchFile, watchFile } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { prepare } from '../../src/query/cache.ts';
import { snapshot } from '../../src/server/snapshot.ts';
import type { Snapshot } from '../../src/server/snapshot.ts';
import { graphFile, parsed } from './graph-folder.ts';

/** How often the file is looked at, in milliseconds. */
const INTERVAL = 500;

/** The graph of a folder as it is now: one built anew takes the place of the old when it is read and ready. */
export interface LiveGraph {
  current(): Snapshot;
  /** Looks no more. */
  close(): void;
}

/**
 * @param tell says to people what happened: a graph was taken over, or could not be read and the old one stays
 * @throws Failure when there is no graph to begin with
 */
export async function liveGraph(place: string, tell: (line: string) => void): Promise<LiveGraph> {
  const file = await graphFile(place);
  let current = await load(file);
  let busy = false;
  let again = false;
  const reload = async (): Promise<void> => {
    again = busy;
    if (busy) return;
    busy = true;
    try {
      const next = await load(file);
      if (next.tag !== current.tag) {
        await ready(next);
        current = next;
        tell(`${file} was built anew: serving the new graph`);
      }
    } catch (error) {
      tell(`still serving the old graph: ${(error as Error).message}`);
    }
    busy = false;
    if (again) await reload();
  };
  const changed = (now: { mtimeMs: number }): void => void (now.mtimeMs > 0 && reload()); // 0: not there just now
  watchFile(file, { interval: INTERVAL, persistent: false }, changed);
  void ready(current).catch(() => undefined); // the question that meets the fault tells it
  return { current: () => current, close: () => unwatchFile(file, changed) };
}

async function load(file: string): Promise<Snapshot> {
  const json = new Uint8Array(await readFile(file));
  return snapshot(parsed(new TextDecoder().decode(json), file), json);
}

/** Makes what questions need, with a breath for other requests after each part. */
async function ready({ graph }: Snapshot): Promise<void> {
  for (const _ of prepare(graph)) await breathe();
}
