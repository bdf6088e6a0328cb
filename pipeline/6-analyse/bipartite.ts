import { NODE_KINDS } from '../../src/graph.ts';
import type { Network } from '../types.ts';

export const PAPER = NODE_KINDS.indexOf('paper');
export const RESULT = NODE_KINDS.indexOf('result');
export const isEntity = (kind: number): boolean => kind !== PAPER && kind !== RESULT;

/** Calls back with each neighbour of a node and the weight of the link, in ascending order. */
export function eachNeighbour(
  { offsets, targets, weights }: Network,
  node: number,
  visit: (neighbour: number, weight: number) => void,
): void {
  for (let k = offsets[node]!; k < offsets[node + 1]!; k++) visit(targets[k]!, weights[k]!);
}

/** Nodes that are papers, ascending. */
export const papersOf = (network: Network): Uint32Array =>
  Uint32Array.from(Array.from(network.kinds.keys()).filter((node) => network.kinds[node] === PAPER));

/** For each node, the number of papers next to it. */
export function paperCounts(network: Network): Uint32Array {
  const counts = new Uint32Array(network.kinds.length);
  network.kinds.forEach((kind, node) => {
    if (kind === PAPER) eachNeighbour(network, node, (neighbour) => counts[neighbour]!++);
  });
  return counts;
}
