/** Linear models over features that are words about a place: what each feature weighs, added up. */
import { hash, mix } from './hash.ts';

/** The hash of what a feature says, in 32 bits: two of the ten thousand that weigh anything seldom share one. */
export type Feature = number;

type Value = string | number | boolean;

/** The feature that a template spells ("left=up by"), hashed as it is read, since to write it down would cost more than all else. */
export function f(pieces: TemplateStringsArray, a?: Value, b?: Value, c?: Value): Feature {
  let h = hash(pieces[0]!);
  for (let i = 1; i < pieces.length; i++) h = hash(pieces[i]!, hash(String(i === 1 ? a : i === 2 ? b : c), h));
  return h;
}

/** Features joined with a label. */
export function joined(label: string, features: readonly Feature[]): Feature[] {
  const h = hash(label);
  return features.map((feature) => mix(h, feature));
}

/** What the features of a linear model weigh, as in a file: thousandths, by feature, ascending. */
export interface PackedWeights {
  features: readonly Feature[];
  weights: readonly number[];
}

/** The weights of a linear model, in a hash table with linear probing (Knuth, 1998, 6.4): features, each with what it weighs beside it. */
export class Weights {
  /** Pairs of a feature and thousandths; of weight 0 where there is none. */
  private readonly table: Int32Array;

  constructor({ features, weights }: PackedWeights) {
    this.table = new Int32Array(2 * 2 ** Math.ceil(Math.log2(2 * features.length + 2)));
    for (let i = 0; i < features.length; i++) {
      if (weights[i] === 0) continue;
      let at = (features[i]! << 1) & (this.table.length - 1);
      while (this.table[at + 1] !== 0) at = (at + 2) & (this.table.length - 1);
      this.table[at] = features[i]!;
      this.table[at + 1] = weights[i]!;
    }
  }

  /** What a feature weighs, in thousandths; nothing, for one the model has never seen. */
  of(feature: Feature): number {
    const { table } = this;
    for (let at = (feature << 1) & (table.length - 1); ; at = (at + 2) & (table.length - 1)) {
      const weight = table[at + 1]!;
      if (weight === 0 || table[at] === feature) return weight;
    }
  }
}

/** The sum of the weights of `features`. */
export function score(weights: Weights, features: readonly Feature[]): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += weights.of(features[i]!);
  return sum / 1000;
}

/** The sum of what `features` weigh when each is joined with a label. */
export function scoreWith(weights: Weights, label: string, features: readonly Feature[]): number {
  const h = hash(label);
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += weights.of(mix(h, features[i]!));
  return sum / 1000;
}

/** Weights as they are kept in a file; what rounds to nothing is left out. */
export function pack(weights: ReadonlyMap<Feature, number>): PackedWeights {
  const rows = [...weights].sort(([a], [b]) => a - b);
  return { features: rows.map(([feature]) => feature), weights: rows.map(([, weight]) => Math.round(weight * 1000)) };
}
