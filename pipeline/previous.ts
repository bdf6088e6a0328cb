import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { GraphAttributes, NodeAttributes } from '../src/graph.ts';
import type { Places, Previous } from './types.ts';

const HEAD = '{"attributes":';
const NODE = '{"key":"';
const PAPER = 'paper:';
const END = ']';
/** All that is asked of a node stands before it in the line that `saveGraph` writes; within a string its quotes would be escaped. */
const ENOUGH = ',"size":';

/**
 * Communities and places of the graph.json that a folder holds, or undefined where there is none that `saveGraph` wrote. It has a node a
 * line, of which only the beginning is looked at, so that a large graph is not loaded for it.
 */
export async function previousIn(folder: string): Promise<(Previous & { places: Places }) | undefined> {
  let attributes: Partial<GraphAttributes> | undefined;
  const of = new Map<string, string>();
  const places = new Map<string, readonly [x: number, y: number]>();
  try {
    for await (const line of linesOf(join(folder, 'graph.json'))) {
      if (line.startsWith(HEAD)) attributes = JSON.parse(line.slice(HEAD.length)) as Partial<GraphAttributes>;
      else if (!attributes || line.startsWith(END)) break;
      else if (line.startsWith(NODE)) {
        const enough = line.indexOf(ENOUGH);
        const { key, attributes } = JSON.parse(enough < 0 ? line : `${line.slice(0, enough)}}}`) as {
          key: string;
          attributes: NodeAttributes;
        };
        if (attributes.community && key.startsWith(PAPER)) of.set(key, attributes.community);
        places.set(key, [attributes.x, attributes.y]);
      }
    }
  } catch {
    return undefined; // not there, or not to be read: communities and places begin anew
  }
  const { communities, levels = [] } = attributes ?? {};
  return Array.isArray(communities) && Array.isArray(levels) ? { communities, levels, of, places } : undefined;
}

/** Lines without the comma that they end in. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }) as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield line.endsWith(',') ? line.slice(0, -1) : line;
  }
  if (rest) yield rest;
}
