import { expect, test } from 'vitest';
import { shortTitle } from '../../viz/titles.ts';

test.each([
  ['BD-KD: Balancing the Divergences for Online Knowledge Distillation', 'BD-KD'],
  ['Compact  title', 'Compact title'],
  ['A title that goes on for much longer than a map can hold', 'A title that goes on for much…'],
  ['Is Attention Enough? A study of what else there is to be had', 'Is Attention Enough?'],
  ['x'.repeat(60), `${'x'.repeat(34)}…`],
  ['', ''],
])('%s is shortened', (title, short) => expect(shortTitle(title)).toBe(short));
