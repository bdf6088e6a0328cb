import { join } from 'node:path';
import { gexf } from '../../src/export/gexf.ts';
import { json } from '../../src/export/json.ts';
import type { Chunks } from '../../src/export/types.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import type { Report } from '../../src/report.ts';
import { writeAtomically } from '../atomic.ts';
import type { Tally } from '../summary.ts';
import type { Analysis } from '../types.ts';
import { reportOf } from './report.ts';

/** What a build publishes. */
export interface Publication {
  graph: KnowledgeGraph;
  /** Of `records.jsonl`. */
  lines: Chunks;
  tally: Tally;
  report: Report;
  /** How communities were found, and what analysis left out or estimated, in sentences. */
  said: Pick<Analysis, 'told' | 'notes'>;
}

/**
 * Writes `graph.json`, `graph.gexf`, `records.jsonl` and `report.md`, each whole or not at all.
 * @param out folder, made where it is not there
 * @returns names of the files
 */
export async function publish(out: string, { graph, lines, tally, report, said }: Publication): Promise<string[]> {
  const losses = { characters: 0, numbers: 0 };
  const write = async (name: string, chunks: Chunks): Promise<string> => {
    await writeAtomically(join(out, name), chunks);
    return name;
  };
  // While one file is flushed to the disk, the text of the other is formed.
  const drawn = write('graph.gexf', gexf.write(graph, losses));
  const told = drawn.then(() => write('report.md', reportOf({ graph, tally, report, ...said, losses })));
  const files = await allOf([drawn, write('records.jsonl', lines), told]);
  return [...files, await write('graph.json', json.write(graph))]; // last: it is what others read
}

/** Waits for all, also where one fails: nobody writes any more when that is told. */
async function allOf<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
