import type { PackedForest } from '../../types.ts';

/**
 * Gradient boosted regression trees (Friedman, 2001): a sum of small trees over numeric features, squashed to a
 * probability. A tree is a list of nodes; a leaf has no feature.
 */
export interface TreeNode {
  /** Index of the feature compared, or -1 for a leaf. */
  feature: number;
  /** Goes left when value <= threshold. */
  threshold: number;
  left: number;
  right: number;
  /** What a leaf adds. */
  value: number;
}

export interface Forest {
  base: number;
  trees: TreeNode[][];
}

/** The sum of all trees; in log odds for a forest trained on yes and no. */
export function rawScore({ base, trees }: Forest, x: ArrayLike<number>): number {
  let sum = base;
  for (const tree of trees) {
    let node = tree[0]!;
    while (node.feature >= 0) node = tree[x[node.feature]! <= node.threshold ? node.left : node.right]!;
    sum += node.value;
  }
  return sum;
}

export const probability = (forest: Forest, x: ArrayLike<number>): number => 1 / (1 + Math.exp(-rawScore(forest, x)));

const short = (x: number): number => Number(x.toPrecision(4));

/** Trees as flat rows of numbers, for a file. */
export const packForest = ({ base, trees }: Forest): PackedForest => ({
  base,
  trees: trees.map((tree) => tree.flatMap((n) => (n.feature < 0 ? [-1, short(n.value)] : [n.feature, n.threshold, n.left, n.right]))),
});

export function unpackForest({ base, trees }: PackedForest): Forest {
  return {
    base,
    trees: trees.map((row) => {
      const nodes: TreeNode[] = [];
      for (let i = 0; i < row.length;) {
        if (row[i] === -1) {
          nodes.push({ feature: -1, threshold: 0, left: 0, right: 0, value: row[i + 1]! });
          i += 2;
        } else {
          nodes.push({ feature: row[i]!, threshold: row[i + 1]!, left: row[i + 2]!, right: row[i + 3]!, value: 0 });
          i += 4;
        }
      }
      return nodes;
    }),
  };
}
