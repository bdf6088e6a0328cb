import { cellOf, footer, grid } from '../../src/query/format/cells.ts';
import type { Row } from '../../src/query/format/cells.ts';
import type { Answer, Query, Table } from '../../src/query/types.ts';
import { widthOf, wrap, wrapAll } from './wrap.ts';

const WIDTH_IN_A_PIPE = 120;
const LEAST_WIDTH = 40;
const LEAST_COLUMN = 3;
/** A column of no more than this, as one of dates, is not cut where the others still have some room. */
const WHOLE = 10;
const SOME_ROOM = 6;
const GAP = '  ';
const INDENT = '    ';

/** An answer as tables, as wide as the terminal. */
export function tableOf({ tables }: Query, answer: Answer, width = WIDTH_IN_A_PIPE): string {
  const room = Math.max(width, LEAST_WIDTH);
  const drawn = tables.map((table) => draw(table, answer, room)).filter(Boolean);
  const end = footer(answer).flatMap((line) => wrap(line, room));
  return `${[...drawn, end.join('\n')].join('\n\n')}\n`;
}

function draw(table: Table, { items }: Answer, width: number): string {
  const { title, columns: used, rows } = grid(table, items);
  if (!rows.length) return '';
  // An id is there to be copied: one too long for a column stands below, in one piece.
  const long = rows.some((row) => widthOf(cellOf(row['id'])) > width / 2);
  const isColumn = (column: string): boolean => table.columns.includes(column) && !(long && column === 'id');
  const columns = used.filter(isColumn);
  const lower = used.filter((column) => !isColumn(column));
  const cells = [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))];
  const fit = widths(cells, width);
  const [head, ...body] = cells.map((row) => lineUp(row, fit));
  const own = new Set(items.map(({ id }) => id));
  const below = rows.map((row) =>
    lower.map((column) =>
      belowLines(row, column, own)
        .flatMap((line) => wrap(line, width - INDENT.length))
        .map((line) => INDENT + line),
    ),
  );
  return [...(title ? [title.toUpperCase()] : []), ...head!, ...withoutRepetition(body, below)].join('\n');
}

/** Rows of cells, the heading first, as wide as the terminal. */
export function linedUp(rows: readonly (readonly string[])[], width = WIDTH_IN_A_PIPE): string {
  const fit = widths(rows, Math.max(width, LEAST_WIDTH));
  return rows.flatMap((row) => lineUp(row, fit)).join('\n');
}

/** Rows one after the other that rest on the same lines share them, and what rests on several lines is said once. */
function withoutRepetition(rows: readonly string[][], below: readonly string[][][]): string[] {
  const text = (lines: readonly string[] | undefined): string | undefined => lines?.join('\n');
  return rows.flatMap((row, i) => {
    const again = i > 0 && text(row) === text(rows[i - 1]);
    const said = (below[i] ?? []).filter((lines, column) => !again || text(lines) !== text(below[i - 1]![column]));
    const shared = text(below[i]?.flat()) === text(below[i + 1]?.flat());
    return [...(again ? [] : row), ...(shared ? [] : said.flat())];
  });
}

/** A list has a line for each of its items; a sentence has quotation marks, and its paper unless the answer is about that paper. */
function belowLines(row: Row, column: string, own: ReadonlySet<unknown>): string[] {
  const value = row[column];
  if (Array.isArray(value)) return value.map(cellOf);
  const text = cellOf(value);
  if (!text || column !== 'sentence') return [text];
  return [own.has(row['paper']) ? `“${text}”` : `“${text}” (${String(row['paper'])})`];
}

/** A row of cells side by side, each in lines as wide as its column. */
function lineUp(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, i) => wrapAll(cell, widths[i]!));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, i) => padded(lines[line] ?? '', widths[i]!))
      .join(GAP)
      .trimEnd(),
  );
}

/** What each column needs, and a fair share where that is more than there is: narrow columns, and ids, which people copy, are cut last. */
function widths(rows: readonly (readonly string[])[], width: number): number[] {
  const needs = rows[0]!.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i]!))));
  const out = needs.map(() => 0);
  let room = width - GAP.length * (needs.length - 1);
  const isId = (column: number): boolean => rows[0]![column] === 'id';
  const order = needs.map((_, i) => i).sort((a, b) => Number(isId(b)) - Number(isId(a)) || needs[a]! - needs[b]!);
  order.forEach((column, done) => {
    const share = Math.max(LEAST_COLUMN, Math.floor(room / (order.length - done)));
    const others = (order.length - done - 1) * SOME_ROOM;
    const whole = isId(column) || (needs[column]! <= WHOLE && room - needs[column]! >= others);
    out[column] = whole ? needs[column]! : Math.min(needs[column]!, share);
    room -= out[column]!;
  });
  return out;
}
