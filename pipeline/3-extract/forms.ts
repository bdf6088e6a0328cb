import { wordsOf } from '../../src/words.ts';
import { remembered } from './remembered.ts';

/** Last words that only say what kind of thing a name stands for: "CIFAR-10 dataset", "reasoning tasks". */
const KINDS = new Set(['task', 'problem', 'dataset', 'benchmark']);

/** The form of a name, given as its words, that decides whether two names in one paper are one. */
export const formOf = (words: readonly string[]): string =>
  (words.length > 1 && KINDS.has(words[words.length - 1]!) ? words.slice(0, -1) : words).join('');

/** The same of a name as written. */
export const formOfName = remembered(20_000, (name) => formOf(wordsOf(name)));
