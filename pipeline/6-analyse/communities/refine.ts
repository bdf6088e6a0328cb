import { strengths } from './modularity.ts';
import { total, type Weighted } from './weighted.ts';

/**
 * Splits each community into parts that are well connected: a node that is linked well to the rest of its community joins the part
 * of it where modularity gains most, once and never back, so that every part is connected.
 * The second phase of Leiden, with the best part taken and not one drawn by chance.
 * @returns the part of each node, numbered below the number of nodes
 */
export function refine(graph: Weighted, membership: Uint32Array, resolution: number): Uint32Array {
  const { offsets, targets, weights, strength } = graph;
  const nodes = membership.length;
  const scale = resolution / total(graph);
  const whole = strengths(graph, membership, nodes);
  const part = Uint32Array.from(membership.keys());
  const alone = new Uint8Array(nodes).fill(1);
  const sums = strength.slice();
  /** Weight from each part to the rest of its community. */
  const outward = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++)
      if (membership[targets[k]!] === membership[node]) outward[node]! += weights[k]!;

  const wellLinked = (p: number, community: number): boolean => outward[p]! >= scale * sums[p]! * (whole[community]! - sums[p]!);
  const link = new Float64Array(nodes);
  const touched = new Uint32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const community = membership[node]!;
    if (!alone[node] || !wellLinked(node, community)) continue;
    let found = 0;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      if (membership[targets[k]!] !== community) continue;
      const other = part[targets[k]!]!;
      if (link[other] === 0) touched[found++] = other;
      link[other]! += weights[k]!;
    }
    let best = node;
    let gain = 0;
    for (let t = 0; t < found; t++) {
      const here = link[touched[t]!]! - scale * strength[node]! * sums[touched[t]!]!;
      if (here > gain && wellLinked(touched[t]!, community)) {
        best = touched[t]!;
        gain = here;
      }
    }
    if (best !== node) {
      part[node] = best;
      alone[best] = 0;
      outward[best]! += outward[node]! - 2 * link[best]!;
      sums[best]! += strength[node]!;
    }
    for (let t = 0; t < found; t++) link[touched[t]!] = 0;
  }
  return part;
}
