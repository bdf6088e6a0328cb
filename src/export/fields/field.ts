import type { Losses } from '../types.ts';

/** The types that readers of all formats agree on. */
export type FieldType = 'string' | 'integer' | 'double' | 'boolean';

export type Value = string | number | boolean | null | undefined;

/** One attribute of nodes or of edges: a name, one type, and how it is read off. */
export interface Field<T> {
  id: string;
  type: FieldType;
  of(item: T): Value;
}

/** Readers keep integers in 32 bits. */
const MAX_INTEGER = 2 ** 31 - 1;

/** The value as its field declares it; undefined, and counted, where it is none. */
export function fitting(value: Value, type: FieldType, losses?: Losses): string | number | boolean | undefined {
  if (value === null || value === undefined) return undefined;
  if (type === 'string') return String(value);
  if (type === 'boolean') return Boolean(value);
  const fits = type === 'integer' ? Number.isInteger(value) && Math.abs(value as number) <= MAX_INTEGER : Number.isFinite(value);
  if (!fits && losses) losses.numbers++;
  return fits ? (value as number) : undefined;
}

/** The same as text. */
export function written(value: Value, type: FieldType, losses?: Losses): string | undefined {
  const fit = fitting(value, type, losses);
  return fit === undefined ? undefined : String(fit);
}
