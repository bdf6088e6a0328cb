import { expect, test } from 'vitest';
import { normalForm, singular } from '../../src/words.ts';

test.each([
  ['networks', 'network'],
  ['accuracies', 'accuracy'],
  ['losses', 'loss'],
  ['boxes', 'box'],
  ['gpus', 'gpu'],
  ['corpus', 'corpus'],
  ['bias', 'bias'],
  ['analysis', 'analysis'],
  ['loss', 'loss'],
  ['gas', 'gas'],
  ['ties', 'ties'],
])('singular of %s', (plural, one) => expect(singular(plural)).toBe(one));

test.each([
  ['CIFAR-10', 'CIFAR10', true],
  ['latent diffusion models', 'Latent Diffusion Model', true],
  ['top-1 accuracy', 'top 1 accuracy', true],
  ['C++', 'C', false],
  ['GPT-3.5', 'GPT-35', false],
  ['A/B test', 'AB tests', true],
])('%s and %s', (a, b, same) => expect(normalForm(a) === normalForm(b)).toBe(same));
