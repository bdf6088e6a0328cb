import type { Doc } from '../../../src/model.ts';
import { ENTITY_TYPES } from '../../../src/model.ts';
import { wordsOf } from '../../../src/words.ts';
import type { Lexicon } from '../lexicon.ts';
import { hash } from './features.ts';
import type { Habits } from './habits.ts';

/** Features of single tokens that come from lists: where in a listed name the token stands, and of which type the name is. */
export type Marks = (number[] | undefined)[];

const place = (i: number, from: number, to: number): string => (to - from === 1 ? 'S' : i === from ? 'B' : i === to - 1 ? 'E' : 'I');

/** Marks of names in the curated lists. */
export function lexiconMarks(doc: Doc, lexicon: Lexicon, marks: Marks = []): Marks {
  for (const { from, to, names } of lexicon.match(doc))
    for (const { type } of names) for (let i = from; i < to; i++) (marks[i] ??= []).push(hash(type + place(i, from, to), 50), hash(type, 51));
  return marks;
}

/** A name seen this often, and this often as an entity of one type, is a habit of the corpus. */
const SEEN = 3;
const RATE = 0.25;

/** Marks of names that the corpus is in the habit of using as entities, longest first. */
export function habitMarks(doc: Doc, habits: Habits, marks: Marks = []): Marks {
  const words = doc.tokens.map((t) => wordsOf(t.text).join(''));
  for (const sentence of doc.sentences)
    for (let i = sentence.from; i < sentence.to; i++) {
      if (!words[i]) continue;
      let form = '';
      let end = 0;
      let found: readonly number[] = [];
      for (let j = i; j < Math.min(sentence.to, i + 6); j++) {
        if (!words[j] && doc.tokens[j]!.text !== '-') break;
        form += words[j];
        const habit = words[j] ? habits.get(form) : undefined;
        if (habit && habit.seen >= SEEN && Math.max(...habit.rates) >= RATE) [end, found] = [j + 1, habit.rates];
      }
      if (end === 0) continue;
      const rate = Math.max(...found);
      const type = ENTITY_TYPES[found.indexOf(rate)]!;
      for (let j = i; j < end; j++) {
        const at = `${type}${place(j, i, end)}`;
        (marks[j] ??= []).push(hash(at, 60), hash(`${at}${Math.floor(rate * 5)}`, 61));
      }
      i = end - 1;
    }
  return marks;
}
