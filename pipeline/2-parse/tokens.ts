import type { Token } from '../../src/model.ts';

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

function classOf(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c < 128) return ascii[c]!; // NaN, past the end, falls through to OTHER
  const s = text.charAt(i);
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

/**
 * Words, numbers, web addresses and single signs, with exact offsets. Hyphenated names, decimals and
 * grouped thousands are one token; "-based" and its like are tokens of their own; everything else is a sign.
 * Every character that is not white space is in exactly one token.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const push = (start: number, end: number): void => void tokens.push({ start, end, text: text.slice(start, end) });
  let i = 0;
  while (i < text.length) {
    const cls = classOf(text, i);
    if (cls === SPACE) {
      i++;
      continue;
    }
    const start = i;
    if (isWord(cls)) {
      if (cls === LOWER && text.charAt(i) === 'h' && /^https?:\/\/[^\s]/.test(text.slice(i, i + 9))) {
        i = endOfUrl(text, i);
        if (i - start > 8) {
          push(start, i);
          continue;
        }
        i = start;
      }
      i++;
      while (i < text.length && i - start < MAX_TOKEN && (isWord(classOf(text, i)) || joins(text, i, start))) i++;
      // C++ and A*, but not the plus of a sum
      while (text.charAt(i) === '+' && i - start < 12 && !isWord(classOf(text, i + 1))) i++;
      push(start, i);
      continue;
    }
    i++;
    if (text.charCodeAt(start) >= 0xd800 && text.charCodeAt(start) < 0xdc00 && text.charCodeAt(i) >= 0xdc00 && text.charCodeAt(i) < 0xe000)
      i++;
    push(start, i);
  }
  return tokens;
}
