import { isShortForm, wordsOfName } from '../../pipeline/4-resolve/keys.ts';
import type { Resolved } from '../../pipeline/types.ts';
import { sentenceOf, textOf, type EntityType, type Mark, type Record } from '../../src/model.ts';
import { seeded } from '../../src/random.ts';

export interface Pair {
  kind: 'join' | 'letter' | 'head' | 'short form';
  /** By which the two were joined; '' for two that were not. */
  rule: string;
  type: EntityType;
  a: string;
  b: string;
  inA: Place;
  inB: Place;
}

/** Where a form stands. */
export interface Place {
  record: Record;
  mark: Mark;
}

/** At least so many pairs of 200 are of each rule that joined any. */
const EACH_RULE = 10 / 200;

/** Last words that mostly say what kind of thing a name is. */
const HEADS = new Set(['model', 'method', 'algorithm', 'approach', 'framework', 'strategy', 'network', 'module', 'architecture', 'system', 'technique', 'mechanism', 'dataset', 'benchmark', 'corpus', 'suite', 'device', 'gpu', 'score', 'rate', 'task', 'problem']); // prettier-ignore

/** What is left of a form when number, hyphens, blanks and capitals are gone; the capitals of a short form stay. */
const folded = (form: string): string => {
  const bare = form.replace(/(?<=\p{L})s\b/gu, '').replace(/[^\p{L}\p{N}+*]/gu, '');
  return isShortForm(form) ? bare : bare.toLowerCase();
};

const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** Pairs of names to judge, of what was resolved. */
export class Pairs {
  readonly #resolved: Resolved;
  /** For each entity where each of its forms stands: at most two papers. */
  readonly #places: Map<string, Place[]>[];
  readonly #entityIn = new Map<string, number>();

  constructor(resolved: Resolved) {
    this.#resolved = resolved;
    const { records, entities, entityOf } = resolved;
    this.#places = entities.map(() => new Map());
    records.forEach((record, r) =>
      record.entities.forEach(({ type, mentions }, e) => {
        for (const mark of mentions) {
          const form = plain(textOf(record).slice(mark.start, mark.end));
          this.#entityIn.set(`${record.id}\n${type}\n${form}`, entityOf[r]![e]!);
          const of = this.#places[entityOf[r]![e]!]!;
          const known = of.get(form);
          if (!known) of.set(form, [{ record, mark }]);
          else if (known.length < 2 && known[0]!.record !== record) known.push({ record, mark });
        }
      }),
    );
  }

  /** The entity of a form in a paper. */
  find(type: EntityType, form: string, paper: string): number | undefined {
    return this.#entityIn.get(`${paper}\n${type}\n${form}`);
  }

  said({ record, mark }: Place): string {
    return plain(sentenceOf(record, mark.sentence));
  }

  /**
   * Forms of one entity, in two papers, that differ in more than number, hyphens, blanks and capitals: some of each rule, the rest
   * from all forms alike.
   */
  *joins(seed: number, count: number): Generator<Pair> {
    const { entities } = this.#resolved;
    const random = seeded(seed);
    const byRule = new Map<string, Pair[]>();
    const all: Pair[] = [];
    entities.forEach(({ type, joins }, i) => {
      const rules = new Map(joins.map(({ form, rule }) => [form, rule]));
      const forms = [...this.#places[i]!.keys()].sort();
      for (const a of forms) {
        const others = forms.filter((b) => folded(a) !== folded(b) && this.#apart(i, a, b));
        if (!others.length) continue;
        const b = others[Math.floor(random() * others.length)]!;
        const [inA, inB] = this.#apart(i, a, b)!;
        const rule = [rules.get(a), rules.get(b)].find((each) => each && each !== 'same words') ?? 'same words';
        const pair: Pair = { kind: 'join', rule, type, a, b, inA, inB };
        all.push(pair);
        byRule.set(rule, [...(byRule.get(rule) ?? []), pair]);
      }
    });
    const seen = new Set<string>();
    const fresh = ({ type, a, b }: Pair): boolean => {
      const key = JSON.stringify([type, ...[a, b].sort()]);
      return !seen.has(key) && !!seen.add(key);
    };
    const lots = [...byRule].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, of]) => take(of, EACH_RULE * count, random, fresh));
    const some = lots.flat();
    yield* [...some, ...take(all, count - some.length, random, fresh)];
  }

  /** Two papers, one with each form. */
  #apart(entity: number, a: string, b: string): [Place, Place] | undefined {
    const [here, there] = [this.#places[entity]!.get(a)!, this.#places[entity]!.get(b)!];
    for (const inA of here) for (const inB of there) if (inA.record !== inB.record) return [inA, inB];
    return undefined;
  }

  /** Entities of one type with nearly the same letters, with the same words but for a head, or with a short form in common. */
  *nearMisses(seed: number, count: number): Generator<Pair> {
    const { entities } = this.#resolved;
    const random = seeded(seed);
    const alike = { letter: new Map<string, number[]>(), head: new Map<string, number[]>(), 'short form': new Map<string, number[]>() };
    const put = (kind: keyof typeof alike, key: string, i: number): void => {
      const at = alike[kind].get(key);
      if (!at) alike[kind].set(key, [i]);
      else if (at.at(-1) !== i) at.push(i);
    };
    entities.forEach(({ type, label, joins }, i) => {
      if (!this.#places[i]!.size) return;
      const words = wordsOfName(label);
      const key = words.join('');
      for (let at = 0; key.length >= 6 && at <= key.length; at++) {
        put('letter', `${type}:${key.slice(0, at)}_${key.slice(at)}`, i);
        if (at < key.length) put('letter', `${type}:${key.slice(0, at)}_${key.slice(at + 1)}`, i);
      }
      put('head', `${type}:${words.join(' ')}`, i);
      if (words.length > 1 && HEADS.has(words.at(-1)!)) put('head', `${type}:${words.slice(0, -1).join(' ')}`, i);
      for (const { form } of joins) if (isShortForm(form)) put('short form', `${type}:${form}`, i);
    });
    const kinds = (['letter', 'head', 'short form'] as const).map((kind) => {
      const pairs = new Map<string, Pair>();
      for (const list of alike[kind].values())
        for (const x of list)
          for (const y of list) {
            if (x >= y) continue;
            const [[a, inA], [b, inB]] = [this.#shown(x), this.#shown(y)];
            pairs.set(`${x} ${y}`, { kind, rule: '', type: entities[x]!.type, a, b, inA, inB });
          }
      return [...pairs.values()];
    });
    const seen = new Set<Pair>();
    for (const [k, pairs] of kinds.entries())
      yield* take(pairs, Math.floor((count + k) / kinds.length), random, (pair) => !seen.has(pair) && !!seen.add(pair));
  }

  /** The label of an entity, or a form of it, with a place. */
  #shown(entity: number): [string, Place] {
    const { label } = this.#resolved.entities[entity]!;
    const form = this.#places[entity]!.has(label) ? label : [...this.#places[entity]!.keys()][0]!;
    return [form, this.#places[entity]!.get(form)![0]!];
  }
}

/** So many of a list, drawn without repetition. */
function take<T>(from: readonly T[], count: number, random: () => number, wanted: (each: T) => boolean): T[] {
  const left = [...from];
  const taken: T[] = [];
  while (left.length && taken.length < count) {
    const at = Math.floor(random() * left.length);
    const [each] = left.splice(at, 1, left.at(-1)!);
    left.pop();
    if (wanted(each!)) taken.push(each!);
  }
  return taken;
}
