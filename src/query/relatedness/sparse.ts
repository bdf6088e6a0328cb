/** A sparse matrix by rows: row r holds `values` at `columns`, from offsets[r] to offsets[r + 1], columns ascending. */
export interface Sparse {
  offsets: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

export function sparse(rows: readonly ReadonlyMap<number, number>[]): Sparse {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, r) => (offsets[r + 1] = offsets[r]! + row.size));
  const columns = new Uint32Array(offsets[rows.length]!);
  const values = new Float32Array(columns.length);
  rows.forEach((row, r) => {
    const sorted = columns.subarray(offsets[r], offsets[r + 1]);
    sorted.set([...row.keys()]);
    sorted.sort();
    sorted.forEach((column, i) => (values[offsets[r]! + i] = row.get(column)!));
  });
  return { offsets, columns, values };
}

/** Rows become columns: which rows hold a column, and with what value. */
export function transposed({ offsets, columns, values }: Sparse, count: number): Sparse {
  const starts = new Uint32Array(count + 1);
  for (const column of columns) starts[column + 1]!++;
  for (let column = 0; column < count; column++) starts[column + 1]! += starts[column]!;
  const next = starts.slice();
  const out: Sparse = { offsets: starts, columns: new Uint32Array(columns.length), values: new Float32Array(columns.length) };
  for (let row = 0; row + 1 < offsets.length; row++)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const to = next[columns[at]!]!++;
      out.columns[to] = row;
      out.values[to] = values[at]!;
    }
  return out;
}

export function eachIn({ offsets, columns, values }: Sparse, row: number, visit: (column: number, value: number) => void): void {
  for (let at = offsets[row]!; at < offsets[row + 1]!; at++) visit(columns[at]!, values[at]!);
}

/** The Euclidean length of each row. */
export const lengths = (rows: Sparse): Float64Array =>
  Float64Array.from({ length: rows.offsets.length - 1 }, (_, row) => {
    let sum = 0;
    eachIn(rows, row, (_, value) => (sum += value * value));
    return Math.sqrt(sum);
  });

/** Adds a row, times a factor, to a vector over the columns. */
export function add(vector: Float64Array, rows: Sparse, row: number, factor: number): void {
  eachIn(rows, row, (column, value) => (vector[column]! += value * factor));
}

/**
 * The dot product of a vector with every row of a matrix, in one pass over the columns that the vector has.
 * @param columns the matrix transposed
 * @param count of its rows
 */
export function products(vector: Float64Array, columns: Sparse, count: number): Float64Array {
  const out = new Float64Array(count);
  vector.forEach((factor, column) => {
    if (factor !== 0) add(out, columns, column, factor);
  });
  return out;
}

/** Visits the columns that two rows both have, with the product of their values. */
function eachShared({ offsets, columns, values }: Sparse, a: number, b: number, visit: (column: number, part: number) => void): void {
  let [i, j] = [offsets[a]!, offsets[b]!];
  while (i < offsets[a + 1]! && j < offsets[b + 1]!) {
    const ahead = columns[i]! - columns[j]!;
    if (ahead === 0) visit(columns[i]!, values[i]! * values[j]!);
    if (ahead <= 0) i++;
    if (ahead >= 0) j++;
  }
}

/** The dot product of two rows. */
export function dot(rows: Sparse, a: number, b: number): number {
  let sum = 0;
  eachShared(rows, a, b, (_, part) => (sum += part));
  return sum;
}

/** What two rows have in common: columns with the product of both values, the greatest first. */
export function common(rows: Sparse, a: number, b: number): { column: number; part: number }[] {
  const both: { column: number; part: number }[] = [];
  eachShared(rows, a, b, (column, part) => part > 0 && both.push({ column, part }));
  return both.sort((x, y) => y.part - x.part || x.column - y.column);
}
