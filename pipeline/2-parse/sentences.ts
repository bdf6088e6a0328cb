import type { Sentence, Token } from '../../src/model.ts';

/** Longer sentences are cut at a token: a text without full stops must not cost quadratic time further on. */
export const MAX_SENTENCE = 2000;

/** Never the end of a sentence. */
const ABBREVIATIONS = new Set(
  'e.g i.e vs cf fig figs eq eqs sec secs tab ref refs resp approx ca w.r.t a.k.a viz no nos vol pp dr prof mr mrs ms st jr inc ltd co dept est incl excl min max avg std'.split(
    ' ',
  ),
);
/** The end of a sentence only when a word follows that likes to begin one. */
const MAYBE = new Set(['al', 'etc', 'u.s', 'u.k', 'ph.d']);
const OPENERS = new Set(
  'We Our This These Those The In To It However Moreover Furthermore Additionally Finally While Although For On By With As Existing Despite Recent Experiments Extensive Here Thus Therefore Such They Both A An Code'.split(
    ' ',
  ),
);

const CLOSERS = new Set([')', ']', '"', "'", '\u201d', '\u2019', '}']);

function endsSentence(text: string, tokens: readonly Token[], i: number, from: number): boolean {
  const sign = tokens[i]!.text;
  if (sign === '!' || sign === '?') return startsSentence(text, tokens, i);
  if (sign !== '.') return false;
  const before = tokens[i - 1];
  const adjacent = before !== undefined && i - 1 >= from && before.end === tokens[i]!.start;
  const word = adjacent ? before.text.toLowerCase() : '';
  if (ABBREVIATIONS.has(word)) {
    // "no." and "max." are also words
    return word.length > 1 && /^(?:no|min|max|std|avg|est|co|tab|sec)$/.test(word) ? opens(tokens, i) : false;
  }
  if (MAYBE.has(word)) return opens(tokens, i);
  // an initial: "J. Smith"
  if (adjacent && /^\p{Lu}$/u.test(before.text) && i - 2 >= from && /^\p{Lu}/u.test(tokens[i - 2]!.text) === false && !opens(tokens, i))
    return false;
  return startsSentence(text, tokens, i);
}

const next = (tokens: readonly Token[], i: number): number => {
  let j = i + 1;
  while (j < tokens.length && CLOSERS.has(tokens[j]!.text) && tokens[j]!.start === tokens[j - 1]!.end) j++;
  return j;
};

const opens = (tokens: readonly Token[], i: number): boolean => OPENERS.has(tokens[next(tokens, i)]?.text ?? '');

/** Does what follows the sign at `i` look like the beginning of a sentence? */
function startsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const j = next(tokens, i);
  const first = tokens[j];
  if (!first) return true;
  const gap = text.slice(tokens[j - 1]!.end, first.start);
  // "capability.To address": the space was lost; ".NET" and "foo.Bar" are names
  if (gap === '') return /^\p{Lu}\p{Ll}*$/u.test(first.text) && OPENERS.has(first.text);
  if (/^\p{Ll}/u.test(first.text)) return /^[a-z]+[A-Z]|^[a-z]-[A-Z]/.test(first.text); // "iPhone ...", "k-NN ..."
  return /^[\p{L}\p{N}([{"'`$\\\u201c\u2018*_~@#<>=+-]/u.test(first.text);
}

/** Sentences of the tokens from `from` on; the last one ends where the tokens end. A blank line ends a sentence too. */
export function splitSentences(text: string, tokens: readonly Token[], from = 0): Sentence[] {
  const sentences: Sentence[] = [];
  let begin = from;
  const close = (to: number): void => {
    if (to > begin) sentences.push({ start: tokens[begin]!.start, end: tokens[to - 1]!.end, from: begin, to });
    begin = to;
  };
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (i > begin && (token.end - tokens[begin]!.start > MAX_SENTENCE || blankLine(text, tokens[i - 1]!.end, token.start))) close(i);
    if (endsSentence(text, tokens, i, begin)) {
      const j = next(tokens, i);
      close(j);
      i = j - 1;
    }
  }
  close(tokens.length);
  return sentences;
}

const blankLine = (text: string, start: number, end: number): boolean =>
  end - start > 1 && /\n[^\S\n]*\n/.test(text.slice(start, Math.min(end, start + 200)));
