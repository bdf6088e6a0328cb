import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../../pipeline/2-parse/parse.ts';
import { Vocab } from '../../../pipeline/2-parse/vocab.ts';
import type { Tokens } from '../../../src/model.ts';

const read = (abstract: string, vocab: Vocab): Tokens => parse({ id: 'p', title: 'A title', abstract }, vocab).tokens;
const texts = (tokens: Tokens): string[] => Array.from(tokens.ids, (id) => tokens.lexemes[id]!.text);

test('a word is one lexeme wherever it stands', () => {
  const vocab = new Vocab();
  const tokens = read('The model beats the model.', vocab);
  expect(texts(tokens)).toEqual(['A', 'title', 'The', 'model', 'beats', 'the', 'model', '.']);
  expect(tokens.at(3)).toBe(tokens.at(6));
  expect(tokens.at(3)).toEqual({ id: 3, text: 'model', lower: 'model' });
  expect(tokens.at(2).lower).toBe('the');
  expect(read('Another model.', vocab).at(3)).toBe(tokens.at(3));
});

test('words are told apart as a set of strings tells them', () => {
  const word = fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[ab]{1,12}$/));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 3000, size: 'max' }), (words) => {
      const vocab = new Vocab();
      const ids = words.map((w) => vocab.idAt(`x${w}y`, 1, 1 + w.length));
      expect(ids.map((id) => vocab.lexemes[id]!.text)).toEqual(words);
      expect(vocab.lexemes.length).toBe(new Set(words).size);
    }),
    { numRuns: 20 },
  );
});

test('words are forgotten between texts, never within one, and texts read before keep theirs', () => {
  const vocab = new Vocab(5);
  const first = read('one two three four five six seven', vocab);
  const before = texts(first);
  expect(new Set(first.ids).size).toBe(first.length);
  const second = read('seven two', vocab);
  expect(second.lexemes).not.toBe(first.lexemes);
  expect(second.lexemes.length).toBe(4);
  expect(texts(second)).toEqual(['A', 'title', 'seven', 'two']);
  expect(texts(first)).toEqual(before);
});
