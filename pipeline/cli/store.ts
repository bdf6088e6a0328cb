import { exclusively } from '../lock.ts';
import { look, unreadable, type Look } from '../store/look.ts';
import { Failure } from './errors.ts';
import { print } from './output.ts';

interface StoreFlags {
  graph: string;
  format: string;
}

/** Tells what the store of a graph's folder holds, checks it, or drops what no build needs. */
export async function storeCommand(what: 'check' | 'compact' | undefined, flags: StoreFlags): Promise<void> {
  const work = async (): Promise<void> => {
    const { store, seen, compact } = await opened(flags.graph);
    try {
      const unread = what === 'check' ? unreadable(store).length : 0;
      const compacted = what === 'compact' ? await compact() : undefined;
      const found = { ...seen, damaged: seen.damaged + unread, ...(compacted !== undefined && { compacted }) };
      await print(flags.format === 'json' ? `${JSON.stringify(found)}\n` : told(found));
      if (what === 'check' && found.damaged) throw new Failure('damaged records: the next build extracts their papers again');
    } finally {
      store.close();
    }
  };
  if (what !== 'compact') return work();
  (await opened(flags.graph)).store.close(); // a folder that holds no store is none to lock
  return exclusively(flags.graph, work);
}

const opened = (graph: string): ReturnType<typeof look> =>
  look(graph).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Failure(`there is no store in ${graph}: a build makes it, \`claimgraph build INPUT... --out ${graph}\``);
  });

function told({ file, bytes, records, used, ahead, unused, damaged, stale, compacted }: Look & { compacted?: number }): string {
  const rows: [string, string][] = [
    ['store', file],
    ['size', megabytes(bytes)],
    ['records', stale ? 'of another version: the next build begins anew' : String(records)],
    ['in the graph', String(used)],
    ['ahead of it', `${ahead}, of a build that did not end`],
    ['unused', String(unused)],
    ['damaged', String(damaged)],
  ];
  if (compacted !== undefined) rows.push(['compacted to', megabytes(compacted)]);
  return rows.map(([name, value]) => `${name.padEnd(12)} ${value}\n`).join('');
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
