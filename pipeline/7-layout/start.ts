import { seeded } from '../../src/random.ts';
import type { Network } from '../types.ts';

/** Radians between one point of a sunflower's head and the next: H. Vogel, A better way to construct the sunflower head, 1979. */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Where nodes start: each group on a disc of its own, the groups placed like the seeds of a sunflower, the largest in the middle.
 * @param groups group of each node, from 0
 */
export function start(groups: Int32Array, seed: number): { x: Float64Array; y: Float64Array } {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const size = new Uint32Array(count);
  for (const group of groups) size[group]!++;
  const order = Array.from(size.keys()).sort((a, b) => size[b]! - size[a]! || a - b);
  const centre = new Float64Array(count * 2);
  let before = 0;
  order.forEach((group, i) => {
    const radius = i === 0 ? 0 : 2 * Math.sqrt(before + size[group]! / 2);
    centre[2 * group] = radius * Math.cos(i * GOLDEN_ANGLE);
    centre[2 * group + 1] = radius * Math.sin(i * GOLDEN_ANGLE);
    before += size[group]!;
  });

  const random = seeded(seed);
  const x = new Float64Array(groups.length);
  const y = new Float64Array(groups.length);
  const placed = new Uint32Array(count);
  groups.forEach((group, node) => {
    const radius = Math.sqrt(placed[group]! + 0.5 + 0.2 * random());
    const angle = placed[group]!++ * GOLDEN_ANGLE;
    x[node] = centre[2 * group]! + radius * Math.cos(angle);
    y[node] = centre[2 * group + 1]! + radius * Math.sin(angle);
  });
  return { x, y };
}

/** Communities as they are; what belongs to none, by connected component among its like. */
export function groupsOf({ offsets, targets }: Network, community: Int32Array): Int32Array {
  const groups = community.slice();
  let next = community.reduce((most, c) => Math.max(most, c + 1), 0);
  const stack: number[] = [];
  for (let seed = 0; seed < groups.length; seed++) {
    if (groups[seed]! >= 0) continue;
    groups[seed] = next;
    stack.push(seed);
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++)
        if (groups[targets[k]!]! < 0) {
          groups[targets[k]!] = next;
          stack.push(targets[k]!);
        }
    next++;
  }
  return groups;
}
