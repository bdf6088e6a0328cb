import Papa from 'papaparse';
import { CAPS } from './caps.ts';
import type { Cut } from './drafts.ts';

export interface Row {
  cells: readonly string[];
  /** What the parser found wrong with it. */
  fault: string | null;
}

/** Code units that are parsed at once. */
const PIECE = 2 ** 20;

/** The rows of a CSV text (RFC 4180) with a known delimiter, as it comes; the heading is one of them. */
export async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<Cut<Row> & { line: number }, void, undefined> {
  let [pending, line] = ['', 1];
  function* rows(piece: string): Generator<Cut<Row> & { line: number }> {
    const { data, errors } = Papa.parse<string[]>(piece, { delimiter, skipEmptyLines: false, newline: '\n' });
    const faults = new Map(
      errors.map(({ row, code }) => [row, code === 'MissingQuotes' ? 'a quote that is never closed' : 'a quote out of place']),
    );
    for (const [i, cells] of data.entries()) {
      const begun = line;
      line += 1 + cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (cells.some(({ length }) => length > CAPS.record))
        yield { line: begun, problem: `the row has more than ${CAPS.record} characters: none is that long` };
      else yield { line: begun, value: { cells, fault: faults.get(i) ?? null } };
    }
  }
  for await (const part of text) {
    pending += part;
    if (pending.length < PIECE) continue;
    const end = lastRowEnd(pending);
    if (end === 0 && pending.length < 2 * CAPS.record) continue;
    const cut = end || pending.lastIndexOf('\n') + 1 || pending.length;
    yield* rows(pending.slice(0, cut - (pending[cut - 1] === '\n' ? 1 : 0)));
    pending = pending.slice(cut);
  }
  if (pending !== '') yield* rows(pending.endsWith('\n') ? pending.slice(0, -1) : pending);
}

/** End of the last line before which every quote is closed, 0 for none: there is no row across it. */
function lastRowEnd(text: string): number {
  let [end, open] = [0, false];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 34) open = !open;
    else if (c === 10 && !open) end = i + 1;
  }
  return end;
}
