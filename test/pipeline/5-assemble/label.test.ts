import { expect, test } from 'vitest';
import { resultLabel } from '../../../pipeline/5-assemble/label.ts';

test.each([
  ['8-18x', 'computational complexity', 'decrease', undefined, '8-18x less computational complexity'],
  ['2.0x', 'FLOPs', 'decrease', 'up to', 'up to 2.0x fewer FLOPs'],
  ['34%', 'parameters', 'decrease', undefined, '34% fewer parameters'],
  ['5%', 'loss', 'decrease', undefined, '5% less loss'],
  ['1.9%', 'Top-1 accuracy', 'increase', undefined, '1.9% higher Top-1 accuracy'],
  ['3x', 'samples', 'increase', undefined, '3x more samples'],
  ['8x', 'speed-up', 'increase', undefined, '8x speed-up'],
  ['2427x', 'compression ratio', 'increase', undefined, '2427x compression ratio'],
  ['98%', 'accuracy', 'value', 'over', 'over 98% accuracy'],
  ['2x', null, 'increase', undefined, '2x more'],
  ['33%', null, 'decrease', undefined, '33% less'],
  ['98%', null, 'value', undefined, '98%'],
] as const)('%s of %s, %s', (value, metric, direction, hedge, label) =>
  expect(resultLabel({ value, metric, direction, ...(hedge !== undefined && { hedge }) })).toBe(label),
);
