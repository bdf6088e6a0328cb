import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Paper } from '../../src/model.ts';
import { loadKnowledge } from '../knowledge.ts';
import { LastBuild, programOf } from '../last-build.ts';
import { VERSION } from '../version.ts';
import { keyOf } from './line.ts';
import { RecordStore, storeIn } from './store.ts';

/** What a store holds. */
export interface Look {
  file: string;
  bytes: number;
  records: number;
  /** Of papers in the graph beside it. */
  used: number;
  /** Of a build that did not end; the next one goes on from them. */
  ahead: number;
  /** Of neither: papers that are no longer in the graph. */
  unused: number;
  /** Lines that were cut short or damaged; the next build extracts their papers again. */
  damaged: number;
  /** Made by another version of the program or its data, so that nothing in it counts. */
  stale: boolean;
}

/** The store of a graph's folder, opened, with what it holds, and what drops what no build needs. @throws the system's error where there is none */
export async function look(folder: string): Promise<{ store: RecordStore; seen: Look; compact: () => Promise<number> }> {
  const last = await LastBuild.in(folder);
  const file = storeIn(last.folder);
  const store = RecordStore.read(file, programOf(VERSION, loadKnowledge()));
  const keys = await keysIn(join(folder, 'records.jsonl'));
  const seen: Look = {
    file,
    bytes: statSync(file).size,
    records: store.size,
    used: 0,
    ahead: 0,
    unused: 0,
    damaged: store.damaged,
    stale: store.stale,
  };
  for (const [key, at] of store.keys()) seen[keys.has(key) ? 'used' : at >= last.stored ? 'ahead' : 'unused']++;
  const needed = (key: string, at: number): boolean => keys.has(key) || at >= last.stored;
  const compact = async (): Promise<number> => {
    await store.compact(needed);
    await last.compacted(store.bytesOf((key, at) => needed(key, at) && at < last.stored));
    return store.bytesOf(needed);
  };
  return { store, seen, compact };
}

/** Keys of the papers of a graph, from its records. */
async function keysIn(file: string): Promise<Set<string>> {
  const keys = new Set<string>();
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  try {
    for await (const line of lines) if (line) keys.add(keyOf(JSON.parse(line) as Paper));
  } catch {
    // no graph yet, or a damaged one: the next build makes it anew
  }
  return keys;
}

/** Records that are whole, and still nothing that a build can read. */
export function unreadable(store: RecordStore): string[] {
  const bad: string[] = [];
  for (const [key] of store.keys())
    try {
      JSON.parse(store.get(key).toString());
    } catch {
      bad.push(key);
    }
  return bad;
}
