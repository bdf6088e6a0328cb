import { join } from 'node:path';
import { gexf } from '../../src/export/gexf.ts';
import { json } from '../../src/export/json.ts';
import type { Chunks } from '../../src/export/types.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import type { Record } from '../../src/model.ts';
import type { Report } from '../../src/report.ts';
import { writeAtomically } from '../atomic.ts';
import type { Analysis } from '../types.ts';
import { inBatches } from './batches.ts';
import { reportOf } from './report.ts';

/**
 * Writes `graph.json`, `graph.gexf`, `records.jsonl` and `report.md`, each whole or not at all.
 * @param out folder, made where it is not there
 * @param said how communities were found, and what analysis left out or estimated, in sentences
 * @param lines of `records.jsonl`, where they are known already
 * @returns names of the files
 */
export async function publish(
  out: string,
  graph: KnowledgeGraph,
  records: readonly Record[],
  report: Report,
  said: Pick<Analysis, 'told' | 'notes'>,
  lines: Chunks = linesOf(records),
): Promise<string[]> {
  const losses = { characters: 0, numbers: 0 };
  const files: [name: string, chunks: Chunks][] = [
    ['graph.gexf', gexf.write(graph, losses)],
    ['records.jsonl', lines],
    ['report.md', reportOf({ graph, records, report, ...said, losses })],
    ['graph.json', json.write(graph)], // last: it is what others read
  ];
  for (const [name, chunks] of files) await writeAtomically(join(out, name), inBatches(chunks));
  return files.map(([name]) => name);
}

/** One record a line, by id, so that the order of the input changes nothing. */
function* linesOf(records: readonly Record[]): Generator<string> {
  for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : 1))) yield `${JSON.stringify(record)}\n`;
}
