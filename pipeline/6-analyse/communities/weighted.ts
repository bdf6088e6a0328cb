import type { Rows } from '../rows.ts';

/** An undirected weighted graph: each link stands in the rows of both ends, and there are no loops. */
export interface Weighted extends Rows {
  /** Weight of all links of a node; in an aggregate also of those inside of it, twice, so that the sum never changes. */
  strength: Float64Array;
}

/** A symmetric matrix as a graph. */
export function weighted(rows: Rows): Weighted {
  const strength = new Float64Array(rows.offsets.length - 1);
  for (let node = 0; node < strength.length; node++)
    for (let k = rows.offsets[node]!; k < rows.offsets[node + 1]!; k++) strength[node]! += rows.weights[k]!;
  return { ...rows, strength };
}

/** Twice the weight of all links. */
export const total = ({ strength }: Weighted): number => strength.reduce((sum, each) => sum + each, 0);
