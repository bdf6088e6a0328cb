import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphFormatError, loadGraph } from '../../src/graph.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import { Failure } from './errors.ts';

/**
 * Loads the graph of a folder that `build` wrote.
 * @throws Failure when there is none
 */
export async function graphIn(folder: string): Promise<KnowledgeGraph> {
  const file = join(folder, 'graph.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new Failure(
      `there is no graph in ${folder}: build one with \`claimgraph build INPUT... --out ${folder}\`, or name its folder with --graph`,
    );
  }
  try {
    return loadGraph(text);
  } catch (error) {
    throw error instanceof GraphFormatError ? new Failure(`${file}: ${error.message}`) : error;
  }
}
