import type { Losses } from '../types.ts';

/** The only types that readers of GEXF agree on. */
export type ColumnType = 'string' | 'integer' | 'double' | 'boolean';

export type Value = string | number | boolean | null | undefined;

/** One attribute of nodes or of edges: a name, one type, and how it is read off. */
export interface Column<T> {
  id: string;
  type: ColumnType;
  of(item: T): Value;
}

/** Readers keep integers in 32 bits. */
const MAX_INTEGER = 2 ** 31 - 1;

/** The value as its column declares it; undefined, and counted, where it is none. */
export function written(value: Value, type: ColumnType, losses?: Losses): string | undefined {
  if (value === null || value === undefined) return undefined;
  const fits =
    type === 'integer' ? Number.isInteger(value) && Math.abs(value as number) <= MAX_INTEGER : type !== 'double' || Number.isFinite(value);
  if (!fits && losses) losses.numbers++;
  return fits ? String(value) : undefined;
}
