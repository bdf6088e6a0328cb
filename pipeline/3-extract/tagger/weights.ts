import { LABELS } from './labels.ts';

const L = LABELS.length;

/** What the tagger has learnt: a row of label scores for each feature, and scores of label pairs. */
export interface TaggerWeights {
  /** Row of a feature: its hash >>> (32 - bits). */
  bits: number;
  /** 2^bits rows of L scores, in steps of `step`. */
  table: Int8Array;
  step: number;
  /** (L + 1) x L scores; row L is the beginning of a sentence. */
  pairs: Float64Array;
}

/**
 * The file: a line of JSON (bits, step, pairs, rows), then for each row that counts its distance to the row before as a
 * little-endian base-128 number, then all rows as signed bytes.
 */
export function encodeWeights({ bits, table, step, pairs }: TaggerWeights): Uint8Array {
  const rows: number[] = [];
  for (let r = 0; r < 2 ** bits; r++) if (table.subarray(r * L, r * L + L).some((w) => w !== 0)) rows.push(r);
  const head = new TextEncoder().encode(`${JSON.stringify({ bits, step, pairs: [...pairs], rows: rows.length })}\n`);
  const distances: number[] = [];
  let last = -1;
  for (const r of rows) {
    let d = r - last;
    while (d > 127) {
      distances.push((d & 127) | 128);
      d >>>= 7;
    }
    distances.push(d);
    last = r;
  }
  const out = new Uint8Array(head.length + distances.length + rows.length * L);
  out.set(head);
  out.set(distances, head.length);
  rows.forEach((r, i) => out.set(new Uint8Array(table.buffer, table.byteOffset + r * L, L), head.length + distances.length + i * L));
  return out;
}

export function decodeWeights(bytes: Uint8Array): TaggerWeights {
  const end = bytes.indexOf(10);
  const { bits, step, pairs, rows } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as {
    bits: number;
    step: number;
    pairs: number[];
    rows: number;
  };
  const table = new Int8Array(2 ** bits * L);
  const at = new Uint32Array(rows);
  let i = end + 1;
  for (let r = 0, last = -1; r < rows; r++) {
    let d = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[i++]!;
      d |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at[r] = last += d;
  }
  for (let r = 0; r < rows; r++, i += L) table.set(new Int8Array(bytes.buffer, bytes.byteOffset + i, L), at[r]! * L);
  return { bits, table, step, pairs: Float64Array.from(pairs) };
}
