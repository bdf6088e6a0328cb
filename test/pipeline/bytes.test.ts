import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBytes } from '../../pipeline/bytes.ts';

/** Texts told by a sign and how often it stands there, some of them as bytes: they are too long to be printed. */
const chunk = fc.record({ sign: fc.constantFrom('a', 'é', '€', '😀'), times: fc.constantFrom(0, 1, 90_000, 300_000), bytes: fc.boolean() });

test('the same bytes, whatever their pieces were, at once or later; and no piece is written to when it was handed on', () =>
  fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 8 }), fc.boolean(), async (told, late) => {
      const texts = told.map(({ sign, times }) => sign.repeat(times));
      const chunks = texts.map((text, i) => (told[i]!.bytes ? new TextEncoder().encode(text) : text));
      const later = async function* (): AsyncGenerator<string | Uint8Array> {
        yield* chunks;
      };
      const pieces: Uint8Array[] = [];
      for await (const piece of inBytes(late ? later() : chunks)) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(Buffer.from(texts.join('')))).toBe(true);
      expect(pieces.every(({ length }) => length > 0)).toBe(true);
    }),
    { numRuns: 60 },
  ));

test('many short lines are few pieces', async () => {
  let pieces = 0;
  for await (const _ of inBytes(Array.from({ length: 100_000 }, () => 'a line\n'))) pieces++;
  expect(pieces).toBeLessThan(5);
});
