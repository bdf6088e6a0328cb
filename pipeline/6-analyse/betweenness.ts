import { seeded } from '../../src/random.ts';
import type { Network } from '../types.ts';

/**
 * Betweenness of every node, links taken as undirected and equally long; normalised to 0..1 by the number of pairs of others.
 * U. Brandes: A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25(2), 2001.
 * From fewer sources than nodes it is an estimate: U. Brandes, C. Pich: Centrality estimation in large networks, 2007.
 * @param sources nodes that shortest paths are counted from
 */
export function betweenness({ offsets, targets }: Pick<Network, 'offsets' | 'targets'>, sources: Iterable<number>): Float64Array {
  const order = offsets.length - 1;
  const score = new Float64Array(order);
  const queue = new Uint32Array(order);
  const distance = new Int32Array(order).fill(-1);
  const paths = new Float64Array(order);
  const dependency = new Float64Array(order);
  let used = 0;
  for (const source of sources) {
    used++;
    let end = 0;
    queue[end++] = source;
    distance[source] = 0;
    paths[source] = 1;
    for (let at = 0; at < end; at++) {
      const node = queue[at]!;
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const next = targets[k]!;
        if (distance[next]! < 0) {
          distance[next] = distance[node]! + 1;
          queue[end++] = next;
        }
        if (distance[next] === distance[node]! + 1) paths[next]! += paths[node]!;
      }
    }
    // Backwards in order of distance; predecessors are the neighbours one step nearer, so none need be stored.
    for (let at = end - 1; at > 0; at--) {
      const node = queue[at]!;
      const share = (1 + dependency[node]!) / paths[node]!;
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const before = targets[k]!;
        if (distance[before] === distance[node]! - 1) dependency[before]! += paths[before]! * share;
      }
      score[node]! += dependency[node]!;
    }
    for (let at = 0; at < end; at++) {
      const node = queue[at]!;
      distance[node] = -1;
      paths[node] = 0;
      dependency[node] = 0;
    }
  }
  if (order > 2 && used > 0) {
    const scale = order / used / ((order - 1) * (order - 2));
    for (let i = 0; i < order; i++) score[i] = Math.min(1, score[i]! * scale);
  }
  return score;
}

/** All nodes, or `count` of them drawn without repetition where there are more than `exact`. */
export function sourcesOf(order: number, exact: number, count: number, seed: number): Uint32Array {
  const nodes = Uint32Array.from({ length: order }, (_, i) => i);
  if (order <= exact || count >= order) return nodes;
  const random = seeded(seed);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (order - i));
    [nodes[i], nodes[j]] = [nodes[j]!, nodes[i]!];
  }
  return nodes.slice(0, count);
}
