import { Heaviest } from './heaviest.ts';
import { transpose, type Rows } from './rows.ts';

/**
 * For each row of a matrix the rows most like it, by `product / (norm * norm + damping)`, heaviest first, equal ones by number: with
 * norms of the rows and no damping that is the cosine. One row at a time in a sparse accumulator, so that memory is linear.
 * @param limit rows found for each at most
 * @returns the square matrix of likenesses, and how many pairs of rows have any
 */
export function nearest(matrix: Rows, columns: number, norm: Float64Array, damping: number, limit: number): { rows: Rows; pairs: number } {
  const { offsets, targets, weights } = matrix;
  const order = offsets.length - 1;
  const postings = transpose(matrix, columns);
  const dot = new Float64Array(order);
  const touched = new Uint32Array(order);
  const best = new Heaviest(limit);
  const rows = { offsets: new Uint32Array(order + 1), targets: new Uint32Array(order * limit), weights: new Float64Array(order * limit) };
  let filled = 0;
  let pairs = 0;
  for (let row = 0; row < order; row++) {
    let found = 0;
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) {
      const weight = weights[k]!;
      for (let p = postings.offsets[targets[k]!]!; p < postings.offsets[targets[k]! + 1]!; p++) {
        const other = postings.targets[p]!;
        if (dot[other] === 0) touched[found++] = other;
        dot[other]! += weight * postings.weights[p]!;
      }
    }
    dot[row] = 0;
    for (let t = 0; t < found; t++) {
      const other = touched[t]!;
      if (other === row) continue;
      best.offer(other, dot[other]! / (norm[row]! * norm[other]! + damping));
      dot[other] = 0;
      if (other > row) pairs++;
    }
    for (const { item, weight } of best.drain()) {
      rows.targets[filled] = item;
      rows.weights[filled++] = weight;
    }
    rows.offsets[row + 1] = filled;
  }
  return { rows: { offsets: rows.offsets, targets: rows.targets.slice(0, filled), weights: rows.weights.slice(0, filled) }, pairs };
}
