import type { Feature } from '../../3-extract/linear.ts';
import { rowsOf, type Step } from '../../3-extract/results/chain.ts';
import { seeded } from '../../../src/random.ts';

/** A row of decisions of one paper, and for each step which choices are right; none right: not annotated. */
export interface Example {
  steps: Step[];
  right: boolean[][];
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

interface Indexed {
  rows: number[][][];
  links: number[][][];
  link: Step['link'][];
  right: boolean[][];
}

/**
 * A linear-chain conditional random field over sparse features (Lafferty, McCallum and Pereira, 2001), fitted by AdaGrad
 * (Duchi, Hazan and Singer, 2011); with one step it is multinomial logistic regression.
 * Where several choices are right, the sum of their probabilities is raised.
 */
export function fit(examples: readonly Example[], options: Partial<FitOptions> = {}): Map<Feature, number> {
  const { epochs, rate, l2, min } = { ...FIT, ...options };
  const ids = idsOf(examples, min);
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-8);
  const sums = new Float64Array(ids.size);
  const index = (row: readonly Feature[]): number[] => row.flatMap((feature) => ids.get(feature) ?? []);
  const data = examples.map(({ steps, right }): Indexed => ({
    rows: steps.map((s) => rowsOf(s).map(index)),
    links: steps.map((s) => s.links.map(index)),
    link: steps.map((s) => s.link),
    right: right.map((r) => (r.includes(true) ? r : r.map(() => true))),
  }));
  const move = (features: readonly number[], slope: number): void => {
    for (const f of features) {
      const g = slope + l2 * weights[f]!;
      squares[f]! += g * g;
      weights[f]! -= (rate * g) / Math.sqrt(squares[f]!);
    }
  };
  const random = seeded(1);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(data, random);
    for (const example of data) {
      const free = marginals(example, weights, () => true);
      const held = marginals(example, weights, (t, i) => example.right[t]![i]!);
      example.rows.forEach((rows, t) => {
        rows.forEach((row, i) => {
          const slope = free.own[t]![i]! - held.own[t]![i]!;
          if (Math.abs(slope) > 1e-6) move(row, slope);
        });
        example.links[t]!.forEach((row, k) => {
          const slope = free.ties[t]![k]! - held.ties[t]![k]!;
          if (Math.abs(slope) > 1e-6) move(row, slope);
        });
      });
    }
    if (epoch * 2 < epochs) continue;
    averaged++;
    for (let i = 0; i < sums.length; i++) sums[i]! += weights[i]!;
  }
  const out = new Map<Feature, number>();
  for (const [feature, i] of ids) {
    const weight = Math.round((sums[i]! / averaged) * 1000) / 1000;
    if (Math.abs(weight) >= 0.02) out.set(feature, weight);
  }
  return out;
}

const logSum = (values: readonly number[]): number => {
  const top = Math.max(...values);
  return top === -Infinity ? top : top + Math.log(values.reduce((sum, v) => sum + Math.exp(v - top), 0));
};

/** Forward and backward: how probable each choice and each kind of link is, among the rows of choices that `allowed` lets pass. */
function marginals(
  { rows, links, link }: Indexed,
  weights: Float64Array,
  allowed: (t: number, i: number) => boolean,
): { own: number[][]; ties: number[][] } {
  const weigh = (row: readonly number[]): number => row.reduce((sum, f) => sum + weights[f]!, 0);
  const own = rows.map((choices, t) => choices.map((row, i) => (allowed(t, i) ? weigh(row) : -Infinity)));
  const ties = links.map((step) => step.map(weigh));
  const n = rows.length;
  const forward: number[][] = [own[0]!];
  for (let t = 1; t < n; t++)
    forward.push(own[t]!.map((v, now) => v + logSum(forward[t - 1]!.map((f, before) => f + ties[t]![link[t]!(before, now)]!))));
  const backward: number[][] = [];
  backward[n - 1] = own[n - 1]!.map(() => 0);
  for (let t = n - 2; t >= 0; t--)
    backward[t] = own[t]!.map((_, before) =>
      logSum(own[t + 1]!.map((v, now) => v + backward[t + 1]![now]! + ties[t + 1]![link[t + 1]!(before, now)]!)),
    );
  const all = logSum(forward[n - 1]!);
  const tied = ties.map((step) => step.map(() => 0));
  for (let t = 1; t < n; t++)
    own[t]!.forEach((v, now) =>
      forward[t - 1]!.forEach((f, before) => {
        const k = link[t]!(before, now);
        tied[t]![k]! += Math.exp(f + ties[t]![k]! + v + backward[t]![now]! - all);
      }),
    );
  return { own: forward.map((row, t) => row.map((f, i) => Math.exp(f + backward[t]![i]! - all))), ties: tied };
}

function idsOf(examples: readonly Example[], min: number): Map<Feature, number> {
  const counts = new Map<Feature, number>();
  for (const { steps } of examples)
    for (const step of steps)
      for (const f of new Set([...rowsOf(step).flat(), ...step.links.flat()])) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map<Feature, number>();
  for (const [feature, n] of counts) if (n >= min) ids.set(feature, ids.size);
  return ids;
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [items[i], items[k]] = [items[k]!, items[i]!];
  }
}
