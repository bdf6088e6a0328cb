import type { Network } from '../types.ts';
import { GOLDEN_ANGLE } from './start.ts';

/** Nodes that join others: those with two neighbours or more, and one of every pair that has only each other. */
export function coreOf({ offsets, targets }: Network): number[] {
  const degree = (node: number): number => offsets[node + 1]! - offsets[node]!;
  const core: number[] = [];
  for (let node = 0; node + 1 < offsets.length; node++) {
    const neighbour = degree(node) === 1 ? targets[offsets[node]!]! : -1;
    if (neighbour < 0 || (degree(neighbour) === 1 && node < neighbour)) core.push(node);
  }
  return core;
}

/** Puts every other node on a disc around its only neighbour, in place. @param step about the distance between two of them */
export function placeLeaves({ offsets, targets }: Network, core: readonly number[], step: number, x: Float64Array, y: Float64Array): void {
  const isCore = new Uint8Array(x.length);
  for (const node of core) isCore[node] = 1;
  const placed = new Uint32Array(x.length);
  for (let leaf = 0; leaf < x.length; leaf++) {
    if (isCore[leaf]) continue;
    const parent = targets[offsets[leaf]!]!;
    const n = ++placed[parent]!;
    const radius = step * Math.sqrt(n + 1);
    x[leaf] = x[parent]! + radius * Math.cos(n * GOLDEN_ANGLE);
    y[leaf] = y[parent]! + radius * Math.sin(n * GOLDEN_ANGLE);
  }
}
