import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLinks } from '../../../pipeline/3-extract/links.ts';

describe('links', () => {
  test.each<[string, string[]]>([
    ['Code at https://github.com/a/b.', ['https://github.com/a/b']],
    ['Code (https://github.com/a/b) is open', ['https://github.com/a/b']],
    ['see ~https://a.io/x, and https://b.org/y;', ['https://a.io/x', 'https://b.org/y']],
    ['available at https://x.y .', ['https://x.y']],
    ['at github.com/a/b.', ['github.com/a/b']],
    ['a typo: https:/github.com/a/b', ['https:/github.com/a/b']],
    ['https://en.wikipedia.org/wiki/A_(b).', ['https://en.wikipedia.org/wiki/A_(b)']],
    ['[https://a.b/c](https://a.b/c)', ['https://a.b/c']],
    ['\\url{https://a.b/c_d}', ['https://a.b/c_d']],
    ['**https://a.b/c**', ['https://a.b/c']],
    ['twice https://a.b/c and https://a.b/c', ['https://a.b/c']],
    ['"https://a.b/c".', ['https://a.b/c']],
    ['https://a.b/c/', ['https://a.b/c/']],
    ['on GitHub, at example.com, https:// alone', []],
  ])('%s', (text, urls) => expect(findLinks(text).map((link) => link.url)).toEqual(urls));

  test('any text: a link is a slice of it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom(')', '](', '.', ' ', '*'))), (pieces) => {
        const text = pieces.join('');
        for (const { url, start, end } of findLinks(text)) expect(text.slice(start, end)).toBe(url);
      }),
    );
  });
});
