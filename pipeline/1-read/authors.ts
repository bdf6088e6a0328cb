import type { Paper } from '../../src/model.ts';
import { CAPS } from './caps.ts';

const SUFFIX = /^(?:jr|sr|i{2,3}|iv)\.?$/i;

/** "Last, First", "Last, Jr, First" or "Last, First, Jr" in the order in which it is spoken; other names as given. */
export function spoken(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [last = '', second = '', third = ''] = parts;
  if (parts.length > 3 || parts.length < 2) return joined(name);
  return SUFFIX.test(second) ? joined(third, last, second) : joined(second, last, third);
}

/** The parts of a name that are there, in the order in which it is spoken. */
export const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();

/** The authors of a paper; one whose name is not known is counted only. */
export function authorsFrom(names: readonly string[]): Pick<Paper, 'authors'> {
  if (names.length === 0) return {};
  const known = names.filter((name) => name.trim() !== '' && name.length <= CAPS.word).slice(0, CAPS.authors);
  return { authors: { count: names.length, ...(known.length > 0 && { names: known }) } };
}
