/** Training of the tagger: AdaGrad (Duchi, Hazan and Singer, 2011) on the likelihood of the allowed labellings. */
import { seeded } from '../../src/random.ts';
import { expectedPairs, expPairs, forwardBackward } from '../3-extract/tagger/crf.ts';
import { mix } from '../3-extract/hash.ts';
import type { Features } from './features.ts';
import type { Labelled } from './sources.ts';

export interface CrfOptions {
  /** Number of labels, L. */
  labels: number;
  /** The weight table has 2^bits rows of L. */
  bits: number;
  epochs: number;
  rate: number;
  /** Share of features left out at random in training, so that no single word decides. */
  drop: number;
  /** L2 penalty a step on the features in use. */
  decay: number;
  seed: number;
  /** Weight of a sentence of others' data beside one of ours. */
  others: number;
}

export interface CrfWeights {
  bits: number;
  /** Row of feature f: f >>> (32 - bits). */
  table: Float32Array;
  pairs: Float64Array;
}

export type Example = Labelled & { features: Features };

/** Features have a shared weight and, in data of others, one of that data's own, so that other habits of labelling do not spoil ours. */
const OTHERS = 0x51ed27;

export function trainCrf(examples: Example[], options: CrfOptions, log?: (line: string) => void): CrfWeights {
  const { labels: L, bits, epochs, rate, drop, decay } = options;
  const random = seeded(options.seed);
  const size = 2 ** bits;
  const shift = 32 - bits;
  const table = new Float32Array(size * L);
  const squares = new Float32Array(size * L).fill(0.1);
  const sum = new Float32Array(size * L);
  const pairs = new Float64Array((L + 1) * L);
  const pairSquares = new Float64Array((L + 1) * L).fill(0.1);
  const pairSum = new Float64Array((L + 1) * L);
  const items = examples.flatMap((e, d) => e.doc.sentences.filter((s) => s.to > s.from).map((s) => ({ d, from: s.from, to: s.to })));
  const order = items.map((_, i) => i);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    let loss = 0;
    for (const k of order) {
      const { d, from, to } = items[k]!;
      const { features, allowed, ours } = examples[d]!;
      const n = to - from;
      const scores = new Float64Array(n * L);
      const rows: number[][] = [];
      for (let i = 0; i < n; i++) {
        const mine: number[] = [];
        for (let f = features.offsets[from + i]!; f < features.offsets[from + i + 1]!; f++) {
          if (random() < drop) continue;
          const id = features.ids[f]!;
          mine.push((id >>> shift) * L);
          if (!ours) mine.push((mix(id, OTHERS) >>> shift) * L);
        }
        for (const row of mine) for (let b = 0; b < L; b++) scores[i * L + b]! += table[row + b]!;
        rows.push(mine);
      }
      const pair = expPairs(pairs);
      const gold = forwardBackward(scores, n, pair, allowed.subarray(from, to));
      const free = forwardBackward(scores, n, pair);
      if (!Number.isFinite(gold.logZ)) continue;
      loss += free.logZ - gold.logZ;
      const weight = ours ? 1 : options.others;
      for (let i = 0; i < n; i++)
        for (let b = 0; b < L; b++) {
          const g = weight * (gold.alpha[i * L + b]! * gold.beta[i * L + b]! - free.alpha[i * L + b]! * free.beta[i * L + b]!);
          if (Math.abs(g) < 1e-4) continue;
          for (const row of rows[i]!) {
            const at = row + b;
            squares[at]! += g * g;
            table[at]! += (rate * (g - decay * table[at]!)) / Math.sqrt(squares[at]!);
          }
        }
      const [wanted, got] = [expectedPairs(gold, n), expectedPairs(free, n)];
      for (let p = 0; p < pairs.length; p++) {
        const g = weight * (wanted[p]! - got[p]!);
        if (g === 0) continue;
        pairSquares[p]! += g * g;
        pairs[p]! += (rate * g) / Math.sqrt(pairSquares[p]!);
      }
    }
    if (epoch >= epochs / 2) {
      averaged++;
      for (let i = 0; i < table.length; i++) sum[i]! += table[i]!;
      for (let p = 0; p < pairs.length; p++) pairSum[p]! += pairs[p]!;
    }
    log?.(`epoch ${epoch + 1}: loss ${(loss / items.length).toFixed(4)}`);
  }
  const scale = 1 - drop;
  for (let i = 0; i < table.length; i++) table[i] = (sum[i]! / averaged) * scale;
  for (let p = 0; p < pairs.length; p++) pairs[p] = pairSum[p]! / averaged;
  return { bits, table, pairs };
}

/** Scores of the labels of a range of tokens under the weights. */
export function score({ bits, table }: CrfWeights, { ids, offsets }: Features, from: number, to: number): Float64Array {
  const L = table.length / 2 ** bits;
  const scores = new Float64Array((to - from) * L);
  for (let i = from; i < to; i++)
    for (let f = offsets[i]!; f < offsets[i + 1]!; f++) {
      const row = (ids[f]! >>> (32 - bits)) * L;
      for (let b = 0; b < L; b++) scores[(i - from) * L + b]! += table[row + b]!;
    }
  return scores;
}
