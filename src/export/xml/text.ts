/** Text that XML 1.0 can hold. */
import type { Losses } from '../types.ts';

/** What is no character of XML 1.0 (5th edition, 2.2): controls, lone surrogates, U+FFFE and U+FFFF. */
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu; // oxlint-disable-line no-control-regex

/** What may stand as it is; most texts are of nothing else, and need no second look. */
const PLAIN = /^[ !#-%'-;=?-\ud7ff]*$/;

/** Written out, or a parser would turn them into blanks (3.3.3). */
const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** Drops what XML cannot hold, and counts it. */
export function legal(text: string, losses?: Losses): string {
  if (PLAIN.test(text)) return text;
  return text.replace(ILLEGAL, () => {
    if (losses) losses.characters++;
    return '';
  });
}

/** Text as the value of an attribute, to stand between double quotes, or as content. */
export const escapeXml = (text: string, losses?: Losses): string =>
  PLAIN.test(text) ? text : legal(text, losses).replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES.get(sign)!);

/** ` name="value"` where there is a value. Names are ours, never input. */
export const attribute = (name: string, value: string | number | undefined, losses?: Losses): string =>
  value === undefined ? '' : ` ${name}="${typeof value === 'number' ? value : escapeXml(value, losses)}"`;
