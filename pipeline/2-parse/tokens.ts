import type { Lexeme, Span, Tokens } from '../../src/model.ts';
import type { Vocab } from './vocab.ts';

/** Longer runs are cut: nothing in a text is a word of 200 characters, and what reads tokens may be quadratic in their length. */
export const MAX_TOKEN = 200;

const OTHER = 0;
const SPACE = 1;
const DIGIT = 2;
const LOWER = 3;
const UPPER = 4;

const ascii = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const s = String.fromCharCode(c);
  ascii[c] = /\s/.test(s) ? SPACE : /\d/.test(s) ? DIGIT : /[a-z]/.test(s) ? LOWER : /[A-Z]/.test(s) ? UPPER : OTHER;
}

/** The class of the character at `i`; past the end, OTHER. */
function classOf(text: string, i: number): number {
  const c = text.charCodeAt(i);
  return c < 128 ? ascii[c]! : classOfSign(text.charAt(i));
}

function classOfSign(s: string): number {
  if (/\s/.test(s)) return SPACE;
  if (/\p{N}/u.test(s)) return DIGIT;
  if (/\p{Lu}/u.test(s)) return UPPER;
  return /[\p{L}\p{M}]/u.test(s) ? LOWER : OTHER;
}

const isWord = (cls: number): boolean => cls >= DIGIT;

/** Suffixes that a hyphen hangs on a name without being part of it: "EfficientNet-based". */
const HANGERS =
  /^-(?:based|style|like|driven|powered|specific|trained|generated|equipped|enabled|guided|inspired|assisted|optimized|sized)\b/;

/** Does the character at `i`, between two word characters, belong to the word? */
function joins(text: string, i: number, start: number): boolean {
  const before = classOf(text, i - 1);
  const after = classOf(text, i + 1);
  switch (text.charAt(i)) {
    case '-':
    case '\u2010':
    case '\u2011': // non-breaking hyphen
      return isWord(after) && !HANGERS.test(text.slice(i, i + 12));
    case "'":
    case '\u2019':
    case '_':
    case '&':
      return isWord(after);
    case '.': // 3.5, GPT-3.5, e.g., Node.js; but not the lost space of "capability.To"
      return after === DIGIT
        ? before === DIGIT || i - start > 1 || before === UPPER
        : after === LOWER || (after === UPPER && before === UPPER && i - start === 1);
    case ',': // 10,000
      return before === DIGIT && /^,\d{3}(?!\d)/.test(text.slice(i, i + 5)) && /^[\d,]+$/.test(text.slice(start, i));
    case '^': // 10^19, 256^3
      return before === DIGIT && after === DIGIT;
    default:
      return false;
  }
}

/** End of the web address that begins at `i`, without the punctuation of the sentence around it. */
export function endOfUrl(text: string, i: number): number {
  let end = i;
  while (end < text.length && !/[\s<>"'`{}|\\^\u201d\u2019]/.test(text.charAt(end))) end++;
  for (;;) {
    const last = text.charAt(end - 1);
    if (/[.,;:!?*]/.test(last)) end--;
    else if (last === ')' && !text.slice(i, end).includes('(')) end--;
    else if (last === ']' && !text.slice(i, end).includes('[')) end--;
    else return end;
  }
}

/** Tokens as they are found: start, end and word of each, one after the other; cut out when all are there. */
let found = new Int32Array(3 * 1024);

/**
 * Words, numbers, web addresses and single signs, with exact offsets. Hyphenated names, decimals and
 * grouped thousands are one token; "-based" and its like are tokens of their own; everything else is a sign.
 * Every character that is not white space is in exactly one token.
 */
export function tokenise(text: string, vocab: Vocab): Tokens {
  const { lexemes } = vocab;
  const { length } = text;
  let count = 0;
  for (let i = 0; i < length;) {
    const start = i;
    const cls = classOf(text, i++);
    if (cls === SPACE) continue;
    i = isWord(cls) ? endOfWord(text, start, cls) : endOfSign(text, start);
    if (3 * count === found.length) {
      const more = new Int32Array(2 * found.length);
      more.set(found);
      found = more;
    }
    found[3 * count] = start;
    found[3 * count + 1] = i;
    found[3 * count++ + 2] = vocab.idAt(text, start, i);
  }
  return new Columns(count, found, lexemes);
}

const [H, PLUS] = [104, 43];

/** Where the word that begins at `start` ends. */
function endOfWord(text: string, start: number, cls: number): number {
  if (cls === LOWER && text.charCodeAt(start) === H && /^https?:\/\/[^\s]/.test(text.slice(start, start + 9))) {
    const end = endOfUrl(text, start);
    if (end - start > 8) return end;
  }
  let i = start + 1;
  for (const stop = Math.min(text.length, start + MAX_TOKEN); i < stop; i++) {
    const next = classOf(text, i);
    if (!isWord(next) && (next === SPACE || !joins(text, i, start))) break;
  }
  // C++ and A*, but not the plus of a sum
  while (text.charCodeAt(i) === PLUS && i - start < 12 && !isWord(classOf(text, i + 1))) i++;
  return i;
}

/** One character, or the two code units of one. */
function endOfSign(text: string, start: number): number {
  const [high, low] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000 ? start + 2 : start + 1;
}

class Columns implements Tokens {
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Int32Array;
  readonly lexemes: readonly Lexeme[];

  /** @param rows start, end and word of each token */
  constructor(length: number, rows: Int32Array, lexemes: readonly Lexeme[]) {
    this.length = length;
    this.starts = new Int32Array(length);
    this.ends = new Int32Array(length);
    this.ids = new Int32Array(length);
    this.lexemes = lexemes;
    for (let i = 0, at = 0; i < length; i++) {
      this.starts[i] = rows[at++]!;
      this.ends[i] = rows[at++]!;
      this.ids[i] = rows[at++]!;
    }
  }

  at(i: number): Lexeme {
    return this.lexemes[this.ids[i]!]!;
  }
}

/** Tokens that somebody else has found. */
export function tokensAt(text: string, spans: readonly Span[], vocab: Vocab): Tokens {
  const { lexemes } = vocab;
  return new Columns(spans.length, Int32Array.from(spans.flatMap(({ start, end }) => [start, end, vocab.idAt(text, start, end)])), lexemes);
}
