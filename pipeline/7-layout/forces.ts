import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Analysis, Network } from '../types.ts';
import type { LayoutOptions } from './options.ts';

const NODE_FIELDS = 10;

export interface Forces {
  network: Network;
  /** Group of each node: links within a group pull at full weight. */
  groups: Int32Array;
  related: Analysis['related'];
  options: LayoutOptions;
}

/**
 * Moves some nodes by ForceAtlas2, in place, as if the others were not there.
 * M. Jacomy, T. Venturini, S. Heymann, M. Bastian: ForceAtlas2, a continuous graph layout algorithm, PLoS ONE 9(6), 2014.
 */
export function attract(
  { network, groups, related, options }: Forces,
  members: readonly number[],
  passes: number,
  x: Float64Array,
  y: Float64Array,
  tell: (done: number, total: number) => void = () => {},
): void {
  if (members.length < 2) return;
  const { offsets, targets, weights } = network;
  const row = new Int32Array(x.length).fill(-1);
  const nodes = new Float32Array(members.length * NODE_FIELDS);
  members.forEach((node, i) => {
    row[node] = i * NODE_FIELDS;
    nodes.set([x[node]!, y[node]!, 0, 0, 0, 0, 1 + offsets[node + 1]! - offsets[node]!, 1, 1, 0], i * NODE_FIELDS);
  });

  const edges: number[] = [];
  for (const node of members)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const other = targets[k]!;
      if (other < node || row[other]! < 0) continue;
      edges.push(row[node]!, row[other]!, weights[k]! * (groups[node] === groups[other] ? 1 : options.between));
    }
  for (const { source, target, weight } of related)
    if (groups[source] === groups[target] && row[source]! >= 0 && row[target]! >= 0)
      edges.push(row[source]!, row[target]!, weight * options.kin);

  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: options.scalingRatio,
    strongGravityMode: true,
    gravity: options.gravity,
    slowDown: 1 + Math.log(members.length),
    barnesHutOptimize: members.length >= options.barnesHutNodes,
    barnesHutTheta: 1.2,
  };
  const matrix = Float32Array.from(edges);
  for (let pass = 1; pass <= passes; pass++) {
    iterate(settings, nodes, matrix);
    tell(pass, passes);
  }
  for (const node of members) {
    x[node] = nodes[row[node]!]!;
    y[node] = nodes[row[node]! + 1]!;
  }
}
