import type { Fields } from './fields.ts';

/** The value at a path of own fields, undefined where there is none. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Fields)[name];
  }
  return here;
}

/** The text at a path; of a list, the first text in it; a number as it is printed; '' for anything else. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  if (typeof found === 'string') return found;
  if (typeof found === 'number') return String(found);
  return Array.isArray(found) ? ((found as unknown[]).find((one): one is string => typeof one === 'string') ?? '') : '';
}

/** The list at a path, empty for anything else. */
export function listAt(value: unknown, ...path: readonly string[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? (found as unknown[]) : [];
}

/** The texts of a list. */
export const textsAt = (value: unknown, ...path: readonly string[]): string[] =>
  listAt(value, ...path).filter((one): one is string => typeof one === 'string' && one.trim() !== '');
