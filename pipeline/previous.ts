import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphAttributes, NodeAttributes } from '../src/graph.ts';
import { linesIn } from './store/scan.ts';
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
export function previousIn(folder: string): (Previous & { places: Places }) | undefined {
  let attributes: Partial<GraphAttributes> | undefined;
  const of = new Map<string, string>();
  const places = new Map<string, readonly [x: number, y: number]>();
  let fd: number | undefined;
  try {
    fd = openSync(join(folder, 'graph.json'), 'r');
    for (const { line } of linesIn(fd)) {
      const begins = line.toString('latin1', 0, HEAD.length);
      if (begins === HEAD) attributes = JSON.parse(without(line).slice(HEAD.length)) as Partial<GraphAttributes>;
      else if (!attributes || begins.startsWith(END)) break;
      else if (begins.startsWith(NODE)) {
        const enough = line.indexOf(ENOUGH);
        const { key, attributes } = JSON.parse(enough < 0 ? without(line) : `${line.toString('utf8', 0, enough)}}}`) as Node;
        if (attributes.community && key.startsWith(PAPER)) of.set(key, attributes.community);
        places.set(key, [attributes.x, attributes.y]);
      }
    }
  } catch {
    return undefined; // not there, or not to be read: communities and places begin anew
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
  const { communities, levels = [] } = attributes ?? {};
  return Array.isArray(communities) && Array.isArray(levels) ? { communities, levels, of, places } : undefined;
}

interface Node {
  key: string;
  attributes: NodeAttributes;
}

/** The line without its break, and the comma before it. */
const without = (line: Buffer): string => line.toString().replace(/,?\n?$/, '');
