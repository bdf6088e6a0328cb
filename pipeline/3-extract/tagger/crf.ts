/**
 * Linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001): scores of labels for each token plus
 * scores of label pairs. All in log space, over typed arrays; L labels, n tokens, scores[i * L + label].
 */
import { LABELS, mayFollow } from './labels.ts';

const L = LABELS.length;
export const FORBIDDEN = -1e9;

/** Pairs that the labelling scheme rules out; row: label before (row L: the beginning), column: label. */
export const LEGAL: Uint8Array = (() => {
  const legal = new Uint8Array((L + 1) * L);
  for (let a = 0; a <= L; a++) for (let b = 0; b < L; b++) legal[a * L + b] = mayFollow(a === L ? 0 : a, b) ? 1 : 0;
  return legal;
})();

function logSum(values: Float64Array, length: number): number {
  let max = -Infinity;
  for (let i = 0; i < length; i++) if (values[i]! > max) max = values[i]!;
  if (max === -Infinity) return -Infinity;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += Math.exp(values[i]! - max);
  return max + Math.log(sum);
}

export interface Posterior {
  logZ: number;
  /** Log sums of all that leads to, and all that follows, each label of each token. */
  alpha: Float64Array;
  beta: Float64Array;
  /** Probability of each label for each token. */
  labels: Float64Array;
  /** Expected number of times each pair occurs, (L + 1) x L. */
  pairs: Float64Array;
}

/**
 * Forward and backward sums.
 * @param pairs (L + 1) x L scores; row L is the beginning
 * @param allowed bit sets of labels a token, or absent for all: the sums then run over the labellings allowed
 */
export function forwardBackward(scores: ArrayLike<number>, n: number, pairs: ArrayLike<number>, allowed?: ArrayLike<number>): Posterior {
  const alpha = new Float64Array(n * L).fill(-Infinity);
  const beta = new Float64Array(n * L).fill(-Infinity);
  const sums = new Float64Array(L);
  const may = (i: number, b: number): boolean => !allowed || ((allowed[i]! >> b) & 1) === 1;
  for (let b = 0; b < L; b++) if (LEGAL[L * L + b] && may(0, b)) alpha[b] = scores[b]! + pairs[L * L + b]!;
  for (let i = 1; i < n; i++)
    for (let b = 0; b < L; b++) {
      if (!may(i, b)) continue;
      for (let a = 0; a < L; a++) sums[a] = LEGAL[a * L + b] ? alpha[(i - 1) * L + a]! + pairs[a * L + b]! : -Infinity;
      alpha[i * L + b] = logSum(sums, L) + scores[i * L + b]!;
    }
  for (let b = 0; b < L; b++) if (may(n - 1, b)) beta[(n - 1) * L + b] = 0;
  for (let i = n - 2; i >= 0; i--)
    for (let a = 0; a < L; a++) {
      if (!may(i, a)) continue;
      for (let b = 0; b < L; b++)
        sums[b] = LEGAL[a * L + b] ? beta[(i + 1) * L + b]! + pairs[a * L + b]! + scores[(i + 1) * L + b]! : -Infinity;
      beta[i * L + a] = logSum(sums, L);
    }
  for (let b = 0; b < L; b++) sums[b] = alpha[(n - 1) * L + b]!;
  const logZ = logSum(sums, L);
  const labels = new Float64Array(n * L);
  for (let k = 0; k < n * L; k++) labels[k] = Math.exp(alpha[k]! + beta[k]! - logZ);
  const expected = new Float64Array((L + 1) * L);
  for (let b = 0; b < L; b++) expected[L * L + b] = labels[b]!;
  for (let i = 1; i < n; i++)
    for (let a = 0; a < L; a++) {
      const before = alpha[(i - 1) * L + a]!;
      if (before === -Infinity) continue;
      for (let b = 0; b < L; b++)
        if (LEGAL[a * L + b] && beta[i * L + b]! > -Infinity)
          expected[a * L + b]! += Math.exp(before + pairs[a * L + b]! + scores[i * L + b]! + beta[i * L + b]! - logZ);
    }
  return { logZ, alpha, beta, labels, pairs: expected };
}

/** The best legal labelling (Viterbi). */
export function decode(scores: ArrayLike<number>, n: number, pairs: ArrayLike<number>): Uint8Array {
  const best = new Float64Array(n * L).fill(FORBIDDEN);
  const from = new Uint8Array(n * L);
  for (let b = 0; b < L; b++) if (LEGAL[L * L + b]) best[b] = scores[b]! + pairs[L * L + b]!;
  for (let i = 1; i < n; i++)
    for (let b = 0; b < L; b++) {
      let top = -Infinity;
      for (let a = 0; a < L; a++) {
        if (!LEGAL[a * L + b]) continue;
        const score = best[(i - 1) * L + a]! + pairs[a * L + b]!;
        if (score > top) {
          top = score;
          from[i * L + b] = a;
        }
      }
      best[i * L + b] = top + scores[i * L + b]!;
    }
  const labels = new Uint8Array(n);
  if (n === 0) return labels;
  let last = 0;
  for (let b = 1; b < L; b++) if (best[(n - 1) * L + b]! > best[(n - 1) * L + last]!) last = b;
  for (let i = n - 1; i >= 0; i--) {
    labels[i] = last;
    last = from[i * L + last]!;
  }
  return labels;
}
