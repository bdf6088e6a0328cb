import type { EntityType, Record } from '../../src/model.ts';
import type { Homonyms } from './homonyms/homonyms.ts';
import type { Joins } from './joins.ts';
import type { Lists } from './lists.ts';
import type { Names } from './names.ts';

export interface Context {
  names: Names;
  joins: Joins;
  lists: Lists;
  homonyms: Homonyms;
  records: readonly Record[];
}

/** Joins names that are one, each with its reason. Rules run in the order of their list: what an earlier one joined, a later one takes as one. */
export type Rule = (context: Context) => void;

/** A name with these words, where it is a phrase of the language: a coined word ("BrowserAgent") is none. */
export function phraseOf(context: Context, type: EntityType, key: string): number | undefined {
  const found = nameOf(context, type, key);
  if (found === undefined) return undefined;
  const { forms } = context.names.all[found]!;
  for (const { text } of forms.keys()) if (/[\s-]/.test(text) || text === text.toLowerCase()) return found;
  return undefined;
}

/** A name with these words: one that papers use, else one of the same listed entry. */
export function nameOf({ names, lists }: Context, type: EntityType, key: string): number | undefined {
  return (
    names.find(type, key) ??
    lists
      .rowOf(type, key)
      ?.keys.map((k) => names.find(type, k))
      .find((n) => n !== undefined)
  );
}
