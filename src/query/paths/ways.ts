import { tick } from '../time.ts';
import { Heap } from './heap.ts';
import type { LinkNetwork } from './network.ts';

/** A way from one node to another. */
export interface Way {
  /** Every node on it, both ends too. */
  nodes: number[];
  /** How unlikely a walk is to take it, in bits: the sum of `bits` of its steps. */
  bits: number;
}

/** How unlikely a walk that stands at a node is to take one of its links: links of hubs are many, so that each says little. */
const bits = ({ weights, strength }: LinkNetwork, node: number, link: number): number => Math.log2(strength[node]! / weights[link]!);

/** Sums of one way and another that is as good may differ in their last digits. */
const EQUAL = 1e-9;

/**
 * The way that a random walk along the links is likeliest to take, each by its weight. Rare links beat hubs: a thing that n papers
 * name costs about log2(n) bits. Either direction finds the same way, since the chances of a way and its reverse differ by its ends
 * alone. Equally likely ways go by the number of steps.
 * E. W. Dijkstra: A note on two problems in connexion with graphs, 1959.
 * @param closed 1 for each node not to go through
 * @param direct whether the two may be joined by a single link
 */
export function likeliest(network: LinkNetwork, from: number, to: number, closed: Uint8Array, direct = true): Way | undefined {
  const { offsets, targets } = network;
  const cost = new Float64Array(offsets.length - 1).fill(Infinity);
  const steps = new Uint32Array(cost.length);
  const before = new Int32Array(cost.length).fill(-1);
  const done = new Uint8Array(cost.length);
  const heap = new Heap();
  cost[from] = 0;
  heap.push(from, 0);
  while (heap.size) {
    const { item: node } = heap.pop();
    if (done[node]) continue;
    done[node] = 1;
    if (node === to) return { nodes: trace(before, to), bits: cost[to]! };
    tick();
    for (let link = offsets[node]!; link < offsets[node + 1]!; link++) {
      const next = targets[link]!;
      if (done[next] || (closed[next] && next !== to) || (!direct && node === from && next === to)) continue;
      const total = cost[node]! + bits(network, node, link);
      const better = total < cost[next]! - EQUAL || (total <= cost[next]! + EQUAL && steps[node]! + 1 < steps[next]!);
      if (!better) continue;
      cost[next] = total;
      steps[next] = steps[node]! + 1;
      before[next] = node;
      heap.push(next, total);
    }
  }
  return undefined;
}

/** A way of the fewest steps, whatever it goes through. */
export function shortest({ offsets, targets, closed }: LinkNetwork, from: number, to: number): number[] | undefined {
  const before = new Int32Array(offsets.length - 1).fill(-1);
  const queue = [from];
  for (const node of queue) {
    if (node === to) return trace(before, to);
    for (let link = offsets[node]!; link < offsets[node + 1]!; link++) {
      const next = targets[link]!;
      if (next === from || before[next] !== -1 || (closed[next] && next !== to)) continue;
      before[next] = node;
      queue.push(next);
    }
  }
  return undefined;
}

function trace(before: Int32Array, to: number): number[] {
  const nodes = [to];
  for (let at = before[to]!; at >= 0; at = before[at]!) nodes.push(at);
  return nodes.reverse();
}

/** The likeliest way, then the likeliest that shares no node with it on the way, and so on. */
export function* separateWays(network: LinkNetwork, from: number, to: number): Generator<Way> {
  const closed = network.closed.slice();
  let direct = true;
  for (;;) {
    const way = likeliest(network, from, to, closed, direct);
    if (!way) return;
    yield way;
    if (way.nodes.length === 2) direct = false;
    for (const node of way.nodes.slice(1, -1)) closed[node] = 1;
  }
}
