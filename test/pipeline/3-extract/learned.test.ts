import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packForest, ranksOf, rawScore, unpackForest, type Tree } from '../../../pipeline/3-extract/select/forest.ts';
import { LABELS } from '../../../pipeline/3-extract/tagger/labels.ts';
import { COLUMNS, decodeWeights, encodeWeights, indexRows, rowsOf } from '../../../pipeline/3-extract/tagger/weights.ts';

const L = LABELS.length;

test('a feature finds its row, before and after the file', () => {
  const cells = fc.uniqueArray(fc.tuple(fc.nat(1023), fc.integer({ min: -127, max: 127 })), {
    maxLength: 80,
    selector: ([place]) => place,
  });
  fc.assert(
    fc.property(cells, (cells) => {
      const sorted = [...cells].sort((a, b) => a[0] - b[0]);
      const rows = Int8Array.from(sorted.flatMap(([, w]) => Array.from({ length: COLUMNS }, () => w)));
      const pairs = Float64Array.from({ length: (L + 1) * L }, (_, i) => i / 7);
      const weights = indexRows(10, sorted.map(([place]) => place), rows, 0.02, pairs); // prettier-ignore
      expect(decodeWeights(encodeWeights(weights))).toEqual(weights);
      const known = new Map(cells);
      const [features, found, places] = [0, 1, 2].map(() => Int32Array.from({ length: 1024 }, (_, place) => place << 22)) as [Int32Array, Int32Array, Int32Array]; // prettier-ignore
      const count = rowsOf(weights, features, 1024, found, places);
      expect([...places.subarray(0, count)].map((place, k) => [place >>> 22, weights.rows[found[k]! * COLUMNS]])).toEqual(
        [...known].sort((a, b) => a[0] - b[0]),
      );
    }),
  );
});

const leaf = fc.integer({ min: -99, max: 99 }).map((value): Tree => ({ value }));
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ feature: fc.nat(3), threshold: fc.integer({ min: -5, max: 5 }), left: tie('tree'), right: tie('tree') }),
  ),
})).tree;
const naive = (t: Tree, x: number[]): number => ('value' in t ? t.value : naive(x[t.feature]! <= t.threshold ? t.left : t.right, x));

test('packed trees say what the trees say, or that it is less than what was asked for', () => {
  fc.assert(
    fc.property(
      fc.array(tree, { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: -200, max: 200 }),
      (trees, x, least) => {
        const forest = unpackForest(packForest(1, trees));
        const right = 1 + trees.reduce((sum, t) => sum + naive(t, x), 0);
        expect(rawScore(forest, ranksOf(x))).toBeCloseTo(right, 8);
        const told = rawScore(forest, ranksOf(x), least);
        if (told === -Infinity) expect(right).toBeLessThan(least);
        else expect(told).toBeCloseTo(right, 8);
      },
    ),
  );
});
