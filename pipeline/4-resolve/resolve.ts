import type { Entity, EntityType, Record } from '../../src/model.ts';
import { slug } from '../../src/slug.ts';
import { singular, wordsOf } from '../../src/words.ts';
import type { NameList, Resolved, ResolvedEntity } from '../types.ts';
import { agreedMeaning, definitionsIn } from './definitions.ts';
import { families } from './families.ts';
import { keyOf, withoutHead, type Key } from './keys.ts';

interface Group {
  type: EntityType;
  /** Papers that use a form. */
  forms: Map<string, number>;
  rules: Map<string, string>;
  canonical?: string;
}

/**
 * One entity for everything that the records name alike. Rules, in order: the paper's own definition of a short form, a
 * listed alias, a definition that the other papers agree on, a head that only says the type; and, for all, number, case
 * and hyphens aside. Types never mix.
 */
export function resolve(records: readonly Record[], lists: readonly NameList[]): Resolved {
  const aliases = new Map<Key, string>();
  for (const { type, names } of lists)
    for (const [canonical, ...forms] of names)
      for (const form of [canonical!, ...forms]) if (!aliases.has(keyOf(type, form))) aliases.set(keyOf(type, form), canonical!);
  const definitions = definitionsIn(records);
  const named = new Set(records.flatMap((r) => r.entities.map((e) => keyOf(e.type, e.name))));

  const identify = ({ type, name, forms }: Entity): { key: Key; rule: string; canonical?: string } => {
    const own = keyOf(type, name);
    const listed = aliases.get(own);
    if (listed !== undefined) return { key: keyOf(type, listed), rule: 'listed alias', canonical: listed };
    const short = forms.length === 1 || forms.every((f) => keyOf(type, f) === own);
    const meaning = short ? agreedMeaning(definitions, own) : null;
    if (meaning !== null && meaning !== own) {
      const canonical = aliases.get(meaning);
      return canonical === undefined
        ? { key: meaning, rule: 'defined alike in other papers' }
        : { key: keyOf(type, canonical), rule: 'defined alike in other papers', canonical };
    }
    const bare = withoutHead(type, name);
    if (bare !== null) {
      const key = keyOf(type, bare);
      const canonical = aliases.get(key);
      if (canonical !== undefined) return { key: keyOf(type, canonical), rule: 'head that only says the type', canonical };
      if (named.has(key)) return { key, rule: 'head that only says the type' };
    }
    return { key: own, rule: 'same words' };
  };

  const groups = new Map<Key, Group>();
  const keys = records.map(({ entities }) =>
    entities.map((entity) => {
      const { key, rule, canonical } = identify(entity);
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { type: entity.type, forms: new Map(), rules: new Map() }));
      if (canonical !== undefined) group.canonical = canonical;
      const own = keyOf(entity.type, entity.name);
      // a hard line break inside a form is the text's, not the name's
      for (const form of new Set(entity.forms.map((f) => f.replace(/\s+/g, ' ')))) {
        group.forms.set(form, (group.forms.get(form) ?? 0) + 1);
        const why = keyOf(entity.type, form) === key ? 'same words' : keyOf(entity.type, form) === own ? rule : 'defined in the paper';
        if (!group.rules.has(form) || why < group.rules.get(form)!) group.rules.set(form, why);
      }
      return key;
    }),
  );

  const sorted = [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const taken = new Set<string>();
  const entities: ResolvedEntity[] = sorted.map(([key, group]) => describe(key, group, taken));
  const indexOf = new Map(sorted.map(([key], i) => [key, i]));
  return {
    records: [...records],
    entities,
    entityOf: keys.map((list) => Uint32Array.from(list, (key) => indexOf.get(key)!)),
    variants: families(entities),
  };
}

/** Label, aliases and id of a group: the listed name, else the commonest of its full forms. */
function describe(key: Key, { type, forms, rules, canonical }: Group, taken: Set<string>): ResolvedEntity {
  const ranked = [...forms].sort(
    (a, b) =>
      plural(a[0]) - plural(b[0]) || b[1] - a[1] || capitals(a[0]) - capitals(b[0]) || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1),
  );
  const full = ranked.filter(([form]) => keyOf(type, form) === key);
  const label = canonical ?? (full[0] ?? ranked[0]!)[0];
  const base = `${type}:${slug(wordsOf(label).join('-') || label)}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  const joins = ranked.map(([form, papers]) => ({ form, rule: rules.get(form)!, papers }));
  return { id, type, label, aliases: ranked.map(([form]) => form).filter((form) => form !== label), joins };
}

const plural = (form: string): number => (/\p{Ll}s$/u.test(form) && singular(form) !== form ? 1 : 0);
const capitals = (form: string): number => form.match(/\p{Lu}/gu)?.length ?? 0;
