import type { EntityType } from '../../src/model.ts';
import type { NameList } from '../types.ts';
import { ByName } from './by-name.ts';
import type { Forms } from './names.ts';

/** One entry of a list. */
export interface Row {
  canonical: string;
  /** Of the canonical form and of all aliases. */
  keys: string[];
}

/** The entries of the curated lists; where two entries share a form, the first has it. */
export class Lists {
  readonly #rows = new ByName<Row>();

  constructor(lists: readonly NameList[], forms: Forms) {
    for (const { type, names } of lists)
      for (const entry of names) {
        const row: Row = { canonical: entry[0]!, keys: entry.map((form) => forms.read(form).key) };
        for (const key of row.keys) this.#rows.at(type, key, () => row);
      }
  }

  rowOf(type: EntityType, key: string): Row | undefined {
    return this.#rows.get(type, key);
  }
}
