import type { EntityType } from '../../../src/model.ts';
import { ENTITY_TYPES } from '../../../src/model.ts';
import { forwardBackward, LEGAL } from './crf.ts';
import { labelOf, LABELS } from './labels.ts';

const L = LABELS.length;

export interface SpanProbability {
  /** Token range [from, to). */
  from: number;
  to: number;
  type: EntityType;
  probability: number;
}

/** Longer names are not looked for. */
const MAX_WORDS = 12;

/** Every span with its exact probability of being a whole mention, down to `least`. */
export function spanProbabilities(scores: ArrayLike<number>, n: number, pairs: ArrayLike<number>, least: number): SpanProbability[] {
  const found: SpanProbability[] = [];
  if (n === 0) return found;
  const { alpha, beta, labels, logZ } = forwardBackward(scores, n, pairs);
  for (const type of ENTITY_TYPES) {
    const [B, I] = [labelOf(type, true), labelOf(type, false)];
    for (let i = 0; i < n; i++) {
      if (labels[i * L + B]! < least) continue;
      let log = alpha[i * L + B]! - logZ;
      let last = B;
      for (let j = i; j < Math.min(n, i + MAX_WORDS); j++) {
        if (j > i) {
          log += pairs[last * L + I]! + scores[j * L + I]!;
          last = I;
        }
        if (Math.exp(log + beta[j * L + last]!) < least) break;
        // all that may follow but a continuation
        let after = j === n - 1 ? 1 : 0;
        if (j < n - 1)
          for (let b = 0; b < L; b++)
            if (b !== I && LEGAL[last * L + b])
              after += Math.exp(pairs[last * L + b]! + scores[(j + 1) * L + b]! + beta[(j + 1) * L + b]! + log);
        const probability = j === n - 1 ? Math.exp(log) : after;
        if (probability >= least) found.push({ from: i, to: j + 1, type, probability });
      }
    }
  }
  return found;
}
