import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookUp } from '../../../src/query/full-text.ts';
import { bitsOf, distance, near } from '../../../src/query/text/near.ts';
import { indexWords } from '../../../src/query/text/word-index.ts';
import { placesOf, wordsOf } from '../../../src/query/text/words.ts';
import { askedGraph } from '../../helpers/asked.ts';

test.each([
  ['ResNet-50, naïve (v2.1)', ['resnet', '50', 'naive', 'v2', '1']],
  ['', []],
  ['図書館 Ünïcode', ['図書館', 'unicode']],
])('the words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
  expect(placesOf(text).map(({ word }) => word)).toEqual(words);
});

test('words stand where they are said to', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { word, start, end } of placesOf(text)) expect(wordsOf(text.slice(start, end)).join('')).toBe(word);
    }),
  ));

describe('edits', () => {
  test.each([
    ['pruning', 'prunning', 1],
    ['distillation', 'distilation', 1],
    ['attention', 'atention', 1],
    ['model', 'modle', 1],
    ['ca', 'abc', 3],
    ['', 'ab', 2],
    ['same', 'same', 0],
  ])('%s and %s are %i apart', (a, b, edits) => {
    expect(distance(a, b, 5)).toBe(edits);
    expect(distance(b, a, 5)).toBe(edits);
  });

  /** By the definition, without a bound. */
  const slow = (a: string, b: string): number => {
    if (!a || !b) return a.length + b.length;
    const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
    return Math.min(
      slow(a.slice(0, -1), b) + 1,
      slow(a, b.slice(0, -1)) + 1,
      slow(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
      ...(swapped ? [slow(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
    );
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  test('as by the definition', () =>
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        expect(Math.min(distance(a, b, most), most + 1)).toBe(Math.min(slow(a, b), most + 1));
      }),
    ));
  test('the nearest words are found, a first letter counting twice', () =>
    fc.assert(
      fc.property(fc.uniqueArray(word.filter(Boolean)), word.filter(Boolean), fc.integer({ min: 1, max: 3 }), (words, asked, most) => {
        const apart = words.map((each) => slow(each, asked) + (each[0] === asked[0] ? 0 : 1));
        const least = Math.min(...apart);
        const { found } = near(words, Int32Array.from(words, bitsOf), asked, most);
        expect(found).toEqual(least <= most ? words.flatMap((_, i) => (apart[i] === least ? [i] : [])) : []);
      }),
    ));
});

test('words are weighed by BM25F', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: fc.constantFrom('a', 'b', ' ') }), fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') })), {
        minLength: 1,
        maxLength: 6,
      }),
      (texts) => {
        const fields = [0, 1].map((f) => ({ words: (i: number) => wordsOf(texts[i]![f]!), boost: [3, 1][f]!, byLength: f === 1 }));
        const { words, starts, texts: held, weights } = indexWords(fields, texts.length);
        expect(words).toEqual([...new Set(texts.flatMap((each) => each.flatMap(wordsOf)))].sort());
        const mean = texts.reduce((sum, [, text]) => sum + wordsOf(text).length, 0) / texts.length || 1;
        words.forEach((word, w) => {
          const often = texts.map(([first, second]) => {
            const count = (text: string): number => wordsOf(text).filter((each) => each === word).length;
            return 3 * count(first) + count(second) / (0.3 + (0.7 * wordsOf(second).length) / mean);
          });
          const holding = often.flatMap((times, i) => (times > 0 ? [i] : []));
          expect(Array.from(held.subarray(starts[w], starts[w + 1]))).toEqual(holding);
          const rarity = Math.log(1 + (texts.length - holding.length + 0.5) / (holding.length + 0.5));
          holding.forEach((text, i) =>
            expect(weights[starts[w]! + i]).toBeCloseTo((rarity * often[text]! * 2.2) / (often[text]! + 1.2), 4),
          );
        });
      },
    ),
  ));

describe('what is looked up', () => {
  const graph = askedGraph();
  test.each([
    ['knowlege distilation', 'technique:knowledge-distillation'],
    ['resnet50', 'technique:resnet-50'],
    ['res net 50', 'technique:resnet-50'],
    ['image net', 'dataset:imagenet'],
    ['alpha net', 'technique:alphanet'],
    ['knowl', 'technique:knowledge-distillation'],
    ['how far can one prune', 'paper:2404.00006'],
    ['GLUE', 'dataset:glue'],
  ])('%s is %s first', (text, id) => expect(lookUp(graph, text)[0]!.id).toBe(id));
  test('all words, or else any', () => {
    expect(lookUp(graph, 'AlphaNet GLUE').map(({ id }) => id)).toEqual(['paper:2401.00003', 'paper:2404.00006']);
    expect(lookUp(graph, 'AlphaNet zzzzzzzz').length).toBeGreaterThan(2);
    expect(lookUp(graph, 'zzzzzzzz')).toEqual([]);
  });
  test('words of every text are no question, unless there are no others', () => {
    expect(lookUp(graph, 'the AlphaNet of')[0]!.id).toBe('technique:alphanet');
    expect(lookUp(graph, 'the').length).toBeGreaterThan(0);
  });
});
