import type { Doc } from '../../../src/model.ts';
import type { Lexicon } from '../lexicon.ts';
import { hash } from './words.ts';

/** Features of single tokens that come from lists: where in a listed name the token stands, and of which type the name is. */
export type Marks = (number[] | undefined)[];

const place = (i: number, from: number, to: number): string => (to - from === 1 ? 'S' : i === from ? 'B' : i === to - 1 ? 'E' : 'I');

/** Marks of names in the curated lists. */
export function lexiconMarks(doc: Doc, lexicon: Lexicon): Marks {
  const marks: Marks = [];
  for (const { from, to, names } of lexicon.match(doc))
    for (const { type } of names)
      for (let i = from; i < to; i++) (marks[i] ??= []).push(hash(type + place(i, from, to), 50), hash(type, 51));
  return marks;
}
