import { NODE_KINDS } from '../../src/graph.ts';
import { wordsOf } from '../../src/words.ts';
import type { Network } from '../types.ts';
import type { AnalyseOptions } from './options.ts';
import type { Rows } from './rows.ts';

const TASK = NODE_KINDS.indexOf('task');
const TECHNIQUE = NODE_KINDS.indexOf('technique');

/** A name of more words than this says its head no clearer. */
const WORDS = 8;

/**
 * For each task and technique the broader ones of the graph: those that its name ends in, as "medical image segmentation" ends in
 * "image segmentation" and "segmentation". Weights say how much of the narrower one the broader one shares.
 */
export function broader({ ids, kinds }: Network, label: (node: number) => string, options: AnalyseOptions): Rows {
  const names = new Map<number, string[]>();
  const byName = new Map<string, number>();
  for (const kind of [TECHNIQUE, TASK])
    for (let node = 0; node < ids.length; node++) {
      if (kinds[node] !== kind) continue;
      const words = wordsOf(label(node));
      names.set(node, words);
      byName.set(words.join(' '), node); // a task of the same name takes the place of the technique
    }
  const offsets = new Uint32Array(ids.length + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  for (let node = 0; node < ids.length; node++) {
    const words = names.get(node)?.slice(-WORDS) ?? [];
    for (let left = words.length - 1; left > 0; left--) {
      const head = byName.get(words.slice(-left).join(' '));
      if (head === undefined || head === node) continue;
      targets.push(head);
      weights.push(left > 1 ? options.broader : options.broadest);
    }
    offsets[node + 1] = targets.length;
  }
  return { offsets, targets: Uint32Array.from(targets), weights: Float64Array.from(weights) };
}
