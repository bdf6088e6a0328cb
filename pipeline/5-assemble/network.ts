import { NODE_KINDS, type NodeKind } from '../../src/graph.ts';
import type { Network } from '../types.ts';
import type { Edge } from './edges.ts';

/**
 * The graph as an undirected compressed sparse row matrix. Parallel and opposite edges become one link with the sum of
 * their weights; loops are left out.
 * @param nodes sorted by id
 */
export function toNetwork(nodes: readonly { id: string; kind: NodeKind }[], edges: readonly Edge[]): Network {
  const index = new Map(nodes.map((node, i) => [node.id, i]));
  const count = new Uint32Array(nodes.length + 1);
  const ends = new Uint32Array(edges.length * 2);
  edges.forEach((edge, e) => {
    const a = index.get(edge.source)!;
    const b = index.get(edge.target)!;
    ends[2 * e] = a;
    ends[2 * e + 1] = b;
    if (a === b) return;
    count[a]!++;
    count[b]!++;
  });

  const start = new Uint32Array(nodes.length + 1);
  for (let i = 0; i < nodes.length; i++) start[i + 1] = start[i]! + count[i]!;
  const target = new Uint32Array(start[nodes.length]!);
  const weight = new Float64Array(target.length);
  const next = start.slice();
  edges.forEach((edge, e) => {
    const a = ends[2 * e]!;
    const b = ends[2 * e + 1]!;
    if (a === b) return;
    put(a, b, edge.attributes.weight);
    put(b, a, edge.attributes.weight);
  });
  function put(row: number, column: number, value: number): void {
    target[next[row]!] = column;
    weight[next[row]!++] = value;
  }
  return {
    ids: nodes.map((node) => node.id),
    kinds: Uint8Array.from(nodes, (node) => NODE_KINDS.indexOf(node.kind)),
    ...mergeRows(start, target, weight),
  };
}

/** Each row in ascending order of column, equal columns added up. */
function mergeRows(start: Uint32Array, target: Uint32Array, weight: Float64Array): Pick<Network, 'offsets' | 'targets' | 'weights'> {
  const offsets = new Uint32Array(start.length);
  const targets = new Uint32Array(target.length);
  const weights = new Float32Array(target.length);
  let filled = 0;
  for (let i = 0; i + 1 < start.length; i++) {
    const row: number[] = [];
    for (let k = start[i]!; k < start[i + 1]!; k++) row.push(k);
    row.sort((a, b) => target[a]! - target[b]! || a - b);
    let sum = 0;
    row.forEach((k, at) => {
      sum += weight[k]!;
      if (at + 1 < row.length && target[row[at + 1]!] === target[k]) return;
      targets[filled] = target[k]!;
      weights[filled++] = sum;
      sum = 0;
    });
    offsets[i + 1] = filled;
  }
  return { offsets, targets: targets.slice(0, filled), weights: weights.slice(0, filled) };
}
