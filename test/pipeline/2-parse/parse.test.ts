import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_SENTENCE } from '../../../pipeline/2-parse/sentences.ts';
import { MAX_TOKEN } from '../../../pipeline/2-parse/tokens.ts';
import { parse } from '../../../pipeline/2-parse/parse.ts';
import type { Tokens } from '../../../src/model.ts';

const doc = (abstract: string, title = 'T') => parse({ id: 'x', title, abstract });
const sentences = (abstract: string): string[] => {
  const { text, sentences } = doc(abstract);
  return sentences.slice(1).map((s) => text.slice(s.start, s.end));
};
const textsOf = (tokens: Tokens): string[] => Array.from(tokens.ids, (_, i) => tokens.at(i).text);
const tokens = (abstract: string): string[] => textsOf(doc(abstract).tokens).slice(1);

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['We use LLMs. They work.', ['We use LLMs.', 'They work.']],
    ['Metrics (e.g., FLOP count) help. We use them.', ['Metrics (e.g., FLOP count) help.', 'We use them.']],
    ['Smith et al. propose X. We do not.', ['Smith et al. propose X.', 'We do not.']],
    ['Shown by Smith et al. We differ.', ['Shown by Smith et al.', 'We differ.']],
    ['A vs. B in Fig. 3 shows 1.5x. Then we stop.', ['A vs. B in Fig. 3 shows 1.5x.', 'Then we stop.']],
    ['Recipes (i.e., a training recipe). Next.', ['Recipes (i.e., a training recipe).', 'Next.']],
    ['Code is at https://github.com/a/b.git. We hope.', ['Code is at https://github.com/a/b.git.', 'We hope.']],
    ['Limits of capability.To address these issues, we act.', ['Limits of capability.', 'To address these issues, we act.']],
    ['It reaches 4.54\\% on v1.5 of GPT-3.5. Good', ['It reaches 4.54\\% on v1.5 of GPT-3.5.', 'Good']],
    ['Is it so? Yes! "Quoted." Then (in brackets.) End', ['Is it so?', 'Yes!', '"Quoted."', 'Then (in brackets.)', 'End']],
    ['broken\nlines stay one. Next\n\nParagraph without stop', ['broken\nlines stay one.', 'Next', 'Paragraph without stop']],
    ['algorithms (e.g.\\ DQN, A3C) fail. Next.', ['algorithms (e.g.\\ DQN, A3C) fail.', 'Next.']],
    ['', []],
  ])('%j', (abstract, expected) => expect(sentences(abstract)).toEqual(expected));
});

describe('tokens', () => {
  test.each<[string, string[]]>([
    ['state-of-the-art BSP-Net', ['state-of-the-art', 'BSP-Net']],
    ['EfficientNet-based equivalents', ['EfficientNet', '-', 'based', 'equivalents']],
    ['10,000-fold, 10^19 and 2,500', ['10,000-fold', ',', '10^19', 'and', '2,500']],
    ['at https://a.org/x_(y). End', ['at', 'https://a.org/x_(y)', '.', 'End']],
    ['(see http://a.org/x).', ['(', 'see', 'http://a.org/x', ')', '.']],
    ['C++ and A/B (KD)', ['C++', 'and', 'A', '/', 'B', '(', 'KD', ')']],
    ["teacher's 4.54\\% E(3)", ["teacher's", '4.54', '\\', '%', 'E', '(', '3', ')']],
    ['Zhao‑Lin naïve 数据 😀x', ['Zhao‑Lin', 'naïve', '数据', '😀', 'x']],
  ])('%j', (abstract, expected) => expect(tokens(abstract)).toEqual(expected));
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('e.g.', 'We', 'x', '. ', '.', ' ', '\n', '(', ')', '"', '3.5', ',000', '-', 'https://a.b', '%', 'U.S.', 'A'), {
      maxLength: 80,
    })
    .map((x) => x.join('')),
);

describe('properties', () => {
  test('every character that is not white space is in exactly one token, and tokens are slices', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, abstract) => {
        const { text, tokens } = doc(abstract, title);
        let at = 0;
        textsOf(tokens).forEach((token, i) => {
          const [start, end] = [tokens.starts[i]!, tokens.ends[i]!];
          expect(text.slice(at, start).trim()).toBe('');
          expect(token).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          at = end;
        });
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  test('sentences partition the tokens, in order; the title is the first', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, abstract) => {
        const { sentences, tokens, paper } = doc(abstract, title);
        expect(sentences[0]).toMatchObject({ start: 0, end: paper.title.length, from: 0 });
        let at = 0;
        for (const s of sentences) {
          expect(s.from).toBe(at);
          at = s.to;
          for (let i = s.from; i < s.to; i++) expect(tokens.starts[i]! >= s.start && tokens.ends[i]! <= s.end).toBe(true);
        }
        expect(at).toBe(tokens.length);
      }),
    );
  });

  test('a text without full stops is cut', () => {
    const { sentences, tokens } = doc('word '.repeat(3000) + 'x'.repeat(1000));
    expect(Math.max(...sentences.map((s) => s.end - s.start))).toBeLessThanOrEqual(MAX_SENTENCE + MAX_TOKEN);
    expect(Math.max(...textsOf(tokens).map((t) => t.length))).toBeLessThanOrEqual(MAX_TOKEN);
  });
});
