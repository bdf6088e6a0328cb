import { textOf, type Entity, type EntityType, type Record } from '../../../src/model.ts';
import { ByName } from '../by-name.ts';
import type { Lists } from '../lists.ts';
import type { Form, Forms } from '../names.ts';
import { monthOf, type Seen } from '../seen.ts';
import type { Titles } from './titles.ts';

/** So many papers that define a name alike make it common property: a title that begins with it presents no other thing. */
const COMMON = 3;
const AGREEMENT = 0.8;
/** Months that a name must have been in use before a title that presents it presents another thing: sooner, news has travelled. */
const LEAD = 2;
/** Titles are looked at this far for the name before the colon. */
const LONGEST_HEAD = 60;

/** "PRISM" of "PRISM: Spectral-Aware Sparse Attention", or ''. */
const headIn = (title: string): string => title.slice(0, Math.max(0, title.slice(0, LONGEST_HEAD).indexOf(':'))).trim();

interface Name {
  /** Papers that present a thing of their own under it. */
  by: Set<Record>;
  /** How many papers define it, by what they define it as. */
  as: Map<string, number>;
  /** Month of the earliest paper that names it and presents nothing under it. */
  earliest: number;
  /** For each of those papers, the first of those that present one thing with it. */
  own?: Map<string, string>;
}

/**
 * Names before the colon of a title. Where several papers present a thing of their own under one, or define and propose it, each has
 * its own. So has one that presents what others had named months before: they mean something else.
 */
export class Presented {
  readonly #names = new ByName<Name>();
  readonly #heads = new Map<Record, string>();
  readonly #wanted: ReadonlySet<string>;
  readonly #lists: Lists;
  readonly #titles: Titles;

  constructor(records: readonly Record[], forms: Forms, lists: Lists, titles: Titles) {
    this.#titles = titles;
    this.#lists = lists;
    for (const record of records) {
      const head = headIn(record.title);
      if (head) this.#heads.set(record, forms.read(head).key);
    }
    this.#wanted = new Set(this.#heads.values());
  }

  headOf(record: Record): string | undefined {
    return this.#heads.get(record);
  }

  see({ record, entity: { type, role, mentions }, name, forms }: Seen): void {
    if (type !== 'technique' && type !== 'dataset') return;
    const own = name.key;
    const head = this.#heads.get(record);
    const keys = forms.length > 1 ? new Set(forms.map(({ key }) => key)) : [own];
    const introduces = (type === 'dataset' || (role === 'proposed' && isProper(name))) && isIntroduced(record, mentions);
    for (const key of keys) {
      if (this.#lists.rowOf(type, key) || (type === 'technique' && !introduces && !this.#wanted.has(key))) continue;
      const name = this.#names.at(type, key, () => ({ by: new Set(), as: new Map(), earliest: Infinity }));
      if (key !== own) name.as.set(own, (name.as.get(own) ?? 0) + 1);
      const presents =
        type === 'technique' ? role === 'proposed' && (key === head || key !== own || introduces) : key === head || introduces;
      if (presents) name.by.add(record);
      else if (monthOf(record) < name.earliest) name.earliest = monthOf(record);
    }
  }

  settle(): void {
    for (const [type, key, name] of this.#names) {
      const { by, as, earliest } = name;
      const [first] = by;
      const own =
        by.size > 1 ? this.#titles.groups([...by]) : first && earliest + LEAD <= monthOf(first) && new Map([[first.id, first.id]]);
      if (own && !common(as)) name.own = own;
      else this.#names.delete(type, key);
    }
  }

  *keys(): Generator<string> {
    for (const [, key] of this.#names) yield key;
  }

  ownOf({ record, entity: { type }, name: { key } }: Seen): string | undefined {
    return this.#names.get(type, key)?.own!.get(record.id);
  }

  count(type: EntityType, key: string): number {
    return new Set(this.#names.get(type, key)?.own!.values()).size;
  }
}

/** A name of one word with a capital. */
const isProper = ({ text, words }: Form): boolean => words.length === 1 && /\p{Lu}/u.test(text);

/** "We introduce the", right before a name, which is not the beginning of a longer one. */
const INTRODUCES =
  /\bwe (?:\w{1,12} ){0,2}(?:introduce|present|propose|release|construct|build|create|develop|curate|contribute) (?:(?:the|a|an|our|new|novel) ){0,2}$/i;

function isIntroduced(record: Record, mentions: Entity['mentions']): boolean {
  const text = textOf(record);
  return mentions.some(
    ({ start, end }) =>
      !/^\s?\p{Lu}|^[-+]/u.test(text.slice(end, end + 2)) &&
      INTRODUCES.test(text.slice(Math.max(0, start - 60), start).replace(/\s/g, ' ')),
  );
}

function common(as: ReadonlyMap<string, number>): boolean {
  let [most, all] = [0, 0];
  for (const papers of as.values()) {
    most = Math.max(most, papers);
    all += papers;
  }
  return most >= COMMON && most >= AGREEMENT * all;
}
