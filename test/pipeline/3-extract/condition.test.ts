import { expect, test } from 'vitest';
import { conditionOf } from '../../../pipeline/3-extract/results/condition.ts';
import { given } from './given.ts';

/** The condition of the first figure. */
const condition = (abstract: string): string | undefined => {
  const [scene] = given(abstract, []).scenes;
  return conditionOf(scene!, scene!.figures[0]!);
};

test.each([
  ['It is 2.1x faster at batch size 1, and smaller.', 'at batch size 1'],
  ['Accuracy rises by 3.2% under the same compute budget.', 'under the same compute budget'],
  ['We cut latency by 40% without any fine-tuning.', 'without any fine-tuning'],
  ['It reaches 71.2% accuracy on ImageNet.', undefined],
  ['It needs at least 3x fewer FLOPs than ResNet.', undefined],
  ['It gains 2.1% and loses 1.3% under noise.', undefined],
  ['It gains 2.1% while reducing cost.', undefined],
])('%s', (abstract, wanted) => expect(condition(abstract)).toBe(wanted));
