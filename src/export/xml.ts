/** Text that XML 1.0 can hold. */
import type { Losses } from './types.ts';

/** What is no character of XML 1.0 (5th edition, 2.2): controls, lone surrogates, U+FFFE and U+FFFF. */
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu; // oxlint-disable-line no-control-regex

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
  return text.replace(ILLEGAL, () => {
    if (losses) losses.characters++;
    return '';
  });
}

/** Text as the value of an attribute, to stand between double quotes, or as content. */
export const escapeXml = (text: string, losses?: Losses): string =>
  legal(text, losses).replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES.get(sign)!);

/** ` name="value"` for each that has a value. Names are ours, never input. */
export function attributes(values: readonly (readonly [name: string, value: string | number | undefined])[], losses?: Losses): string {
  let text = '';
  for (const [name, value] of values) if (value !== undefined) text += ` ${name}="${escapeXml(String(value), losses)}"`;
  return text;
}
