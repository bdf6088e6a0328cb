import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { GraphAttributes, NodeAttributes } from '../src/graph.ts';
import type { Previous } from './types.ts';

const HEAD = '{"attributes":';
const PAPER = '{"key":"paper:';
const END = ']';

/**
 * Communities of the graph.json that a folder holds, or undefined where there is none that `saveGraph` wrote. It has a node a line, and
 * only the papers' are looked at, so that a large graph is not loaded for it.
 */
export async function previousIn(folder: string): Promise<Previous | undefined> {
  let attributes: Partial<GraphAttributes> | undefined;
  const of = new Map<string, string>();
  const without = (line: string): string => line.replace(/,$/, '');
  const lines = createInterface({ input: createReadStream(join(folder, 'graph.json')) });
  try {
    for await (const line of lines) {
      if (line.startsWith(HEAD)) attributes = JSON.parse(without(line).slice(HEAD.length)) as Partial<GraphAttributes>;
      else if (!attributes || line === END || line.startsWith(`${END},`)) break;
      else if (line.startsWith(PAPER)) {
        const { key, attributes } = JSON.parse(without(line)) as { key: string; attributes: NodeAttributes };
        if (attributes.community) of.set(key, attributes.community);
      }
    }
  } catch {
    return undefined; // not there, or not to be read: communities begin anew
  } finally {
    lines.close();
  }
  const { communities, levels = [] } = attributes ?? {};
  return Array.isArray(communities) && Array.isArray(levels) ? { communities, levels, of } : undefined;
}
