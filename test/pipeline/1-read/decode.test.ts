import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../pipeline/1-read/decode.ts';

/** The bytes decoded in pieces of a size. */
function decode(bytes: Uint8Array, size = Infinity) {
  const decoder = new Decoder(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decoder.push(bytes.slice(at, at + size));
  text += decoder.end();
  return { text, encoding: decoder.encoding, replaced: decoder.replaced };
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decode', () => {
  it.each([
    ['plain', utf8('a\nb'), { text: 'a\nb', encoding: 'utf-8', replaced: 0 }],
    ['byte order mark', utf8('\ufeffa'), { text: 'a', encoding: 'utf-8', replaced: 0 }],
    ['CRLF and CR', utf8('a\r\nb\rc\n\r\n'), { text: 'a\nb\nc\n\n', encoding: 'utf-8', replaced: 0 }],
    ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, 0x61, 0, 0xe9, 0]), { text: 'aé', encoding: 'utf-16le', replaced: 0 }],
    ['big-endian with a mark', new Uint8Array([0xfe, 0xff, 0, 0x61]), { text: 'a', encoding: 'utf-16be', replaced: 0 }],
    [
      'UTF-16 without a mark',
      new Uint8Array(Buffer.from('Title\nText', 'utf16le')),
      { text: 'Title\nText', encoding: 'utf-16le', replaced: 0 },
    ],
    ['bad bytes', new Uint8Array([0x61, 0xff, 0x62, 0xc3]), { text: 'a\ufffdb\ufffd', encoding: 'utf-8', replaced: 2 }],
    ['U+FFFD as given', new Uint8Array([...utf8('\ufffd'), 0xff]), { text: '\ufffd\ufffd', encoding: 'utf-8', replaced: 1 }],
    ['a lone surrogate', new Uint8Array([0xff, 0xfe, 0, 0xd8, 0x61, 0]), { text: '\ufffda', encoding: 'utf-16le', replaced: 1 }],
    ['nothing', new Uint8Array(), { text: '', encoding: 'utf-8', replaced: 0 }],
  ])('%s', (_, bytes, decoded) => {
    for (const size of [1, 2, 3, Infinity]) expect(decode(bytes, size)).toEqual(decoded);
  });

  it('gives any text back but for line ends and a leading mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\0'));
        expect(decode(utf8(text))).toEqual({ text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), encoding: 'utf-8', replaced: 0 });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const { text, replaced } = decode(bytes);
        for (const size of [1, 5]) expect(decode(bytes, size)).toMatchObject({ text, replaced });
        expect(text).not.toContain('\r');
        expect(replaced).toBeGreaterThanOrEqual(0);
        expect(replaced).toBeLessThanOrEqual(text.split('\ufffd').length - 1);
      }),
    );
  });
});
