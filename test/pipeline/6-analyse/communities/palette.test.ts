import { expect, test } from 'vitest';
import { colour, Colours } from '../../../../pipeline/6-analyse/communities/palette.ts';

test('the first 36 colours differ', () => expect(new Set(Array.from({ length: 36 }, (_, i) => colour(i))).size).toBe(36));

test('those without a colour get the first that fewest have', () => {
  const colours = new Colours([colour(0), colour(2), '#123456']);
  expect([colours.next(), colours.next()]).toEqual([colour(1), colour(3)]);
  const all = new Colours(Array.from({ length: 36 }, (_, i) => colour(i)));
  expect([all.next(), all.next()]).toEqual([colour(0), colour(1)]);
});
