import { assert, integer, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf, wrap, wrapAll } from '../../pipeline/cli/wrap.ts';

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['incomprehensibilities are long', 8, ['incomprehensibilities', 'are long']],
  ['図書館 図書館', 7, ['図書館', '図書館']],
  ['', 8, []],
])('%j in %i columns', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

test('nothing is lost, and nothing stands out', () =>
  assert(
    property(string({ unit: 'grapheme' }), integer({ min: 2, max: 30 }), (text, width) => {
      const lines = wrapAll(text, width);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  ));
