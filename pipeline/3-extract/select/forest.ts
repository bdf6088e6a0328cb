import type { PackedForest } from '../../types.ts';

/**
 * Gradient boosted regression trees (Friedman, 2001): a sum of small trees over numeric features, squashed to a
 * probability. All nodes of all trees stand in one set of arrays, the left child of a node right after it.
 */
export interface Forest {
  base: number;
  /** First node of each tree. */
  roots: Int32Array;
  /** Feature that a node compares, or -1 for a leaf. */
  feature: Int16Array;
  /** Goes left when value <= threshold; of a leaf, what it adds. */
  threshold: Float64Array;
  right: Int32Array;
}

/** The sum of all trees; in log odds for a forest trained on yes and no. */
export function rawScore({ base, roots, feature, threshold, right }: Forest, x: Float64Array): number {
  let sum = base;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!;
    for (let f = feature[node]!; f >= 0; f = feature[node]!) node = x[f]! <= threshold[node]! ? node + 1 : right[node]!;
    sum += threshold[node]!;
  }
  return sum;
}

export const probability = (forest: Forest, x: Float64Array): number => 1 / (1 + Math.exp(-rawScore(forest, x)));

/** A tree as training grows it. */
export type Tree = { value: number } | { feature: number; threshold: number; left: Tree; right: Tree };

const short = (x: number): number => Number(x.toPrecision(4));

/** Trees as rows of numbers, for a file: a leaf is -1 and its value, a split its feature and threshold, then its left and its right. */
export function packForest(base: number, trees: readonly Tree[]): PackedForest {
  const row = (tree: Tree): number[] =>
    'value' in tree ? [-1, short(tree.value)] : [tree.feature, tree.threshold, ...row(tree.left), ...row(tree.right)];
  return { base: short(base), trees: trees.map(row) };
}

export function unpackForest({ base, trees }: PackedForest): Forest {
  const count = trees.reduce((sum, row) => sum + row.length / 2, 0);
  const forest: Forest = {
    base,
    roots: new Int32Array(trees.length),
    feature: new Int16Array(count),
    threshold: new Float64Array(count),
    right: new Int32Array(count),
  };
  let node = 0;
  trees.forEach((row, t) => {
    forest.roots[t] = node;
    let at = 0;
    const read = (): void => {
      const me = node++;
      forest.feature[me] = row[at++]!;
      forest.threshold[me] = row[at++]!;
      if (forest.feature[me] < 0) return;
      read();
      forest.right[me] = node;
      read();
    };
    read();
  });
  return forest;
}
