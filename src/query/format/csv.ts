import { row as csvRow } from '../../export/csv.ts';
import type { Answer, Query } from '../types.ts';
import { cellOf, grid, withIds } from './cells.ts';
import type { Row } from './cells.ts';

/**
 * An answer as one CSV table with a header: the fields of its tables. Where it has several tables, the column `table` says which
 * one a row is of.
 */
export function csv({ tables }: Query, answer: Answer): string {
  const grids = tables.map((table) => grid(table, answer.items)).filter(({ rows }) => rows.length);
  const named = tables.length > 1 ? ['table'] : [];
  const columns = [...named, ...new Set(grids.flatMap(withIds))];
  const lines = grids.flatMap(({ title = answer.query, rows }) => rows.map((row) => ({ ...row, table: title }) as Row));
  return [columns, ...lines.map((row) => columns.map((column) => plain(row[column])))].map(csvRow).join('');
}

const plain = (value: unknown): string | number => (typeof value === 'number' ? value : cellOf(value));
