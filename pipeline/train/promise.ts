/** Training of the tagger's first step: is a token part of any name, as far as single words tell? Logistic regression by AdaGrad. */
import { seeded } from '../../src/random.ts';
import type { Example } from './crf.ts';

export interface PromiseOptions {
  /** The table has 2^bits weights. */
  bits: number;
  epochs: number;
  rate: number;
  /** Share of features left out at random in training. */
  drop: number;
  /** Weight of a token in a name beside one outside: what is passed over here is lost. */
  inside: number;
  seed: number;
}

/** A weight for each feature of single words; weight of feature f: table[f >>> (32 - bits)]. */
export function trainPromise(examples: readonly Example[], { bits, epochs, rate, drop, inside, seed }: PromiseOptions): Float32Array {
  const random = seeded(seed);
  const shift = 32 - bits;
  const table = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(0.1);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const { ours, allowed, features } of examples) {
      if (!ours) continue;
      const { ids, offsets, context } = features;
      for (let i = 0; i < context.length; i++) {
        const rows: number[] = [];
        let sum = 0;
        for (let f = offsets[i]!; f < context[i]!; f++) {
          if (random() < drop) continue;
          const row = ids[f]! >>> shift;
          rows.push(row);
          sum += table[row]!;
        }
        const name = !(allowed[i]! & 1);
        const g = ((name ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * (name ? inside : 1);
        if (Math.abs(g) < 1e-3) continue;
        for (const row of rows) {
          squares[row]! += g * g;
          table[row]! += (rate * g) / Math.sqrt(squares[row]!);
        }
      }
    }
  return table.map((w) => w * (1 - drop));
}
