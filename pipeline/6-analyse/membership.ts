import type { Network } from '../types.ts';
import { eachNeighbour, isEntity, PAPER, RESULT } from './bipartite.ts';

/**
 * Community of every node, -1 for none: papers as given, an entity where most of the weight of its papers lies (equal: the
 * larger community), a result with its paper.
 */
export function membership(network: Network, members: readonly (readonly number[])[]): Int32Array {
  const community = new Int32Array(network.kinds.length).fill(-1);
  members.forEach((group, c) => group.forEach((paper) => (community[paper] = c)));
  const votes = new Float64Array(members.length);
  network.kinds.forEach((kind, node) => {
    if (isEntity(kind)) {
      const voted = new Set<number>();
      eachNeighbour(network, node, (paper, weight) => {
        const c = network.kinds[paper] === PAPER ? community[paper]! : -1;
        if (c < 0) return;
        votes[c] = (voted.has(c) ? votes[c]! : 0) + weight;
        voted.add(c);
      });
      for (const c of voted) {
        const best = community[node]!;
        if (best < 0 || votes[c]! > votes[best]! || (votes[c] === votes[best] && c < best)) community[node] = c;
      }
    } else if (kind === RESULT) {
      eachNeighbour(network, node, (paper) => {
        if (network.kinds[paper] === PAPER) community[node] = community[paper]!;
      });
    }
  });
  return community;
}
