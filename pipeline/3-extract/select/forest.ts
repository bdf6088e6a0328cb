import type { PackedForest } from '../../types.ts';

/**
 * Gradient boosted regression trees (Friedman, 2001): a sum of small trees over numeric features, squashed to a
 * probability. All are made complete trees of one depth, whose nodes need no pointers, and compare whole numbers by
 * subtraction: a walk through them that takes no branch, which a processor would have to guess.
 */
export interface Forest {
  base: number;
  depth: number;
  /** Two numbers an inner node, level by level: the feature that it looks at, and the rank up to which it goes left. */
  nodes: Int32Array;
  /** What each leaf adds, from left to right. */
  leaves: Float64Array;
  /** The most that a tree and all after it can add. */
  most: Float64Array;
}

/** No row of features is longer. */
const WIDEST = 512;
const floats = new Float32Array(WIDEST);
const bits = new Int32Array(floats.buffer);

/**
 * Features as whole numbers that grow with them, in single precision but for a bit, so that the difference of two is one too.
 * They stand in one place, until the next are ranked.
 */
export function ranksOf(x: ArrayLike<number>): Int32Array {
  if (x.length > WIDEST) throw new RangeError(`${x.length} features, ${WIDEST} at most`);
  for (let i = 0; i < x.length; i++) {
    floats[i] = x[i]! + 0; // of the two zeros the positive
    const b = bits[i]!;
    bits[i] = (b ^ ((b >> 31) & 0x7fffffff)) >> 1;
  }
  return bits;
}

/** Where the leaf that features lead to in tree `t` stands among the leaves. */
function leafOf(nodes: Int32Array, depth: number, t: number, ranks: Int32Array): number {
  const count = (1 << depth) - 1;
  const root = 2 * t * count;
  let at = 0;
  for (let level = 0; level < depth; level++) {
    const node = root + 2 * at;
    at = 2 * at + 1 + ((nodes[node + 1]! - ranks[nodes[node]!]!) >>> 31);
  }
  return t + t * count + at - count;
}

/** The sum of all trees for ranked features, in log odds for a forest trained on yes and no; as soon as it is sure to stay below `least`, the least number there is. */
export function rawScore({ base, depth, nodes, leaves, most }: Forest, ranks: Int32Array, least = -Infinity): number {
  let sum = base;
  for (let t = 0; t < most.length; t++) {
    if (sum + most[t]! < least) return -Infinity;
    sum += leaves[leafOf(nodes, depth, t, ranks)]!;
  }
  return sum;
}

/** The probability, or 0 as soon as it is sure to stay below `least`. */
export const probability = (forest: Forest, x: Float64Array, least = 0): number =>
  1 / (1 + Math.exp(-rawScore(forest, ranksOf(x), Math.log(least / (1 - least)))));

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
  const roots = trees.map(readTree);
  const depth = Math.max(0, ...roots.map(depthOf));
  const [inner, ends] = [(1 << depth) - 1, 1 << depth];
  const nodes = new Int32Array(2 * inner * trees.length);
  const leaves = new Float64Array(ends * trees.length);
  roots.forEach((root, t) => {
    const fill = (tree: Tree, at: number): void => {
      if (at >= inner) leaves[t * ends + at - inner] = (tree as { value: number }).value;
      else {
        // a leaf above the lowest level stands for all leaves below it
        const { feature, threshold, left, right } = 'value' in tree ? { feature: 0, threshold: 0, left: tree, right: tree } : tree;
        nodes.set([feature, ranksOf([threshold])[0]!], 2 * (t * inner + at));
        fill(left, 2 * at + 1);
        fill(right, 2 * at + 2);
      }
    };
    fill(root, 0);
  });
  const most = Float64Array.from(trees, (_, t) => Math.max(...leaves.subarray(t * ends, (t + 1) * ends)));
  for (let t = trees.length - 2; t >= 0; t--) most[t]! += most[t + 1]!;
  return { base, depth, nodes, leaves, most };
}

/** A tree from its row. */
function readTree(row: readonly number[]): Tree {
  let at = 0;
  const read = (): Tree => {
    const [feature, number] = [row[at]!, row[at + 1]!];
    at += 2;
    return feature < 0 ? { value: number } : { feature, threshold: number, left: read(), right: read() };
  };
  return read();
}

const depthOf = (tree: Tree): number => ('value' in tree ? 0 : 1 + Math.max(depthOf(tree.left), depthOf(tree.right)));
