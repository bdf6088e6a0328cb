import type { PackedForest } from '../../types.ts';

/**
 * Gradient boosted regression trees (Friedman, 2001): a sum of small trees over numeric features, squashed to a
 * probability. All nodes of all trees stand in one array, the left child of a node right after it.
 */
export interface Forest {
  base: number;
  /** First node of each tree. */
  roots: Int32Array;
  /** The most that a tree and all after it can add. */
  most: Float64Array;
  /**
   * Three numbers a node: the feature that it compares, or -1 for a leaf; the threshold up to which it goes left, of a leaf what it
   * adds; its right child.
   */
  nodes: Float64Array;
}

/** The sum of all trees; in log odds for a forest trained on yes and no. */
export function rawScore({ base, roots, nodes }: Forest, x: Float64Array): number {
  let sum = base;
  for (let t = 0; t < roots.length; t++) {
    let at = roots[t]! * 3;
    for (let f = nodes[at]!; f >= 0; f = nodes[at]!) at = x[f]! <= nodes[at + 1]! ? at + 3 : nodes[at + 2]! * 3;
    sum += nodes[at + 1]!;
  }
  return sum;
}

/** The probability, or 0 as soon as it is sure to stay below `least`. */
export function probability({ base, roots, nodes, most }: Forest, x: Float64Array, least = 0): number {
  const enough = Math.log(least / (1 - least));
  let sum = base;
  for (let t = 0; t < roots.length; t++) {
    if (sum + most[t]! < enough) return 0;
    let at = roots[t]! * 3;
    for (let f = nodes[at]!; f >= 0; f = nodes[at]!) at = x[f]! <= nodes[at + 1]! ? at + 3 : nodes[at + 2]! * 3;
    sum += nodes[at + 1]!;
  }
  return 1 / (1 + Math.exp(-sum));
}

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
    most: new Float64Array(trees.length),
    nodes: new Float64Array(3 * count),
  };
  let node = 0;
  trees.forEach((row, t) => {
    forest.roots[t] = node;
    let at = 0;
    const read = (): void => {
      const me = node++;
      forest.nodes[3 * me] = row[at++]!;
      forest.nodes[3 * me + 1] = row[at++]!;
      if (forest.nodes[3 * me]! < 0) return;
      read();
      forest.nodes[3 * me + 2] = node;
      read();
    };
    read();
    forest.most[t] = Math.max(...leavesOf(row));
  });
  for (let t = trees.length - 2; t >= 0; t--) forest.most[t]! += forest.most[t + 1]!;
  return forest;
}

/** What the leaves of a packed tree add. */
function leavesOf(row: readonly number[]): number[] {
  const leaves: number[] = [];
  for (let at = 0; at < row.length; at += 2) if (row[at]! < 0) leaves.push(row[at + 1]!);
  return leaves;
}
