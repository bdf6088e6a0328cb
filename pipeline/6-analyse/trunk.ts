import type { Network } from '../types.ts';

/** A network without the nodes that hang on it by one link. */
export interface Trunk {
  /** The nodes, neighbours near each other, so that a walk mostly finds them in the processor's cache. */
  nodes: Uint32Array;
  /** Place of each node of the network among them, -1 for one that is not. */
  place: Int32Array;
  offsets: Uint32Array;
  targets: Uint32Array;
  /** Nodes that hang on each. */
  leaves: Uint32Array;
}

/** What is left of a network without nodes of one link or none, numbered breadth first from the node of most links on. */
export function trunkOf({ offsets, targets }: Pick<Network, 'offsets' | 'targets'>): Trunk {
  const order = offsets.length - 1;
  const degree = (node: number): number => offsets[node + 1]! - offsets[node]!;
  const place = new Int32Array(order).fill(-1);
  const nodes = new Uint32Array(order);
  let end = 0;
  const starts = Array.from({ length: order }, (_, node) => node).filter((node) => degree(node) > 1);
  for (const start of starts.sort((a, b) => degree(b) - degree(a) || a - b)) {
    if (place[start]! >= 0) continue;
    let at = end;
    place[start] = end;
    nodes[end++] = start;
    for (; at < end; at++)
      for (let k = offsets[nodes[at]!]!; k < offsets[nodes[at]! + 1]!; k++) {
        const next = targets[k]!;
        if (degree(next) < 2 || place[next]! >= 0) continue;
        place[next] = end;
        nodes[end++] = next;
      }
  }
  const start = new Uint32Array(end + 1);
  const links = new Uint32Array(targets.length);
  const leaves = new Uint32Array(end);
  let filled = 0;
  for (let at = 0; at < end; at++) {
    for (let k = offsets[nodes[at]!]!; k < offsets[nodes[at]! + 1]!; k++) {
      const other = place[targets[k]!]!;
      if (other < 0) leaves[at]!++;
      else links[filled++] = other;
    }
    links.subarray(start[at], filled).sort();
    start[at + 1] = filled;
  }
  return { nodes: nodes.slice(0, end), place, offsets: start, targets: links.slice(0, filled), leaves };
}
