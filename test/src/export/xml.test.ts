import fc from 'fast-check';
import { expect, test } from 'vitest';
import { XmlDocument } from 'libxml2-wasm';
import { attribute, escapeXml } from '../../../src/export/xml/text.ts';

test.each([
  ['a<b>&"c"\'', "a&lt;b&gt;&amp;&quot;c&quot;'", 0],
  ['tab\tline\nreturn\r', 'tab&#9;line&#10;return&#13;', 0],
  ['\0\x08\x0b\x0c\x1f', '', 5],
  ['\ufffe\uffff\ud800x\udfff', 'x', 4],
  ['\ud83d\ude00', '😀', 0],
  ['\u0085\u2028\x7f\ufffd', '\u0085\u2028\x7f\ufffd', 0],
  ['&amp;', '&amp;amp;', 0],
])('%j is written as %j, %d characters left out', (text, written, characters) => {
  const losses = { characters: 0, numbers: 0 };
  expect(escapeXml(text, losses)).toBe(written);
  expect(losses).toEqual({ characters, numbers: 0 });
});

test('any text is read back by an XML parser as it was, but for what was counted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const losses = { characters: 0, numbers: 0 };
      const document = XmlDocument.fromString(`<a${attribute('b', text, losses)}${attribute('c', undefined)}${attribute('d', 1)}/>`);
      const read = document.root.attr('b')!.value;
      expect([document.root.attr('c'), document.root.attr('d')!.value]).toEqual([null, '1']);
      document.dispose();
      expect(read.length).toBe(text.length - losses.characters);
      if (losses.characters === 0) expect(read).toBe(text);
      // A subsequence: nothing was put in or changed.
      let at = 0;
      for (const unit of text) if (unit === read.slice(at, at + unit.length)) at += unit.length;
      expect(at).toBe(read.length);
    }),
    { numRuns: 500 },
  );
});
