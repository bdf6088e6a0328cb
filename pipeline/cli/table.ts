import CliTable from 'cli-table3';
import type { PartialDate } from '../../src/model.ts';
import type { Answer, Query, Table } from '../../src/query/types.ts';

const WIDTH_IN_A_PIPE = 140;
const LEAST_WIDTH = 8;
const MAX_CELL = 600;

/** An answer as tables, as wide as the terminal. */
export function tableOf({ tables }: Query, answer: Answer, width = WIDTH_IN_A_PIPE): string {
  const drawn = tables.flatMap((table) => draw(table, answer, width));
  const cut = answer.total > answer.items.length ? ` of ${answer.total}: go on with --offset` : '';
  return `${[...drawn, `${answer.items.length} item${answer.items.length === 1 ? '' : 's'}${cut}`].join('\n')}\n`;
}

function draw({ title, columns, rows = (item) => [item] }: Table, { items }: Answer, width: number): string[] {
  const cells = items.flatMap(rows).map((row) => columns.map((column) => text((row as Record<string, unknown>)[column])));
  if (!cells.length) return [];
  const used = columns.map((_, i) => i).filter((i) => cells.some((row) => row[i] !== ''));
  const head = used.map((i) => columns[i]!);
  const body = cells.map((row) => used.map((i) => row[i]!));
  const table = new CliTable({ head, colWidths: widths([head, ...body], width), wordWrap: true, style: { head: [], border: [] } });
  table.push(...body);
  return [...(title ? [`\n${title}`] : []), table.toString()];
}

/**
 * What each column needs, and a fair share where that is more than there is: narrow columns keep their width, and ids, which
 * people copy, are cut last.
 */
function widths(rows: readonly (readonly string[])[], width: number): number[] {
  const needs = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)) + 2);
  const out = needs.map(() => 0);
  let room = width - needs.length - 1;
  const isId = (column: number): boolean => rows[0]![column] === 'id';
  const order = needs.map((_, i) => i).sort((a, b) => Number(isId(b)) - Number(isId(a)) || needs[a]! - needs[b]!);
  order.forEach((column, done) => {
    out[column] = Math.max(LEAST_WIDTH, Math.min(needs[column]!, Math.floor(isId(column) ? width / 2 : room / (order.length - done))));
    room -= out[column]!;
  });
  return out;
}

/** A value as a person reads it, without characters that a terminal would obey. */
function text(value: unknown): string {
  const said = Array.isArray(value)
    ? value.map(text).join('; ')
    : typeof value === 'object' && value !== null
      ? inner(value)
      : String(value ?? '');
  const clean = said.replace(/\p{Cc}+/gu, ' ');
  return clean.length > MAX_CELL ? `${clean.slice(0, MAX_CELL)}…` : clean;
}

function inner(value: object): string {
  if ('label' in value) return String(value.label);
  if ('year' in value || 'month' in value) return date(value as PartialDate);
  return JSON.stringify(value);
}

const date = ({ year, month, day }: PartialDate): string =>
  [year ?? '????', month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
