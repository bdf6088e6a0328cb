import type { FeatureSink } from './features.ts';
import { LABELS } from './labels.ts';
import { rowOf, type TaggerWeights } from './weights.ts';
import type { Block } from './words.ts';

const L = LABELS.length;

/**
 * Adds up what the features of each token weigh. Most features of a token come in blocks that belong to a word; what a block
 * weighs is added up once, since looking weights up in a large table is what tagging costs.
 */
export class Scorer implements FeatureSink {
  private readonly weights: TaggerWeights;
  private totals = new Int32Array(0);
  private at = 0;

  constructor(weights: TaggerWeights) {
    this.weights = weights;
  }

  /** Makes room for the tokens of a document. */
  begin(tokens: number): void {
    if (this.totals.length < tokens * L) this.totals = new Int32Array(tokens * L);
    else this.totals.fill(0, 0, tokens * L);
    this.at = 0;
  }

  one(feature: number): void {
    this.add(this.totals, this.at, feature);
  }

  block(block: Block): void {
    let sum = block.sum;
    if (!sum || block.by !== this) {
      block.sum = sum = new Int32Array(L);
      block.by = this;
      for (const id of block.ids) this.add(sum, 0, id);
    }
    for (let b = 0; b < L; b++) this.totals[this.at + b]! += sum[b]!;
  }

  endToken(): void {
    this.at += L;
  }

  /** Scores of the labels of the tokens [from, to). */
  scores(from: number, to: number): Float64Array {
    const scores = new Float64Array((to - from) * L);
    for (let k = 0; k < scores.length; k++) scores[k] = this.totals[from * L + k]! * this.weights.step;
    return scores;
  }

  private add(to: Int32Array, at: number, feature: number): void {
    const row = rowOf(this.weights, feature);
    if (row >= 0) for (let b = 0; b < L; b++) to[at + b]! += this.weights.rows[row + b]!;
  }
}
