import type { Vector } from './terms.ts';

/** Which papers hold a term, and with what weight: rows of `papers` and `weights` from `offsets[term]` to `offsets[term + 1]`. */
export interface Postings {
  offsets: Uint32Array;
  papers: Uint32Array;
  weights: Float64Array;
}

export function invert(vectors: readonly Vector[], terms: number): Postings {
  const offsets = new Uint32Array(terms + 1);
  for (const vector of vectors) for (const term of vector.terms) offsets[term + 1]!++;
  for (let term = 0; term < terms; term++) offsets[term + 1]! += offsets[term]!;
  const next = offsets.slice();
  const papers = new Uint32Array(offsets[terms]!);
  const weights = new Float64Array(offsets[terms]!);
  vectors.forEach((vector, paper) =>
    vector.terms.forEach((term, i) => {
      const at = next[term]!++;
      papers[at] = paper;
      weights[at] = vector.weights[i]!;
    }),
  );
  return { offsets, papers, weights };
}

/** Dot product of one vector with all, in one pass over its terms. */
export function scores(vector: Vector, { offsets, papers, weights }: Postings, count: number): Float64Array {
  const out = new Float64Array(count);
  vector.terms.forEach((term, i) => {
    const weight = vector.weights[i]!;
    for (let at = offsets[term]!; at < offsets[term + 1]!; at++) out[papers[at]!]! += weight * weights[at]!;
  });
  return out;
}
