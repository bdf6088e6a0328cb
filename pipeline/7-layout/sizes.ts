import { NODE_KINDS, type NodeKind } from '../../src/graph.ts';
import type { Analysis, Network } from '../types.ts';

/** Radius of a node without links, and how it grows with the square root of their number, so that area follows degree. */
const SIZE: { readonly [kind in NodeKind]: readonly [base: number, growth: number] } = {
  paper: [4.5, 0.9],
  technique: [1.4, 1.3],
  dataset: [1.4, 1.3],
  hardware: [1.4, 1.3],
  metric: [1.2, 1.1],
  task: [1.4, 1.3],
  result: [1.4, 0.3],
};

/** No node grows over this, or the hubs of a large graph would cover it. */
const MAX_SIZE = 24;

export function sizes(network: Pick<Network, 'kinds'>, { degree }: Pick<Analysis, 'degree'>): Float64Array {
  return Float64Array.from(network.kinds, (kind, node) => {
    const [base, growth] = SIZE[NODE_KINDS[kind]!];
    return Math.min(MAX_SIZE, Math.round((base + growth * Math.sqrt(degree[node]!)) * 100) / 100);
  });
}
