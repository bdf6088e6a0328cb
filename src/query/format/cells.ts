import { dateText } from '../../export/text.ts';
import type { PartialDate } from '../../model.ts';
import type { Quote } from '../shapes.ts';
import type { Item, Table } from '../types.ts';

/** A table filled in: fields that no row has are left out. */
export interface Grid {
  title?: string;
  columns: string[];
  rows: Row[];
}
export type Row = { readonly [field: string]: unknown };

/** The rows of a table, and those of its fields that any of them has. */
export function grid({ title, columns, below = [], rows = (item) => [item] }: Table, items: readonly Item[]): Grid {
  const filled = items.flatMap(rows).map((row) => withQuote(row as Row));
  const used = [...columns, ...below].filter((column) => filled.some((row) => cellOf(row[column]) !== ''));
  return { ...(title && { title }), columns: used, rows: filled };
}

/** The columns of a grid, with the ids that a reader needs to go on: of the row itself, and of the paper that says the sentence. */
export function withIds({ columns, rows }: Grid): string[] {
  const elsewhere = columns.includes('sentence') && rows.some((row) => row['paper'] !== row['id']);
  return [...new Set([...(rows.some((row) => row['id']) ? ['id'] : []), ...columns, ...(elsewhere ? ['paper'] : [])])];
}

/** A row's first quote as fields of its own. */
function withQuote(row: Row): Row {
  const [first] = (row['evidence'] ?? []) as Quote[];
  return first ? { sentence: first.sentence, paper: first.paper, ...row } : row;
}

/** A value as a person reads it, without control characters, which a terminal would obey. */
export function cellOf(value: unknown): string {
  const said = Array.isArray(value)
    ? value.map(cellOf).join('; ')
    : typeof value === 'object' && value !== null
      ? inner(value)
      : String(value ?? '');
  return said.replace(/\p{Cc}+/gu, ' ');
}

function inner(value: object): string {
  if ('label' in value) return String(value.label);
  if ('title' in value && 'id' in value) return `${String(value.title)} (${String(value.id)})`;
  return dateText(value as PartialDate) ?? JSON.stringify(value);
}

/** What of all is shown, and where to go on. */
export function footer({
  items,
  total,
  next,
  notes = [],
}: {
  items: readonly unknown[];
  total: number;
  next?: number;
  notes?: string[];
}): string[] {
  const count = `${items.length} item${items.length === 1 ? '' : 's'}`;
  return [
    ...notes,
    next === undefined && items.length === total
      ? count
      : `${count} of ${total}${next === undefined ? '' : `; the next page begins at offset ${next}`}`,
  ];
}
