import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug, wholeSlug } from '../../src/slug.ts';

test.each([
  ['A  Title, at last!', 'a-title-at-last', 'a-title-at-last'],
  ['C++', 'c-plus-plus', 'c-plus-plus'],
  ['C#', 'c-sharp', 'c-sharp'],
  ['Cafe\u0301', 'caf\u00e9', 'caf\u00e9'],
  ['???', 'unnamed', '???'],
  ['', 'unnamed', ''],
  ['x'.repeat(130), 'x'.repeat(120), 'x'.repeat(130)],
  [`${'x'.repeat(119)}\u{20000}`, 'x'.repeat(119), `${'x'.repeat(119)}\u{20000}`],
  [`${'x'.repeat(118)}\u{20000}y`, `${'x'.repeat(118)}\u{20000}`, `${'x'.repeat(118)}\u{20000}y`],
])('%j', (name, key, whole) => {
  expect(slug(name)).toBe(key);
  expect(wholeSlug(name)).toBe(whole);
});

test('a key is never empty, never long, never ill-formed', () => {
  const unit = fc.constantFrom('a', 'B', ' ', '-', '+', '\u{20000}', '\ud840', '\udc00', '\u0301');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 300, size: 'max' }), (name) => {
      const key = slug(name);
      expect(key.length).toBeGreaterThan(0);
      expect(key.length).toBeLessThanOrEqual(120);
      expect(key).toMatch(/^[\p{L}\p{N}-]+$/u);
      if (key !== 'unnamed') expect(wholeSlug(name).startsWith(key)).toBe(true);
    }),
  );
});
