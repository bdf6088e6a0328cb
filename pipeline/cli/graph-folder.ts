import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { GraphFormatError, loadGraph } from '../../src/graph.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import { Failure } from './errors.ts';

/**
 * Loads the graph of a folder that `build` wrote, of a graph.json, or from standard input (`-`).
 * @throws Failure when there is none
 */
export async function graphIn(place: string): Promise<KnowledgeGraph> {
  if (place === '-') return parsed(await text(process.stdin), 'standard input');
  const file = await graphFile(place);
  return parsed(await readFile(file, 'utf8'), file);
}

/**
 * The graph.json that a folder holds, or the file itself.
 * @throws Failure when there is none
 */
export async function graphFile(place: string): Promise<string> {
  const isFolder = (await stat(place).catch(none))?.isDirectory();
  const file = isFolder === false ? place : join(place, 'graph.json');
  if (!(await stat(file).catch(none)))
    throw new Failure(
      `there is no graph in ${place}: build one with \`claimgraph build INPUT... --out ${place}\`, or name its folder with --graph`,
    );
  return file;
}

function none(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

/** @throws Failure when the text is no graph */
export function parsed(json: string, name: string): KnowledgeGraph {
  try {
    return loadGraph(json);
  } catch (error) {
    throw error instanceof GraphFormatError ? new Failure(`${name}: ${error.message}`) : error;
  }
}
