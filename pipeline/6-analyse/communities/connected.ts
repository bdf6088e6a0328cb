import type { Weighted } from './weighted.ts';

/**
 * The connected parts of each community, as a partition numbered from 0 by first node. Parting what has no link between raises
 * modularity always.
 */
export function connectedParts({ offsets, targets }: Weighted, membership: Uint32Array): Uint32Array {
  const nodes = membership.length;
  const part = new Uint32Array(nodes).fill(nodes);
  const stack = new Uint32Array(nodes);
  let parts = 0;
  for (let seed = 0; seed < nodes; seed++) {
    if (part[seed] !== nodes) continue;
    part[seed] = parts;
    stack[0] = seed;
    for (let height = 1; height > 0;) {
      const node = stack[--height]!;
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const other = targets[k]!;
        if (part[other] !== nodes || membership[other] !== membership[node]) continue;
        part[other] = parts;
        stack[height++] = other;
      }
    }
    parts++;
  }
  return part;
}
