import { strengths } from './modularity.ts';
import { total, type Weighted } from './weighted.ts';

/** Gains are not counted below this part of the weight of all links: sums of rounded numbers differ by their order. */
const LEAST = 1e-12;

/**
 * Fast local moving, in place: each node goes where modularity gains most, its neighbours are looked at again, until none gains.
 * The first phase of Leiden. A node that is drawn nowhere is left alone.
 * @param membership community of each node, numbered below the number of nodes
 * @returns how many moves were made
 */
export function move(graph: Weighted, membership: Uint32Array, resolution: number): number {
  const { offsets, targets, weights, strength } = graph;
  const nodes = membership.length;
  const all = total(graph);
  const least = LEAST * all;
  const size = new Uint32Array(nodes);
  for (const community of membership) size[community]!++;
  const sums = strengths(graph, membership, nodes);
  const empty = new Uint32Array(nodes);
  let empties = 0;
  for (let c = nodes - 1; c >= 0; c--) if (size[c] === 0) empty[empties++] = c;

  const queue = Uint32Array.from(membership.keys());
  const waiting = new Uint8Array(nodes).fill(1);
  const link = new Float64Array(nodes);
  const touched = new Uint32Array(nodes);
  let moves = 0;
  for (let head = 0, length = nodes; length > 0; head = head + 1 === nodes ? 0 : head + 1, length--) {
    const node = queue[head]!;
    waiting[node] = 0;
    const own = membership[node]!;
    let found = 0;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const community = membership[targets[k]!]!;
      if (link[community] === 0) touched[found++] = community;
      link[community]! += weights[k]!;
    }
    const part = (resolution * strength[node]!) / all;
    let best = own;
    let gain = link[own]! - part * (sums[own]! - strength[node]!);
    if (size[own]! > 1 && gain < -least) {
      best = empty[empties - 1]!;
      gain = 0;
    }
    for (let t = 0; t < found; t++) {
      const community = touched[t]!;
      if (community !== own) {
        const here = link[community]! - part * sums[community]!;
        if (here > gain + least) {
          best = community;
          gain = here;
        }
      }
      link[community] = 0;
    }
    link[own] = 0;
    if (best === own) continue;

    moves++;
    membership[node] = best;
    sums[own]! -= strength[node]!;
    sums[best]! += strength[node]!;
    if (size[best]!++ === 0) empties--; // only the last of the empty ones is ever taken
    if (--size[own]! === 0) empty[empties++] = own;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const other = targets[k]!;
      if (waiting[other] || membership[other] === best) continue;
      waiting[other] = 1;
      queue[(head + length) % nodes] = other;
      length++;
    }
  }
  return moves;
}
