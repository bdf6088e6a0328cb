import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, expectedPairs, expPairs, forwardBackward } from '../../../pipeline/3-extract/tagger/crf.ts';
import { LABELS, labelOf, mayFollow } from '../../../pipeline/3-extract/tagger/labels.ts';
import { spanProbabilities } from '../../../pipeline/3-extract/tagger/spans.ts';
import { ENTITY_TYPES } from '../../../src/model.ts';

const L = LABELS.length;

/** Every legal labelling of n tokens. */
function labellings(n: number): number[][] {
  let all: number[][] = [[]];
  for (let i = 0; i < n; i++) all = all.flatMap((seq) => LABELS.map((_, b) => b).filter((b) => mayFollow(seq.at(-1) ?? 0, b)).map((b) => [...seq, b])); // prettier-ignore
  return all;
}
const total = (seq: number[], scores: number[], pairs: number[]): number =>
  seq.reduce((sum, b, i) => sum + scores[i * L + b]! + pairs[(i === 0 ? L : seq[i - 1]!) * L + b]!, 0);

const number = fc.double({ min: -4, max: 4, noNaN: true });
const problem = fc.integer({ min: 1, max: 3 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    scores: fc.array(number, { minLength: n * L, maxLength: n * L }),
    pairs: fc.array(number, { minLength: (L + 1) * L, maxLength: (L + 1) * L }),
    allowed: fc.array(fc.integer({ min: 1, max: (1 << L) - 1 }), { minLength: n, maxLength: n }),
  }),
);
const oracle = (seqs: number[][], scores: number[], pairs: number[]) => {
  const weights = seqs.map((seq) => Math.exp(total(seq, scores, pairs)));
  const z = weights.reduce((a, b) => a + b, 0);
  return { z, probability: (test: (seq: number[]) => boolean) => seqs.reduce((sum, seq, k) => sum + (test(seq) ? weights[k]! : 0), 0) / z };
};

test('sums over all labellings are those of counting them one by one', () => {
  fc.assert(
    fc.property(problem, ({ n, scores, pairs }) => {
      const { z, probability } = oracle(labellings(n), scores, pairs);
      const posterior = forwardBackward(scores, n, expPairs(pairs));
      expect(posterior.logZ).toBeCloseTo(Math.log(z), 8);
      for (let i = 0; i < n; i++)
        for (let b = 0; b < L; b++)
          expect(posterior.alpha[i * L + b]! * posterior.beta[i * L + b]!).toBeCloseTo(
            probability((s) => s[i] === b),
            8,
          );
      const expected = expectedPairs(posterior, n);
      for (let a = 0; a <= L; a++)
        for (let b = 0; b < L; b++) {
          let count = a === L ? probability((s) => s[0] === b) : 0;
          if (a < L) for (let i = 1; i < n; i++) count += probability((s) => s[i - 1] === a && s[i] === b);
          expect(expected[a * L + b]).toBeCloseTo(count, 8);
        }
    }),
    { numRuns: 15 },
  );
});

test('with labels ruled out, sums run over the rest', () => {
  fc.assert(
    fc.property(problem, ({ n, scores, pairs, allowed }) => {
      const seqs = labellings(n).filter((seq) => seq.every((b, i) => (allowed[i]! >> b) & 1));
      const { logZ } = forwardBackward(scores, n, expPairs(pairs), allowed);
      if (seqs.length === 0) expect(Number.isFinite(logZ)).toBe(false);
      else expect(logZ).toBeCloseTo(Math.log(oracle(seqs, scores, pairs).z), 8);
    }),
    { numRuns: 20 },
  );
});

test('the decoded labelling is the best one', () => {
  fc.assert(
    fc.property(problem, ({ n, scores, pairs }) => {
      const best = Math.max(...labellings(n).map((seq) => total(seq, scores, pairs)));
      expect(total([...decode(scores, n, pairs)], scores, pairs)).toBeCloseTo(best, 8);
    }),
    { numRuns: 20 },
  );
});

test('the probability of a span is that of all labellings that hold it whole', () => {
  fc.assert(
    fc.property(problem, ({ n, scores, pairs }) => {
      const { probability } = oracle(labellings(n), scores, pairs);
      const found = new Map<string, number>();
      spanProbabilities(forwardBackward(scores, n, expPairs(pairs)), n, 0.01, (from, to, type, p) => found.set(`${type} ${from} ${to}`, p));
      for (const type of ENTITY_TYPES)
        for (let from = 0; from < n; from++)
          for (let to = from + 1; to <= n; to++) {
            const [B, I] = [labelOf(type, true), labelOf(type, false)];
            const p = probability((s) => s[from] === B && s.slice(from + 1, to).every((b) => b === I) && s[to] !== I);
            const told = found.get(`${type} ${from} ${to}`);
            if (told !== undefined) expect(told).toBeCloseTo(p, 8);
            else expect(p).toBeLessThan(0.011);
          }
    }),
    { numRuns: 15 },
  );
});
