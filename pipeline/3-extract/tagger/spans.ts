import { ENTITY_TYPES, type EntityType } from '../../../src/model.ts';
import type { Posterior } from './crf.ts';
import { labelOf, LABELS } from './labels.ts';

const L = LABELS.length;

/** Takes a span: its tokens [from, to), its type, and the probability that it is a whole mention. */
export type SpanSink = (from: number, to: number, type: EntityType, probability: number) => void;

/** Longer names are not looked for. */
const MAX_WORDS = 12;

/** Every span among n tokens with its exact probability of being a whole mention, down to `least`. */
export function spanProbabilities({ alpha, beta, scale, local, pair }: Posterior, n: number, least: number, see: SpanSink): void {
  for (const type of ENTITY_TYPES) {
    const [B, I] = [labelOf(type, true), labelOf(type, false)];
    for (let i = 0; i < n; i++) {
      if (alpha[i * L + B]! * beta[i * L + B]! < least) continue;
      // the run so far, with all that leads to it
      let run = alpha[i * L + B]!;
      let last = B;
      for (let j = i; j < Math.min(n, i + MAX_WORDS); j++) {
        if (j > i) {
          run *= (pair[last * L + I]! * local[j * L + I]!) / scale[j]!;
          last = I;
        }
        const open = run * beta[j * L + last]!;
        if (open < least) break;
        // less those that go on
        const on = j + 1 < n ? (run * pair[last * L + I]! * local[(j + 1) * L + I]! * beta[(j + 1) * L + I]!) / scale[j + 1]! : 0;
        if (open - on >= least) see(i, j + 1, type, open - on);
      }
    }
  }
}
