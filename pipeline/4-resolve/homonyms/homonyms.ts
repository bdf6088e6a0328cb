import type { EntityType, Record } from '../../../src/model.ts';
import type { Lists } from '../lists.ts';
import type { Forms } from '../names.ts';
import { Capitals } from './capitals.ts';
import { Coined } from './coined.ts';
import type { Seen } from '../seen.ts';
import { Presented } from './presented.ts';
import { Stated } from './stated.ts';
import { Titles } from './titles.ts';

/**
 * Names that are not one although their words are: several papers present a thing of their own under one name, a paper coins a word
 * that to others is a phrase, or two short forms differ in their capitals and in what they stand for.
 */
export class Homonyms {
  readonly #stated: Stated;
  readonly #presented: Presented;
  readonly #coined: Coined;
  readonly #capitals = new Capitals();
  /** Of all names that have homonyms: few, so that most are told at a glance. */
  readonly #keys = new Set<string>();

  constructor(records: readonly Record[], seen: readonly (readonly Seen[])[], forms: Forms, lists: Lists) {
    this.#stated = new Stated(forms);
    const titles = new Titles(records);
    this.#presented = new Presented(records, forms, lists, titles);
    this.#coined = new Coined(titles);
    for (const entities of seen)
      for (const one of entities) {
        const { record, entity, name } = one;
        const isHead = this.#presented.headOf(record) === name.key;
        const proposes = entity.type === 'technique' ? entity.role === 'proposed' : isHead;
        this.#capitals.see(one, proposes);
        const listed = lists.rowOf(entity.type, name.key)?.canonical;
        this.#stated.see(one, listed !== undefined);
        this.#coined.see(one, proposes, isHead, listed);
        if (listed === undefined) this.#presented.see(one);
      }
    for (const entities of seen) for (const one of entities) this.#coined.use(one);
    this.#stated.settle();
    this.#capitals.settle();
    this.#presented.settle();
    this.#coined.settle();
    for (const kind of [this.#stated, this.#presented, this.#coined, this.#capitals]) for (const key of kind.keys()) this.#keys.add(key);
  }

  /** What tells an entity from others of the same words: the id of a paper, its spelling, what it stands for; undefined for most. */
  readonly ownOf = (seen: Seen): string | undefined =>
    this.#keys.has(seen.name.key)
      ? (this.#stated.ownOf(seen) ?? this.#presented.ownOf(seen) ?? this.#coined.ownOf(seen) ?? this.#capitals.ownOf(seen))
      : undefined;

  /** How many papers present a thing of their own under a name; 0 where at most one does. */
  count(type: EntityType, key: string): number {
    return this.#presented.count(type, key);
  }
}
