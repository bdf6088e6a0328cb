/** Training of gradient boosted trees on yes and no (Friedman, 2001), splits by second-order gain over histograms (Chen and Guestrin, 2016). */
import { seeded } from '../../src/random.ts';
import { packForest, type Tree } from '../3-extract/select/forest.ts';
import type { PackedForest } from '../types.ts';

export interface ForestOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Least sum of second derivatives in a leaf. */
  minLeaf: number;
  lambda: number;
  /** Share of rows, and of features, that each tree sees. */
  rows: number;
  columns: number;
  seed: number;
}
export const FOREST: ForestOptions = { trees: 80, depth: 4, rate: 0.12, minLeaf: 4, lambda: 2, rows: 0.7, columns: 0.6, seed: 5 };

const BINS = 48;

/** @param x rows of features; @param y 0 or 1 a row */
export function trainForest(x: readonly ArrayLike<number>[], y: readonly number[], options: ForestOptions = FOREST): PackedForest {
  const random = seeded(options.seed);
  const n = x.length;
  const width = x[0]?.length ?? 0;
  const cuts = Array.from({ length: width }, (_, f) => cutsOf(x, f));
  const bins = cuts.map((cut, f) => Uint8Array.from({ length: n }, (_, i) => binOf(cut, x[i]![f]!)));
  const share = y.reduce((a, b) => a + b, 0) / n;
  const base = Math.log(share / (1 - share));
  const margin = new Float64Array(n).fill(base);
  const g = new Float64Array(n);
  const h = new Float64Array(n);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-margin[i]!));
      g[i] = p - y[i]!;
      h[i] = p * (1 - p);
    }
    const rows: number[] = [];
    for (let i = 0; i < n; i++) if (random() < options.rows) rows.push(i);
    const columns = cuts.map((_, f) => f).filter(() => random() < options.columns);
    const grow = (members: number[], depth: number): Tree => {
      let [G, H] = [0, 0];
      for (const i of members) {
        G += g[i]!;
        H += h[i]!;
      }
      const best = depth > 0 ? bestSplit(members, columns, bins, cuts, g, h, G, H, options) : null;
      if (!best) return { value: (-options.rate * G) / (H + options.lambda) };
      const { feature, bin } = best;
      return {
        feature,
        threshold: cuts[feature]![bin]!,
        left: grow(
          members.filter((i) => bins[feature]![i]! <= bin),
          depth - 1,
        ),
        right: grow(
          members.filter((i) => bins[feature]![i]! > bin),
          depth - 1,
        ),
      };
    };
    const tree = grow(rows, options.depth);
    trees.push(tree);
    for (let i = 0; i < n; i++) margin[i]! += leafOf(tree, x[i]!);
  }
  return packForest(base, trees);
}

function leafOf(tree: Tree, x: ArrayLike<number>): number {
  while (!('value' in tree)) tree = x[tree.feature]! <= tree.threshold ? tree.left : tree.right;
  return tree.value;
}

/** Quantiles of a feature, as upper ends of bins. */
function cutsOf(x: readonly ArrayLike<number>[], f: number): Float64Array {
  const values = Float64Array.from(x, (row) => row[f]!).sort();
  const cuts = new Set<number>();
  for (let b = 1; b < BINS; b++) cuts.add(values[Math.floor((b * values.length) / BINS)] ?? 0);
  return Float64Array.from([...cuts].sort((a, b) => a - b));
}

function binOf(cuts: Float64Array, value: number): number {
  let b = 0;
  while (b < cuts.length && value > cuts[b]!) b++;
  return b;
}

function bestSplit(
  members: number[],
  columns: number[],
  bins: Uint8Array[],
  cuts: Float64Array[],
  g: Float64Array,
  h: Float64Array,
  G: number,
  H: number,
  { lambda, minLeaf }: ForestOptions,
): { feature: number; bin: number } | null {
  let best: { feature: number; bin: number } | null = null;
  let top = 1e-3;
  const parent = (G * G) / (H + lambda);
  for (const feature of columns) {
    const [sg, sh] = [new Float64Array(BINS + 1), new Float64Array(BINS + 1)];
    const bin = bins[feature]!;
    for (const i of members) {
      sg[bin[i]!]! += g[i]!;
      sh[bin[i]!]! += h[i]!;
    }
    let [GL, HL] = [0, 0];
    for (let b = 0; b < cuts[feature]!.length; b++) {
      GL += sg[b]!;
      HL += sh[b]!;
      if (HL < minLeaf || H - HL < minLeaf) continue;
      const gain = (GL * GL) / (HL + lambda) + ((G - GL) * (G - GL)) / (H - HL + lambda) - parent;
      if (gain > top) {
        top = gain;
        best = { feature, bin: b };
      }
    }
  }
  return best;
}
