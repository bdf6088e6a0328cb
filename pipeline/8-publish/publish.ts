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
  const files: [name: string, chunks: Chunks][] = [
    ['graph.gexf', gexf.write(graph, losses)],
    ['records.jsonl', lines],
    ['report.md', reportOf({ graph, tally, report, ...said, losses })],
    ['graph.json', json.write(graph)], // last: it is what others read
  ];
  for (const [name, chunks] of files) await writeAtomically(join(out, name), chunks);
  return files.map(([name]) => name);
}
