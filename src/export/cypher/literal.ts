import type { FieldType } from '../fields/field.ts';
import type { Losses } from '../types.ts';

const ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/**
 * A value as Cypher writes it; undefined for none. Neo4j reads `\u0022` before it looks for the ends of strings, wherever it stands
 * and even after a backslash, so that a text which holds `\u` is written as two that are joined.
 */
export function literal(value: string | number | boolean | undefined, type: FieldType, losses: Losses): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value.split(/(?<=\\)(?=u)/).map((part) => quoted(part, losses)).join(' + '); // prettier-ignore
  const text = String(value).replace('e+', 'e');
  return type === 'double' && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function quoted(text: string, losses: Losses): string {
  const escaped = text.replace(/["\\\n\r\t]/g, (sign) => ESCAPES.get(sign)!);
  return `"${escaped.replace(UNWRITABLE, () => (losses.characters++, '\ufffd'))}"`;
}

/** Controls, and halves of surrogate pairs. */
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f]|\p{Cs}/gu; // oxlint-disable-line no-control-regex

/** A map, without the keys that have no value. */
export const map = (entries: readonly (readonly [key: string, value: string | undefined])[]): string =>
  `{${entries.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])).join(', ')}}`;
