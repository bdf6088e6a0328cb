import { LABELS } from './labels.ts';

/** Numbers in a row: a score for each label, and how much the feature speaks for a name of any type. */
export const COLUMNS = LABELS.length + 1;

/**
 * What the tagger has learnt: a row of numbers for each feature that weighs anything, and scores of label pairs.
 * Features are hashes cut to `bits` bits; the space is so large that a feature never seen seldom falls on one that was.
 */
export interface TaggerWeights {
  bits: number;
  /** For every 32 places of the space: a bit for each that has a row, and the number of rows before them. Side by side, as they are read. */
  directory: Uint32Array;
  /** Rows of COLUMNS numbers, in steps of `step`, in the order of their places. */
  rows: Int8Array;
  step: number;
  /** (L + 1) x L scores; row L is the beginning of a sentence. */
  pairs: Float64Array;
}

function ones(x: number): number {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The rows of the first `count` features at once: their numbers to `found`, and to the front of `targets` what stood there beside the
 * features that have one. Without a branch, so that no wrong guess of one keeps the memory waiting.
 * @returns how many features have a row
 */
export function rowsOf(
  { bits, directory }: TaggerWeights,
  features: Int32Array,
  count: number,
  found: Int32Array,
  targets: Int32Array,
): number {
  const shift = 32 - bits;
  let n = 0;
  for (let k = 0; k < count; k++) {
    const place = features[k]! >>> shift;
    const at = (place >>> 5) << 1;
    const word = directory[at]!;
    found[n] = directory[at + 1]! + ones(word & ((1 << (place & 31)) - 1));
    targets[n] = targets[k]!;
    n += (word >>> (place & 31)) & 1;
  }
  return n;
}

/** @param places of the rows, ascending */
export function indexRows(bits: number, places: ArrayLike<number>, rows: Int8Array, step: number, pairs: Float64Array): TaggerWeights {
  const directory = new Uint32Array(2 ** bits / 16);
  for (let r = 0; r < places.length; r++) directory[(places[r]! >>> 5) << 1]! |= 1 << (places[r]! & 31);
  for (let w = 2; w < directory.length; w += 2) directory[w + 1] = directory[w - 1]! + ones(directory[w - 2]!);
  return { bits, directory, rows, step, pairs };
}

/**
 * The file: a line of JSON (bits, step, pairs, rows), then for each row the distance of its place to that of the row before
 * as a little-endian base-128 number, then all rows as signed bytes.
 */
export function encodeWeights({ bits, directory, rows, step, pairs }: TaggerWeights): Uint8Array {
  const head = new TextEncoder().encode(`${JSON.stringify({ bits, step, pairs: [...pairs], rows: rows.length / COLUMNS })}\n`);
  const distances: number[] = [];
  let last = -1;
  for (let w = 0; w < directory.length; w += 2)
    for (let b = 0; b < 32; b++) {
      if (!(directory[w]! & (1 << b))) continue;
      let d = w * 16 + b - last;
      for (; d > 127; d >>>= 7) distances.push((d & 127) | 128);
      distances.push(d);
      last = w * 16 + b;
    }
  const out = new Uint8Array(head.length + distances.length + rows.length);
  out.set(head);
  out.set(distances, head.length);
  out.set(new Uint8Array(rows.buffer, rows.byteOffset, rows.length), head.length + distances.length);
  return out;
}

export function decodeWeights(bytes: Uint8Array): TaggerWeights {
  const end = bytes.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as {
    bits: number;
    step: number;
    pairs: number[];
    rows: number;
  };
  const places = new Uint32Array(head.rows);
  let i = end + 1;
  for (let r = 0, last = -1; r < head.rows; r++) {
    let d = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[i++]!;
      d |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    places[r] = last += d;
  }
  const rows = Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + i, head.rows * COLUMNS));
  return indexRows(head.bits, places, rows, head.step, Float64Array.from(head.pairs));
}
