import { strengths } from './modularity.ts';
import type { Weighted } from './weighted.ts';

/** The same partition numbered from 0 by the first member of each community. @returns how many there are */
export function renumber(membership: Uint32Array): number {
  const number = new Int32Array(membership.reduce((most, each) => Math.max(most, each + 1), 0)).fill(-1);
  let count = 0;
  for (let node = 0; node < membership.length; node++) {
    const old = membership[node]!;
    if (number[old]! < 0) number[old] = count++;
    membership[node] = number[old]!;
  }
  return count;
}

/** The graph whose nodes are the communities of another, with the weight between them. */
export function aggregate(graph: Weighted, membership: Uint32Array, count: number): Weighted {
  const { offsets, targets, weights } = graph;
  const { start, members } = byCommunity(membership, count);
  const rows = new Uint32Array(count + 1);
  let columns = new Uint32Array(Math.ceil(targets.length / 4));
  let sums = new Float64Array(columns.length);
  const weight = new Float64Array(count);
  const touched = new Uint32Array(count);
  let filled = 0;
  for (let c = 0; c < count; c++) {
    let found = 0;
    for (let m = start[c]!; m < start[c + 1]!; m++)
      for (let k = offsets[members[m]!]!; k < offsets[members[m]! + 1]!; k++) {
        const other = membership[targets[k]!]!;
        if (other === c) continue;
        if (weight[other] === 0) touched[found++] = other;
        weight[other]! += weights[k]!;
      }
    if (filled + found > columns.length) {
      const room = Math.min(targets.length, Math.max(filled + found, 2 * columns.length));
      [columns, sums] = [grown(columns, new Uint32Array(room)), grown(sums, new Float64Array(room))];
    }
    for (let t = 0; t < found; t++) {
      columns[filled] = touched[t]!;
      sums[filled++] = weight[touched[t]!]!;
      weight[touched[t]!] = 0;
    }
    rows[c + 1] = filled;
  }
  return {
    offsets: rows,
    targets: columns.slice(0, filled),
    weights: sums.slice(0, filled),
    strength: strengths(graph, membership, count),
  };
}

function grown<A extends Uint32Array | Float64Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

/** Nodes of each community: members[start[c] .. start[c + 1]), ascending. */
export function byCommunity(membership: Uint32Array, count: number): { start: Uint32Array; members: Uint32Array } {
  const start = new Uint32Array(count + 1);
  for (const community of membership) start[community + 1]!++;
  for (let c = 0; c < count; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const members = new Uint32Array(membership.length);
  for (let node = 0; node < membership.length; node++) members[next[membership[node]!]!++] = node;
  return { start, members };
}
