import type { Sentence, Tokens } from '../../src/model.ts';

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

const CLOSERS = new Set([...')]"\'\u201d\u2019}'].map((sign) => sign.charCodeAt(0)));

function endsSentence(text: string, tokens: Tokens, i: number, from: number): boolean {
  const sign = signAt(text, tokens, i);
  if (sign === EXCLAMATION || sign === QUESTION) return startsSentence(text, tokens, i);
  if (sign !== STOP) return false;
  const before = i - 1 >= from && tokens.ends[i - 1] === tokens.starts[i] ? tokens.at(i - 1) : undefined;
  const word = before ? before.lower : '';
  if (ABBREVIATIONS.has(word)) {
    // "no." and "max." are also words
    return word.length > 1 && /^(?:no|min|max|std|avg|est|co|tab|sec)$/.test(word) ? opens(text, tokens, i) : false;
  }
  if (MAYBE.has(word)) return opens(text, tokens, i);
  // an initial: "J. Smith"
  if (before && /^\p{Lu}$/u.test(before.text) && i - 2 >= from && !/^\p{Lu}/u.test(tokens.at(i - 2).text) && !opens(text, tokens, i))
    return false;
  return startsSentence(text, tokens, i);
}

const [STOP, EXCLAMATION, QUESTION] = [46, 33, 63];

/** The code of a token of one character; 0 for a longer one. */
const signAt = (text: string, { starts, ends }: Tokens, i: number): number =>
  ends[i] === starts[i]! + 1 ? text.charCodeAt(starts[i]!) : 0;

/** The token after the sign at `i` and what closes behind it. */
const next = (text: string, tokens: Tokens, i: number): number => {
  const { length, starts, ends } = tokens;
  let j = i + 1;
  while (j < length && starts[j] === ends[j - 1] && CLOSERS.has(signAt(text, tokens, j))) j++;
  return j;
};

const opens = (text: string, tokens: Tokens, i: number): boolean => {
  const j = next(text, tokens, i);
  return j < tokens.length && OPENERS.has(tokens.at(j).text);
};

/** Does what follows the sign at `i` look like the beginning of a sentence? */
function startsSentence(text: string, tokens: Tokens, i: number): boolean {
  const j = next(text, tokens, i);
  if (j >= tokens.length) return true;
  const first = tokens.at(j).text;
  // "capability.To address": the space was lost; ".NET" and "foo.Bar" are names
  if (tokens.ends[j - 1] === tokens.starts[j]) return /^\p{Lu}\p{Ll}*$/u.test(first) && OPENERS.has(first);
  if (/^\p{Ll}/u.test(first)) return /^[a-z]+[A-Z]|^[a-z]-[A-Z]/.test(first); // "iPhone ...", "k-NN ..."
  return /^[\p{L}\p{N}([{"'`$\\\u201c\u2018*_~@#<>=+-]/u.test(first);
}

/** Sentences of the tokens from `from` on; the last one ends where the tokens end. A blank line ends a sentence too. */
export function splitSentences(text: string, tokens: Tokens, from = 0): Sentence[] {
  const { length, starts, ends } = tokens;
  const sentences: Sentence[] = [];
  let begin = from;
  const close = (to: number): void => {
    if (to > begin) sentences.push({ start: starts[begin]!, end: ends[to - 1]!, from: begin, to });
    begin = to;
  };
  for (let i = from; i < length; i++) {
    if (i > begin && (ends[i]! - starts[begin]! > MAX_SENTENCE || blankLine(text, ends[i - 1]!, starts[i]!))) close(i);
    if (endsSentence(text, tokens, i, begin)) {
      const j = next(text, tokens, i);
      close(j);
      i = j - 1;
    }
  }
  close(length);
  return sentences;
}

const blankLine = (text: string, start: number, end: number): boolean =>
  end - start > 1 && /\n[^\S\n]*\n/.test(text.slice(start, Math.min(end, start + 200)));
