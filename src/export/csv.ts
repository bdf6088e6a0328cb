/** CSV by RFC 4180, safe to open in a spreadsheet. */

/** What a spreadsheet takes for a formula, also after blanks; the full-width forms count, as some turn them into plain ones. */
const FORMULA = /^(?:[\t\r]|[\s\0]*[=+\-@＝＋－＠])/;
const NUMBER = /^[+-]?\d{1,300}(?:\.\d{1,300})?$/;

/** One cell. Text is always quoted, so that none of its characters can end it; what would be run as a formula gets an apostrophe. */
export function cell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return `"${safe.replace(/"/g, '""').replace(/\p{Cs}/gu, '\ufffd')}"`;
}

export const row = (cells: readonly (string | number | boolean | null | undefined)[]): string => `${cells.map(cell).join(',')}\r\n`;
