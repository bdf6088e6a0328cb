import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heaviest } from '../../../pipeline/6-analyse/heaviest.ts';
import { nearest } from '../../../pipeline/6-analyse/nearest.ts';
import { symmetric, transpose, type Rows } from '../../../pipeline/6-analyse/rows.ts';

/** A matrix as a list of rows, each a value a column, 0 for none. */
type Dense = number[][];
const anyMatrix = (rows: number, columns: number) =>
  fc.array(fc.array(fc.constantFrom<number[]>(0, 0, 0, 1, 2, 0.5), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const anySquare = fc.integer({ min: 0, max: 9 }).chain((order) => anyMatrix(order, order));

function sparse(dense: Dense, order: (k: number[]) => number[] = (k) => k): Rows {
  const offsets = [0];
  const targets: number[] = [];
  for (const row of dense) {
    targets.push(...order(row.flatMap((value, column) => (value ? [column] : []))));
    offsets.push(targets.length);
  }
  const weights = offsets.slice(1).flatMap((end, row) => targets.slice(offsets[row], end).map((column) => dense[row]![column]!));
  return { offsets: Uint32Array.from(offsets), targets: Uint32Array.from(targets), weights: Float64Array.from(weights) };
}
const reversed = (k: number[]): number[] => k.toReversed();

test('transposing exchanges rows and columns and sorts, whatever the order was', () =>
  fc.assert(
    fc.property(anyMatrix(6, 4), (dense) => {
      const flipped = Array.from({ length: 4 }, (_, column) => dense.map((row) => row[column]!));
      expect(transpose(sparse(dense), 4)).toEqual(sparse(flipped));
      expect(transpose(sparse(dense, reversed), 4)).toEqual(sparse(flipped));
    }),
  ));

test('symmetric: an entry of one side or of both stands on both', () =>
  fc.assert(
    fc.property(anySquare, (dense) => {
      const mirrored = dense.map((row, i) => row.map((value, j) => (i < j ? value || dense[j]![i]! : dense[j]![i]! || value)));
      // an entry of both sides is the same in both, as likeness is
      const even = dense.map((row, i) =>
        row.map((value, j) => (value && dense[j]![i]! ? mirrored[Math.min(i, j)]![Math.max(i, j)]! : value)),
      );
      expect(symmetric(sparse(even, reversed))).toEqual(sparse(mirrored.map((row, i) => row.map((_, j) => mirrored[Math.min(i, j)]![Math.max(i, j)]!)))); // prettier-ignore
    }),
  ));

test('the heaviest are those that sorting gives', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 })), fc.nat(6), (weights, limit) => {
      const heaviest = new Heaviest(limit);
      weights.forEach((weight, item) => heaviest.offer(item, weight));
      const sorted = weights.map((weight, item) => ({ item, weight })).sort((a, b) => b.weight - a.weight || a.item - b.item);
      expect(heaviest.drain()).toEqual(sorted.slice(0, limit));
      expect(heaviest.drain()).toEqual([]);
    }),
  ));

test('nearest rows are those that comparing every pair gives', () =>
  fc.assert(
    fc.property(anyMatrix(8, 5), fc.constantFrom(0.25, 1), fc.integer({ min: 1, max: 8 }), (dense, damping, limit) => {
      const norm = dense.map((row) => Math.hypot(...row));
      const { rows, pairs } = nearest(sparse(dense), 5, Float64Array.from(norm), damping, limit);
      let expected = 0;
      dense.forEach((row, i) => {
        const likeness = dense.map((other, j) => ({ j, dot: row.reduce<number>((sum, value, column) => sum + value * other[column]!, 0) }));
        const found = likeness
          .filter(({ j, dot }) => j !== i && dot > 0)
          .map(({ j, dot }) => ({ j, weight: dot / (norm[i]! * norm[j]! + damping) }))
          .sort((a, b) => b.weight - a.weight || a.j - b.j);
        expected += found.length;
        const part = [rows.offsets[i]!, rows.offsets[i + 1]!] as const;
        expect(Array.from(rows.targets.slice(...part))).toEqual(found.slice(0, limit).map(({ j }) => j));
        rows.weights.slice(...part).forEach((weight, k) => expect(weight).toBeCloseTo(found[k]!.weight, 10));
      });
      expect(pairs).toBe(expected / 2);
    }),
  ));
