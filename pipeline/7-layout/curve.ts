/** Times a side of the square around all points is halved. */
export const DEPTH = 16;

/**
 * Puts points in the order of a Z-curve, on which those near each other mostly are in the plane too.
 * G. M. Morton: A computer oriented geodetic data base, IBM, 1966.
 * @param order out: the points in that order
 * @param codes out: their places on the curve, ascending
 * @returns width of the square around all
 */
export function alongCurve(x: Float64Array, y: Float64Array, order: Uint32Array, codes: Uint32Array): number {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    low = Math.min(low, y[i]!);
    high = Math.max(high, y[i]!);
  }
  const width = Math.max(right - left, high - low) || 1;
  const scale = (2 ** DEPTH - 1) / width;
  const unsorted = new Uint32Array(x.length);
  for (let i = 0; i < x.length; i++) unsorted[i] = spread((x[i]! - left) * scale) | (spread((y[i]! - low) * scale) << 1);
  sortByCode(unsorted, order);
  for (let i = 0; i < x.length; i++) codes[i] = unsorted[order[i]!]!;
  return width;
}

/** Which quarter of a square, halved so often, a place on the curve is in. */
export const part = (code: number, depth: number): number => (code >>> (2 * (DEPTH - 1 - depth))) & 3;

/** The 16 lower bits of a number at every other place of 32. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Fills `order` with the indexes of the codes, smallest first, equal ones as they stand: a radix sort in three digits. */
function sortByCode(codes: Uint32Array, order: Uint32Array): void {
  const DIGIT = 11;
  const count = new Uint32Array((1 << DIGIT) + 1);
  const other = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) other[i] = i;
  for (
    let shift = 0, [read, write]: [Uint32Array, Uint32Array] = [other, order];
    shift < 32;
    shift += DIGIT, [read, write] = [write, read]
  ) {
    count.fill(0);
    for (const code of codes) count[((code >>> shift) & ((1 << DIGIT) - 1)) + 1]!++;
    for (let digit = 1; digit < count.length; digit++) count[digit]! += count[digit - 1]!;
    for (let i = 0; i < read.length; i++) write[count[(codes[read[i]!]! >>> shift) & ((1 << DIGIT) - 1)]!++] = read[i]!;
  }
}
