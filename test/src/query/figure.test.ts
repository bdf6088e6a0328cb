import { expect, test } from 'vitest';
import type { ResultNode } from '../../../src/graph.ts';
import type { Direction } from '../../../src/model.ts';
import { measure } from '../../../src/query/figure.ts';

const figure = (low: number, high: number, unit: string, direction: Direction) =>
  measure({ kind: 'result', quantity: { low, high, unit }, direction } as ResultNode);

test.each<[number, number, string, Direction, string, number, number]>([
  [5, 5, 'x', 'decrease', 'change', 5, 5],
  [80, 80, '%', 'decrease', 'change', 5, 5],
  [400, 400, '%', 'increase', 'change', 5, 5],
  [0.2, 0.2, 'x', 'decrease', 'change', 5, 5],
  [1, 2, 'orders of magnitude', 'decrease', 'change', 10, 100],
  [2, 5, 'x', 'increase', 'change', 2, 5],
  [-20, -20, '%', 'decrease', 'change', 1.25, 1.25],
  [100, 100, '%', 'decrease', '%', 100, 100],
  [76, 76, '%', 'value', '%', 76, 76],
  [3, 3, 'x', 'value', 'x', 3, 3],
  [20, 20, 'ms', 'value', 'time', 0.02, 0.02],
  [2, 3, 'h', 'decrease', 'time', 7200, 10_800],
  [2, 2, 'GB', 'value', 'size', 2e9, 2e9],
  [1.3, 1.3, 'points', 'increase', 'points', 1.3, 1.3],
  [7, 7, 'constructor', 'value', 'constructor', 7, 7],
])('%d to %d %s, %s, is a %s of %d to %d', (low, high, unit, direction, scale, least, most) => {
  const found = figure(low, high, unit, direction)!;
  expect(found.scale).toBe(scale);
  expect([found.low, found.high]).toEqual([expect.closeTo(least, 9), expect.closeTo(most, 9)]);
});

test('what could not be read has no measure', () => expect(measure({ kind: 'result', direction: 'value' } as ResultNode)).toBeUndefined());
