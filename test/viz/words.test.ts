import { expect, test } from 'vitest';
import { figureText } from '../../viz/words.ts';

test.each([
  ['4.54\\%', '4.54%'],
  ['0.76\\%$', '0.76%'],
  ['24.9$\\times$', '24.9×'],
  ['8.75times', '8.75×'],
  ['25 times', '25 times'],
  ['\\textbf{10.3\\%}', '10.3%'],
  ['8-18x', '8-18x'],
  ['+7.3 pp', '+7.3 pp'],
  ['$1{,}000$', '1,000'],
])('%s is shown as %s', (value, shown) => {
  expect(figureText({ value, direction: 'value' })).toBe(shown);
});

test('the hedge and the direction stand before it', () => {
  expect(figureText({ value: '8.75times', hedge: 'up to', direction: 'decrease' })).toBe('↓ up to 8.75×');
});
