import { join } from 'node:path';
import { gexf } from '../../src/export/gexf.ts';
import { json } from '../../src/export/json.ts';
import type { Chunks } from '../../src/export/types.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import type { Record } from '../../src/model.ts';
import type { Report } from '../../src/report.ts';
import { writeAtomically } from '../atomic.ts';
import { reportOf } from './report.ts';

/** Pieces are gathered up to this many characters before they go to the disk. */
const BATCH = 1 << 16;

/**
 * Writes a finished graph to a folder, each file whole or not at all. Whoever calls holds the folder's lock.
 * @param notes sentences of the analysis for the report
 * @returns names of the files written
 * @throws when the disk refuses; files not yet reached are then the old ones
 */
export async function publish(
  out: string,
  graph: KnowledgeGraph,
  records: readonly Record[],
  report: Report,
  notes: readonly string[] = [],
): Promise<string[]> {
  const files: [name: string, content: Chunks][] = [
    ['records.jsonl', lines(records)],
    ['graph.gexf', gexf.write(graph)],
    ['report.md', reportOf(graph, records, report, notes)],
    ['graph.json', json.write(graph)], // last: what serves and queries the folder reads this one
  ];
  for (const [name, content] of files) await writeAtomically(join(out, name), batches(content));
  return files.map(([name]) => name);
}

function* lines(records: readonly Record[]): Generator<string> {
  for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : 1))) yield `${JSON.stringify(record)}\n`;
}

async function* batches(chunks: Chunks): AsyncGenerator<string | Uint8Array> {
  let text = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      if (text) yield text;
      text = '';
      yield chunk;
    } else if ((text += chunk).length >= BATCH) {
      yield text;
      text = '';
    }
  }
  if (text) yield text;
}
