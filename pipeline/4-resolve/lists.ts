import type { EntityType } from '../../src/model.ts';
import type { NameList } from '../types.ts';
import { formKey } from './keys.ts';

/** One entry of a list. */
export interface Row {
  canonical: string;
  /** Of the canonical form and of all aliases. */
  keys: string[];
}

/** The entries of the curated lists by type and key; where two entries share a form, the first has it. */
export class Lists {
  readonly #rows = new Map<string, Row>();

  constructor(lists: readonly NameList[]) {
    for (const { type, names } of lists)
      for (const forms of names) {
        const row: Row = { canonical: forms[0]!, keys: forms.map(formKey) };
        for (const key of row.keys) if (!this.#rows.has(`${type}:${key}`)) this.#rows.set(`${type}:${key}`, row);
      }
  }

  rowOf(type: EntityType, key: string): Row | undefined {
    return this.#rows.get(`${type}:${key}`);
  }
}
