import nlp from 'compromise/two';
import type { Doc, Sentence } from '../../src/model.ts';

/** What a word does in its sentence, as far as finding noun phrases needs it. */
export type Tag = 'noun' | 'adjective' | 'verb' | 'determiner' | 'preposition' | 'other';

/** Longer ranges are cut: compromise is quadratic on some inputs. */
const MAX_INPUT = 400;

interface Term {
  text: string;
  tags: string[];
  offset: { start: number };
}

/**
 * compromise's tags for the tokens [from, to) of a sentence, one each. It is asked only about the short ranges where a
 * phrase may begin, since tagging whole texts costs more than all else together.
 */
export function tagsOf({ text, tokens }: Doc, sentence: Sentence, from: number, to: number): Tag[] {
  const begin = tokens[from]?.start ?? 0;
  const stop = Math.min(tokens[Math.min(to, sentence.to) - 1]?.end ?? begin, begin + MAX_INPUT);
  const clean = text.slice(begin, stop).replace(/\s/g, ' ');
  const sentences = nlp(clean).json({ offset: true, terms: { tags: true, offset: true } }) as { terms: Term[] }[];
  const at = new Map<number, Tag>();
  for (const { terms } of sentences) for (const term of terms) at.set(begin + term.offset.start, simple(term.tags));
  return tokens.slice(from, to).map((t) => at.get(t.start) ?? 'other');
}

function simple(tags: readonly string[]): Tag {
  const has = (tag: string): boolean => tags.includes(tag);
  if (has('Determiner') || has('Pronoun') || has('Possessive')) return 'determiner';
  if (has('Gerund') || has('Noun') || has('Value') || has('Acronym')) return 'noun';
  if (has('Adjective')) return 'adjective';
  if (has('Preposition') || has('Conjunction')) return 'preposition';
  return has('Verb') ? 'verb' : has('Adverb') ? 'adjective' : 'other';
}
