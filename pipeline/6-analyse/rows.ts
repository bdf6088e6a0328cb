/** A sparse matrix in compressed sparse rows: row i has weights[k] in column targets[k], offsets[i] <= k < offsets[i + 1]. */
export interface Rows {
  offsets: Uint32Array;
  targets: Uint32Array;
  weights: Float64Array;
}

/** Columns and rows exchanged; in each row of the result the columns ascend. */
export function transpose({ offsets, targets, weights }: Rows, columns: number): Rows {
  const start = new Uint32Array(columns + 1);
  for (const column of targets) start[column + 1]!++;
  for (let i = 0; i < columns; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const flipped = { offsets: start, targets: new Uint32Array(targets.length), weights: new Float64Array(targets.length) };
  for (let row = 0; row + 1 < offsets.length; row++)
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) {
      const at = next[targets[k]!]!++;
      flipped.targets[at] = row;
      flipped.weights[at] = weights[k]!;
    }
  return flipped;
}

/** A square matrix made symmetric: an entry stands in both rows where it stood in one or the other. Columns ascend. */
export function symmetric(rows: Rows): Rows {
  const order = rows.offsets.length - 1;
  const inward = transpose(rows, order);
  const outward = transpose(inward, order);
  const offsets = new Uint32Array(order + 1);
  const targets = new Uint32Array(2 * rows.targets.length);
  const weights = new Float64Array(2 * rows.targets.length);
  let filled = 0;
  for (let row = 0; row < order; row++) {
    let [i, j] = [inward.offsets[row]!, outward.offsets[row]!];
    const [lastIn, lastOut] = [inward.offsets[row + 1]!, outward.offsets[row + 1]!];
    while (i < lastIn || j < lastOut) {
      const a = i < lastIn ? inward.targets[i]! : Infinity;
      const b = j < lastOut ? outward.targets[j]! : Infinity;
      targets[filled] = Math.min(a, b);
      weights[filled++] = a <= b ? inward.weights[i]! : outward.weights[j]!;
      if (a <= b) i++;
      if (b <= a) j++;
    }
    offsets[row + 1] = filled;
  }
  return { offsets, targets: targets.slice(0, filled), weights: weights.slice(0, filled) };
}
