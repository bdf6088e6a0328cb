/**
 * Linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001): scores of labels for each token plus
 * scores of label pairs. Over typed arrays; L labels, n tokens, scores[i * L + label].
 */
import { goesOn, mayFollow } from './labels.ts';

/** Number of labels L behind (L + 1) x L scores of pairs. */
const countOf = (pairs: ArrayLike<number>): number => Math.round((Math.sqrt(1 + 4 * pairs.length) - 1) / 2);

export interface Posterior {
  /** Log of the sum over all labellings; only `forwardBackward` tells it. */
  logZ: number;
  /** Sums of all that leads to, and all that follows, each label of each token; each token's row scaled to sum to one with `scale`. */
  alpha: Float64Array;
  beta: Float64Array;
  scale: Float64Array;
  /** Exponentials of the scores, each token's row divided by its greatest, and of the pairs (zero where ruled out). */
  local: Float64Array;
  pair: Float64Array;
  /** For each label of the token after, all that leads on over it. */
  onward: Float64Array;
}

/** Room for the sums over n tokens; a longer one does for a shorter row of tokens too. */
export const roomFor = (n: number, pair: Float64Array): Posterior => {
  const size = n * countOf(pair);
  const [alpha, beta, local] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  return { logZ: 0, alpha, beta, scale: new Float64Array(n), local, pair, onward: new Float64Array(countOf(pair)) };
};

/** exp of the pair scores, zero where the scheme rules a pair out; row L, the beginning, is followed by what may follow "outside". */
export function expPairs(pairs: ArrayLike<number>): Float64Array {
  const L = countOf(pairs);
  return Float64Array.from(pairs, (score, k) => (mayFollow(k < L * L ? Math.floor(k / L) : 0, k % L) ? Math.exp(score) : 0));
}

/**
 * Forward and backward sums, scaled at each token (Rabiner, 1989) instead of taken in logarithms: ten times as quick.
 * @param pair from `expPairs`; (L + 1) x L, row L is the beginning
 * @param allowed bit sets of labels a token, or absent for all: the sums then run over the labellings allowed
 */
export function forwardBackward(scores: ArrayLike<number>, n: number, pair: Float64Array, allowed?: ArrayLike<number>): Posterior {
  const L = countOf(pair);
  const room = roomFor(n, pair);
  let tops = 0;
  for (let i = 0; i < n; i++) {
    const may = (b: number): boolean => !allowed || ((allowed[i]! >> b) & 1) === 1;
    let top = -Infinity;
    for (let b = 0; b < L; b++) if (may(b) && scores[i * L + b]! > top) top = scores[i * L + b]!;
    for (let b = 0; b < L; b++) room.local[i * L + b] = may(b) ? Math.exp(scores[i * L + b]! - top) : 0;
    tops += top;
  }
  sums(room, n);
  room.logZ = room.scale.reduce((sum, scale) => sum + Math.log(scale), tops);
  return room;
}

/**
 * The sums over n tokens whose `local` is filled in. A label that goes on with a name is led to by two labels only, which spares half of
 * the work.
 * @param left the label of the token before, absent where a sentence begins
 * @param right the label of the token after, absent where a sentence ends
 */
export function sums(room: Posterior, n: number, { before: left, after: right }: { before?: number; after?: number } = {}): void {
  const { local, alpha, beta, scale, pair, onward } = room;
  const L = onward.length;
  for (let i = 0; i < n; i++) {
    const [row, last] = [i * L, (i - 1) * L];
    let sum = 0;
    for (let b = 0; b < L; b++) {
      let before = 0;
      if (i === 0) before = pair[(left ?? L) * L + b]!;
      else if (goesOn(b)) before = alpha[last + b - 1]! * pair[(b - 1) * L + b]! + alpha[last + b]! * pair[b * L + b]!;
      else for (let a = 0; a < L; a++) before += alpha[last + a]! * pair[a * L + b]!;
      sum += alpha[row + b] = before * local[row + b]!;
    }
    for (let b = 0; b < L; b++) alpha[row + b]! /= sum;
    scale[i] = sum;
  }
  if (n > 0 && right === undefined) beta.fill(1, (n - 1) * L, n * L);
  else if (n > 0) {
    let on = 0;
    for (let b = 0; b < L; b++) on += alpha[(n - 1) * L + b]! * pair[b * L + right!]!;
    for (let b = 0; b < L; b++) beta[(n - 1) * L + b] = pair[b * L + right!]! / on;
  }
  for (let i = n - 2; i >= 0; i--) {
    const next = (i + 1) * L;
    for (let b = 0; b < L; b++) onward[b] = (local[next + b]! * beta[next + b]!) / scale[i + 1]!;
    for (let a = 0; a < L; a++) {
      let after = pair[a * L]! * onward[0]!;
      for (let b = 1; b < L; b += 2) after += pair[a * L + b]! * onward[b]!;
      const same = goesOn(a) ? a : a + 1;
      if (a > 0) after += pair[a * L + same]! * onward[same]!;
      beta[i * L + a] = after;
    }
  }
}

/** How often each pair of labels is expected, (L + 1) x L; row L is the beginning. */
export function expectedPairs({ alpha, beta, scale, local, pair }: Posterior, n: number): Float64Array {
  const L = countOf(pair);
  const expected = new Float64Array((L + 1) * L);
  for (let b = 0; b < L; b++) expected[L * L + b] = alpha[b]! * beta[b]!;
  for (let i = 1; i < n; i++)
    for (let a = 0; a < L; a++) {
      const before = alpha[(i - 1) * L + a]! / scale[i]!;
      if (before > 0) for (let b = 0; b < L; b++) expected[a * L + b]! += before * pair[a * L + b]! * local[i * L + b]! * beta[i * L + b]!;
    }
  return expected;
}

/** The best legal labelling (Viterbi). */
export function decode(scores: ArrayLike<number>, n: number, pairs: ArrayLike<number>): Uint8Array {
  const L = countOf(pairs);
  const best = new Float64Array(n * L).fill(-Infinity);
  const from = new Uint8Array(n * L);
  for (let b = 0; b < L; b++) if (mayFollow(0, b)) best[b] = scores[b]! + pairs[L * L + b]!;
  for (let i = 1; i < n; i++)
    for (let b = 0; b < L; b++) {
      let top = -Infinity;
      for (let a = 0; a < L; a++) {
        if (!mayFollow(a, b)) continue;
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
