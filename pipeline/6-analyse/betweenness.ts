import { seeded } from '../../src/random.ts';
import type { Network } from '../types.ts';
import { trunkOf } from './trunk.ts';

/**
 * Betweenness of every node, links taken as undirected and equally long; normalised to 0..1 by the number of pairs of others.
 * U. Brandes: A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25(2), 2001.
 * From fewer sources than nodes it is an estimate: U. Brandes, C. Pich: Centrality estimation in large networks, 2007.
 * Nodes with one link, of which there are many, only count at their neighbours: R. Puzis et al.: Heuristics for speeding up betweenness
 * centrality computation, SocialCom 2012.
 * @param sources nodes that shortest paths are counted from
 */
export function betweenness(network: Pick<Network, 'offsets' | 'targets'>, sources: Iterable<number>): Float64Array {
  const order = network.offsets.length - 1;
  const { nodes, place, offsets, targets, leaves } = trunkOf(network);
  const score = new Float64Array(nodes.length);
  /** How many sources begin at each node of the trunk: itself, and leaves that hang on it. */
  const begins = new Uint32Array(nodes.length);
  const ofLeaves = new Uint32Array(nodes.length);
  let used = 0;
  for (const source of sources) {
    used++;
    const own = place[source]!;
    const root =
      own >= 0 || network.offsets[source + 1] === network.offsets[source] ? own : place[network.targets[network.offsets[source]!]!]!;
    if (root < 0) continue; // alone, or one of a pair: between no others
    begins[root]!++;
    if (own < 0) ofLeaves[root]!++;
  }

  const queue = new Uint32Array(nodes.length);
  const distance = new Int32Array(nodes.length).fill(-1);
  const paths = new Float64Array(nodes.length);
  const dependency = new Float64Array(nodes.length);
  for (let root = 0; root < nodes.length; root++) {
    if (begins[root] === 0) continue;
    let end = 0;
    let reached = 0;
    queue[end++] = root;
    distance[root] = 0;
    paths[root] = 1;
    for (let at = 0; at < end; at++) {
      const node = queue[at]!;
      const further = distance[node]! + 1;
      const ways = paths[node]!;
      reached += 1 + leaves[node]!;
      for (let k = offsets[node]!, last = offsets[node + 1]!; k < last; k++) {
        const next = targets[k]!;
        if (distance[next]! < 0) {
          distance[next] = further;
          queue[end++] = next;
          paths[next] = ways;
        } else if (distance[next] === further) paths[next]! += ways;
      }
    }
    // Backwards in order of distance; predecessors are the neighbours one step nearer, so none need be stored.
    for (let at = end - 1; at > 0; at--) {
      const node = queue[at]!;
      const nearer = distance[node]! - 1;
      const all = dependency[node]! + leaves[node]!;
      const share = (1 + all) / paths[node]!;
      for (let k = offsets[node]!, last = offsets[node + 1]!; k < last; k++) {
        const before = targets[k]!;
        if (distance[before] === nearer) dependency[before]! += paths[before]! * share;
      }
      score[node]! += begins[root]! * all;
    }
    // on the way of a leaf to all others lies what it hangs on
    score[root]! += ofLeaves[root]! * (reached - 2);
    for (let at = 0; at < end; at++) {
      const node = queue[at]!;
      distance[node] = -1;
      dependency[node] = 0;
    }
  }
  const found = new Float64Array(order);
  if (order > 2 && used > 0) {
    const scale = order / used / ((order - 1) * (order - 2));
    nodes.forEach((node, at) => (found[node] = Math.min(1, score[at]! * scale)));
  }
  return found;
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
