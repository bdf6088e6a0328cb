import type { Record } from '../../src/model.ts';
import { isShortForm, keyOf, type Key } from './keys.ts';

/** For each key of a short form: the keys it is defined as, with the number of papers that say so. */
export type Definitions = Map<Key, Map<Key, number>>;

/** What the papers define their short forms as: "knowledge distillation (KD)". */
export function definitionsIn(records: readonly Record[]): Definitions {
  const definitions: Definitions = new Map();
  for (const { entities } of records)
    for (const { type, name, forms } of entities) {
      const long = keyOf(type, name);
      for (const form of forms) {
        const short = keyOf(type, form);
        if (short === long || !isShortForm(form) || form.length >= name.length) continue;
        const meanings = definitions.get(short) ?? new Map<Key, number>();
        meanings.set(long, (meanings.get(long) ?? 0) + 1);
        definitions.set(short, meanings);
      }
    }
  return definitions;
}

/** How much of the defining papers must agree for the meaning to hold where nothing is defined. */
const AGREEMENT = 0.8;

/** The one meaning of a short form that a paper leaves undefined, or null where the papers do not agree. */
export function agreedMeaning(definitions: Definitions, short: Key): Key | null {
  const meanings = [...(definitions.get(short) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const total = meanings.reduce((sum, [, papers]) => sum + papers, 0);
  return meanings[0] && meanings[0][1] >= AGREEMENT * total ? meanings[0][0] : null;
}
