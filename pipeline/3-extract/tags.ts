import type nlp from 'compromise/two';

/** What a word is in a phrase, as far as finding noun phrases needs it. */
export const TAGS = ['noun', 'adjective', 'verb', 'function', 'other'] as const;
export type Tag = (typeof TAGS)[number];

/** compromise, as a function, since loading it takes longer than extracting a page of papers: it is called when a word needs it. */
export type Compromise = () => typeof nlp;

/** Longer words are not looked up: compromise is quadratic on some inputs. */
const MAX_WORD = 40;

/**
 * compromise's tag of a word by itself. Words, not texts: compromise costs more on whole abstracts than all else together, and before
 * the nouns of our phrases ("models", "tasks") it guesses worse in context than without. The vocabulary holds the tags of common words.
 */
export const tagOf = (word: string, compromise: Compromise): Tag =>
  word.length > MAX_WORD || !/\p{L}/u.test(word)
    ? 'other'
    : simple(compromise()(word).json({ terms: { tags: true } }) as { terms: { tags: string[] }[] }[]);

function simple(sentences: { terms: { tags: string[] }[] }[]): Tag {
  const tags = new Set(sentences[0]?.terms.at(-1)?.tags);
  if (['Determiner', 'Pronoun', 'Possessive', 'Preposition', 'Conjunction', 'QuestionWord'].some((t) => tags.has(t))) return 'function';
  if (['Gerund', 'Noun', 'Value', 'Acronym'].some((t) => tags.has(t))) return 'noun';
  if (tags.has('Adjective') || tags.has('PastTense') || tags.has('Participle')) return 'adjective';
  return tags.has('Verb') || tags.has('Copula') || tags.has('Auxiliary') ? 'verb' : 'other';
}
