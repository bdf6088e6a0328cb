import { seeded } from '../../../src/random.ts';

/** Candidates, each with its features, and which of them are right. A candidate without features scores zero: "no". */
export interface Example {
  candidates: string[][];
  right: boolean[];
}

export interface FitOptions {
  /** Passes over the examples; the weights are averaged over the second half. */
  epochs: number;
  rate: number;
  /** Weight of the squared weights. */
  l2: number;
  /** Examples a feature must occur in to get a weight. */
  min: number;
}

export const FIT: FitOptions = { epochs: 16, rate: 0.1, l2: 0.03, min: 2 };

/**
 * Multinomial logistic regression over sparse features by AdaGrad (Duchi, Hazan and Singer, 2011).
 * Where several candidates are right, the sum of their probabilities is raised.
 */
export function fit(examples: readonly Example[], options: Partial<FitOptions> = {}): Map<string, number> {
  const { epochs, rate, l2, min } = { ...FIT, ...options };
  const ids = idsOf(examples, min);
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-8);
  const sums = new Float64Array(ids.size);
  const data = examples
    .filter(({ right }) => right.includes(true) && right.includes(false))
    .map(({ candidates, right }) => ({ rows: candidates.map((row) => row.flatMap((f) => ids.get(f) ?? [])), right }));
  const random = seeded(1);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(data, random);
    for (const { rows, right } of data) {
      const scores = rows.map((row) => row.reduce((sum, f) => sum + weights[f]!, 0));
      const top = Math.max(...scores);
      const odds = scores.map((s) => Math.exp(s - top));
      const all = odds.reduce((a, b) => a + b, 0);
      const good = odds.reduce((a, b, i) => a + (right[i] ? b : 0), 0) || 1e-12;
      rows.forEach((row, i) => {
        const slope = odds[i]! / all - (right[i] ? odds[i]! / good : 0);
        if (Math.abs(slope) < 1e-6) return;
        for (const f of row) {
          const g = slope + l2 * weights[f]!;
          squares[f]! += g * g;
          weights[f]! -= (rate * g) / Math.sqrt(squares[f]!);
        }
      });
    }
    if (epoch * 2 < epochs) continue;
    averaged++;
    for (let i = 0; i < sums.length; i++) sums[i]! += weights[i]!;
  }
  const out = new Map<string, number>();
  for (const [feature, i] of ids) {
    const weight = Math.round((sums[i]! / averaged) * 1000) / 1000;
    if (Math.abs(weight) >= 0.02) out.set(feature, weight);
  }
  return out;
}

function idsOf(examples: readonly Example[], min: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { candidates } of examples) for (const f of new Set(candidates.flat())) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [feature, n] of counts) if (n >= min) ids.set(feature, ids.size);
  return ids;
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [items[i], items[k]] = [items[k]!, items[i]!];
  }
}
