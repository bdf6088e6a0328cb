import { aggregate, renumber } from './aggregate.ts';
import { move } from './move.ts';
import { refine } from './refine.ts';
import type { Weighted } from './weighted.ts';

/**
 * One iteration of Leiden from a partition: nodes are moved, communities refined, and the same done with the parts as nodes, until
 * nothing moves. Modularity never falls. Nothing is left to chance: nodes are taken in their order, and the best part is taken.
 * V. A. Traag, L. Waltman, N. J. van Eck: From Louvain to Leiden: guaranteeing well-connected communities, Scientific Reports 9, 5233, 2019.
 * @param membership numbered below the number of nodes; not changed
 * @returns numbered from 0 by the first node of each community
 */
export function leiden(graph: Weighted, membership: Uint32Array, resolution: number): Uint32Array {
  /** Node of the aggregate that each node is in. */
  const place = Uint32Array.from(membership.keys());
  let current = graph;
  let communities = membership.slice();
  for (;;) {
    move(current, communities, resolution);
    if (renumber(communities) === communities.length) break;
    const parts = refine(current, communities, resolution);
    const count = renumber(parts);
    if (count === parts.length) break;
    const next = new Uint32Array(count);
    parts.forEach((part, node) => (next[part] = communities[node]!));
    for (let node = 0; node < place.length; node++) place[node] = parts[place[node]!]!;
    current = aggregate(current, parts, count);
    communities = next;
  }
  const found = place.map((node) => communities[node]!);
  renumber(found);
  return found;
}
