import type { Doc, Sentence, Span, Tokens } from '../../src/model.ts';
import { Attribute } from './attribute.ts';
import type { Acronym, Extractor } from './layers.ts';

/**
 * Acronym definitions: "long form (SF)", "SF (long form)", "long form, or SF,", and a title's "SF: long form"; the long
 * form is found by matching the letters of the short one from right to left, its first letter at the beginning of a word.
 * Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003.
 */
export const acronyms: Extractor<never, 'acronyms'> = {
  id: 'acronyms',
  summary: 'short forms with the words they stand for (Schwartz and Hearst, 2003)',
  needs: [],
  gives: ['acronyms'],
  extract: (doc) => ({ acronyms: findAcronyms(doc) }),
};

/** What a word may begin: nothing, a bracket, ", or SF". */
const [NOTHING, OPEN, OR] = [0, 1, 2];
const signs = new Attribute(({ text }) => (text === '(' || text === '[' ? OPEN : text === 'or' ? OR : NOTHING));

export function findAcronyms({ text, tokens, sentences }: Doc): Acronym[] {
  const found: Acronym[] = titleDefinition(text, tokens, sentences[0]);
  for (const sentence of sentences) {
    for (let or = sentence.from + 2; or + 1 < sentence.to; or++) {
      if (signs.at(tokens, or) !== OR || tokens.at(or - 1).text !== ',' || !isShort(tokens.at(or + 1).text)) continue;
      const long = longBefore(text, tokens, sentence.from, or - 1, tokens.at(or + 1).text);
      if (long) found.push({ short: { start: tokens.starts[or + 1]!, end: tokens.ends[or + 1]! }, long });
    }
    for (let open = sentence.from; open < sentence.to; open++) {
      if (signs.at(tokens, open) !== OPEN) continue;
      const close = closing(tokens, open, sentence.to);
      if (close < 0) continue;
      const inner = innerPart(tokens, open + 1, close);
      if (!inner) continue;
      const [a, b] = inner;
      const inside: Span = { start: tokens.starts[a]!, end: tokens.ends[b - 1]! };
      const short = text.slice(inside.start, inside.end);
      if (b - a <= 2 && isShort(short)) {
        const long = longBefore(text, tokens, sentence.from, open, short);
        if (long) found.push({ short: inside, long });
      } else if (open > sentence.from && b - a >= 2 && isShort(tokens.at(open - 1).text)) {
        // "WaLa (Wavelet Latent Diffusion)"
        const from = matchLetters(stripPlural(tokens.at(open - 1).text), text.slice(inside.start, inside.end));
        if (from === 0) found.push({ short: { start: tokens.starts[open - 1]!, end: tokens.ends[open - 1]! }, long: inside });
      }
    }
  }
  return found;
}

/** "ULSAM: Ultra-Lightweight Subspace Attention Module for ...": the words after the colon that hold the letters in order. */
function titleDefinition(text: string, tokens: Tokens, title: Sentence | undefined): Acronym[] {
  if (!title || title.to < 4 || tokens.at(1).text !== ':' || !isShort(tokens.at(0).text)) return [];
  const short = tokens.at(0).text;
  const letters = stripPlural(short)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  for (let to = 4; to <= Math.min(title.to, letters.length + 4); to++) {
    const long = { start: tokens.starts[2]!, end: tokens.ends[to - 1]! };
    // the last letter begins the last word, else a word too many or too few would be taken
    if (
      tokens
        .at(to - 1)
        .text.charAt(0)
        .toLowerCase() === letters.at(-1) &&
      matchLetters(short, text.slice(long.start, long.end)) === 0
    )
      return [{ short: { start: tokens.starts[0]!, end: tokens.ends[0]! }, long }];
  }
  return [];
}

/** Index of the bracket that closes the one at `open`, within 20 tokens. */
function closing(tokens: Tokens, open: number, to: number): number {
  let depth = 0;
  for (let i = open; i < Math.min(to, open + 20); i++) {
    const sign = tokens.at(i).text;
    if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && --depth === 0) return i;
  }
  return -1;
}

/** "(KD, also called ...)", "(i.e., KD)": the part that may be the short or the long form. */
function innerPart(tokens: Tokens, from: number, to: number): [number, number] | null {
  while (from < to && /^(?:i\.e|e\.g|a\.k\.a|or|termed|called|aka|"|'|\u201c|,|\.|:)$/.test(tokens.at(from).text)) from++;
  let end = from;
  while (end < to && !/^[,;:=]$/.test(tokens.at(end).text)) end++;
  while (end > from && /^["'\u201d]$/.test(tokens.at(end - 1).text)) end--;
  return end > from ? [from, end] : null;
}

const isShort = (s: string): boolean =>
  s.length >= 2 && s.length <= 12 && /^[\p{L}\p{N}]/u.test(s) && /\p{Lu}/u.test(s) && !/^\p{Lu}\p{Ll}+$/u.test(s);

const stripPlural = (short: string): string => (/\p{Lu}s$/u.test(short) ? short.slice(0, -1) : short);

/** The long form that ends right before the bracket at `open`, or null. */
function longBefore(text: string, tokens: Tokens, from: number, open: number, short: string): Span | null {
  const letters = stripPlural(short);
  const most = Math.min(letters.length + 5, letters.length * 2);
  const end = open > from ? tokens.ends[open - 1]! : 0;
  let first = open;
  for (let words = 0; first > from && words < most; first--) {
    const token = tokens.at(first - 1).text;
    if (/^[.;:!?()[\]]$/.test(token)) break;
    if (/^[\p{L}\p{N}]/u.test(token)) words++;
  }
  if (first >= open) return null;
  const window = text.slice(tokens.starts[first]!, end);
  const at = matchLetters(letters, window);
  if (at < 0) return null;
  const long = { start: tokens.starts[first]! + at, end };
  const form = text.slice(long.start, long.end);
  // a long form is longer, has at least two words or a much longer one, and does not hold the short form itself
  if (form.length <= letters.length + 2 || form.split(/\s+/).includes(short)) return null;
  return long;
}

/** Offset in `long` at which the match of all letters of `short` begins (at a word), or -1. */
function matchLetters(short: string, long: string): number {
  const isLetter = (c: string): boolean => /[\p{L}\p{N}]/u.test(c);
  let l = long.length - 1;
  for (let s = short.length - 1; s >= 0; s--) {
    const c = short.charAt(s).toLowerCase();
    if (!isLetter(c)) continue;
    const first = s === 0;
    const fits = (at: number): boolean => long.charAt(at).toLowerCase() === c && !(first && at > 0 && isLetter(long.charAt(at - 1)));
    while (l >= 0 && !fits(l)) l--;
    if (l < 0) return -1;
    l--;
  }
  return l + 1;
}
