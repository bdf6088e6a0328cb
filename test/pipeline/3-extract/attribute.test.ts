import { expect, test } from 'vitest';
import { parse } from '../../../pipeline/2-parse/parse.ts';
import { Vocab } from '../../../pipeline/2-parse/vocab.ts';
import { Attribute } from '../../../pipeline/3-extract/attribute.ts';
import type { Tokens } from '../../../src/model.ts';

const read = (title: string, vocab: Vocab): Tokens => parse({ id: 'p', title, abstract: '' }, vocab).tokens;

test('an attribute is worked out once a word, also where it is null', () => {
  const asked: string[] = [];
  const vowel = new Attribute(({ text }) => {
    asked.push(text);
    return /^[aeiou]/.test(text) ? text.charAt(0) : null;
  });
  const tokens = read('one two one two one', new Vocab());
  expect([0, 1, 2, 3, 4].map((i) => vowel.at(tokens, i))).toEqual(['o', null, 'o', null, 'o']);
  expect(asked).toEqual(['one', 'two']);
});

test('of another vocabulary it is worked out anew', () => {
  const length = new Attribute(({ text }) => text.length);
  const [a, b] = [read('one three', new Vocab()), read('three one', new Vocab())];
  expect([length.at(a, 0), length.at(b, 0), length.at(a, 1), length.at(b, 1)]).toEqual([3, 5, 5, 3]);
});

test('of all words by id, as they are met', () => {
  const vocab = new Vocab();
  const upper = new Attribute(({ text }) => text.toUpperCase());
  expect(upper.all(read('a b', vocab))).toEqual(['A', 'B']);
  const more = read('b c', vocab);
  expect(upper.at(more, 1)).toBe('C');
  expect(upper.all(more)).toEqual(['A', 'B', 'C']);
});
