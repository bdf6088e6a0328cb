import type { Change } from './diff.ts';

/** Compares two collections by the keys of what is in them. */
export function change<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Change<T> {
  return { new: only(after, before), gone: only(before, after) };
}

/** What both hold, by key. */
export const both = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): { key: string; was: T; is: T }[] =>
  sorted(before.keys()).flatMap((key) => (after.has(key) ? [{ key, was: before.get(key)!, is: after.get(key)! }] : []));

const only = <T>(these: ReadonlyMap<string, T>, those: ReadonlyMap<string, T>): T[] =>
  sorted(these.keys()).flatMap((key) => (those.has(key) ? [] : [these.get(key)!]));

const sorted = (keys: Iterable<string>): string[] => [...keys].sort((a, b) => (a < b ? -1 : 1));
