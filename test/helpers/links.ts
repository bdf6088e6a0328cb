/** Weighted graphs by chance, for the search of communities. */
import fc from 'fast-check';
import { symmetric, type Rows } from '../../pipeline/6-analyse/rows.ts';
import { weighted, type Weighted } from '../../pipeline/6-analyse/communities/weighted.ts';
import { seeded } from '../../src/random.ts';

export type Link = [a: number, b: number, weight: number];

/** Later links of the same two nodes are passed over, and loops. */
export function linked(nodes: number, links: readonly Link[]): Weighted {
  const known = new Map<number, Link>();
  for (const [a, b, weight] of links) {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    if (a !== b && !known.has(low * nodes + high)) known.set(low * nodes + high, [low, high, weight]);
  }
  const sorted = [...known.values()].sort((x, y) => x[0] - y[0]);
  const offsets = new Uint32Array(nodes + 1);
  for (const [a] of sorted) offsets[a + 1]!++;
  for (let i = 0; i < nodes; i++) offsets[i + 1]! += offsets[i]!;
  const rows: Rows = { offsets, targets: Uint32Array.from(sorted, (l) => l[1]), weights: Float64Array.from(sorted, (l) => l[2]) };
  return weighted(symmetric(rows));
}

export const anyLinks = (nodes: number, most = 40) =>
  fc.array(
    fc.tuple(
      fc.nat(nodes - 1),
      fc.nat(nodes - 1),
      fc.integer({ min: 1, max: 9 }).map((w) => w / 4),
    ),
    { maxLength: most },
  );

/** Papers in blocks: links within a block are likelier than between. */
export function blocks(count: number, size: number, within: number, between: number, seed = 1): Weighted {
  const random = seeded(seed);
  const nodes = count * size;
  const links: Link[] = [];
  for (let a = 0; a < nodes; a++) {
    const block = a - (a % size);
    for (let i = 0; i < within; i++) links.push([a, block + Math.floor(random() * size), 0.5 + random()]);
    for (let i = 0; i < between; i++) links.push([a, Math.floor(random() * nodes), 0.5 + random()]);
  }
  return linked(nodes, links);
}
