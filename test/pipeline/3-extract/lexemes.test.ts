import { expect, test } from 'vitest';
import { Vocab } from '../../../pipeline/3-extract/lexemes.ts';
import { parse } from '../../../pipeline/2-parse/parse.ts';

const doc = (abstract: string) => parse({ id: 'p', title: 'A title', abstract });

test('a word is one lexeme wherever it stands, and no two words share an id', () => {
  const vocab = new Vocab();
  const words = vocab.of(doc('The model beats the model.'));
  expect(words.map((w) => w.text)).toEqual(['A', 'title', 'The', 'model', 'beats', 'the', 'model', '.']);
  expect(words[3]).toBe(words[6]);
  expect(new Set(words.map((w) => w.id)).size).toBe(new Set(words.map((w) => w.text)).size);
  expect(vocab.of(doc('Another model.'))[3]).toBe(words[3]);
});

test('words are forgotten between documents, never within one', () => {
  const vocab = new Vocab(5);
  const first = vocab.of(doc('one two three four five six seven'));
  expect(new Set(first.map((w) => w.id)).size).toBe(first.length);
  const second = vocab.of(doc('one two'));
  expect(second.find((w) => w.text === 'one')).not.toBe(first.find((w) => w.text === 'one'));
  expect(new Set(second.map((w) => w.id)).size).toBe(second.length);
});
