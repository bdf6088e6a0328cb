import { row as csvRow } from '../../export/csv.ts';
import type { Answer, Query } from '../types.ts';
import { cellOf, grid } from './cells.ts';
import type { Row } from './cells.ts';

/**
 * An answer as one CSV table. The header is the same for every answer to a question: the id of a row, the fields of the tables, and
 * the paper that says the sentence. Where there are several tables, the column `table` says which one a row is of.
 */
export function csv({ tables }: Query, answer: Answer): string {
  const fields = tables.flatMap(({ columns, below = [] }) => [...columns, ...below]);
  const columns = [
    ...new Set([...(tables.length > 1 ? ['table'] : []), 'id', ...fields, ...(fields.includes('sentence') ? ['paper'] : [])]),
  ];
  const rows = tables.flatMap((table) =>
    grid(table, answer.items).rows.map((row): Row => ({ ...row, table: table.title ?? answer.query })),
  );
  return [columns, ...rows.map((row) => columns.map((column) => plain(row[column])))].map(csvRow).join('');
}

const plain = (value: unknown): string | number => (typeof value === 'number' ? value : cellOf(value));
