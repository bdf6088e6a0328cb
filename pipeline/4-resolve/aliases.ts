import { ENTITY_TYPES, textOf, type Entity, type EntityType, type Record } from '../../src/model.ts';
import type { AliasName, Aliases } from '../types.ts';
import type { Joins } from './joins.ts';
import { formKey } from './keys.ts';
import type { Forms, Names } from './names.ts';

export const NO_ALIASES: Aliases = { file: '', same: [], not: [], type: [], drop: [] };

/** Names that a `not` parts although their words are the same ("Prism", "PRISM"): these count as they are spelt. */
export function spelt({ not }: Aliases): Set<string> {
  const exact = new Set<string>();
  for (const list of not) {
    const first = new Map<string, string>();
    for (const { name } of list) {
      const known = first.get(formKey(name));
      if (known === undefined) first.set(formKey(name), name);
      else if (known !== name) exact.add(known).add(name);
    }
  }
  return exact;
}

/** Splits what a paper itself takes as one where `not` says that it is not. Records that need none of it stay the same objects. */
export function splitRecords(records: readonly Record[], { not }: Aliases, forms: Forms): Record[] {
  if (!not.length) return [...records];
  const sides = not.map((list) => {
    const byKey = new Map<string, { side: number; type: EntityType | undefined }[]>();
    list.forEach(({ name, type }, side) => {
      const key = forms.read(name).key;
      byKey.set(key, [...(byKey.get(key) ?? []), { side, type }]);
    });
    return byKey;
  });
  const splitOnce = (entities: readonly Entity[], record: Record): Entity[] =>
    sides.reduce<Entity[]>(
      (all, byKey) =>
        all.flatMap((entity) => {
          const sideOf = (form: string): number | undefined =>
            byKey.get(forms.read(form).key)?.find(({ type }) => type === undefined || type === entity.type)?.side;
          return split(entity, record, sideOf);
        }),
      [...entities],
    );
  return records.map((record) => {
    if (!record.entities.some(({ forms: all }) => all.length > 1)) return record;
    const entities = splitOnce(record.entities, record);
    return entities.length === record.entities.length ? record : { ...record, entities };
  });
}

/** An entity as one entity a side; forms of no side go with the name, or with the first side where the name has none. */
function split(entity: Entity, record: Record, sideOf: (form: string) => number | undefined): Entity[] {
  const found = [...new Set(entity.forms.map(sideOf).filter((side) => side !== undefined))];
  if (found.length < 2) return [entity];
  const home = sideOf(entity.name) ?? found[0]!;
  const side = (form: string): number => sideOf(form) ?? home;
  const text = textOf(record);
  return [home, ...found.filter((s) => s !== home)].map((s) => {
    const forms = entity.forms.filter((form) => side(form) === s);
    const mentions = entity.mentions.filter(({ start, end }) => side(text.slice(start, end)) === s);
    return { ...entity, name: s === home && side(entity.name) === s ? entity.name : forms[0]!, forms, mentions };
  });
}

/** An aliases file, applied to names. */
export class Yours {
  readonly messages: { line: number; problem: string }[] = [];
  readonly #aliases: Aliases;
  readonly #names: Names;
  readonly #joins: Joins;
  /** Types that have a name with this key, and names of which it is a defined form. */
  readonly #asForm = new Map<string, number[]>();

  constructor(aliases: Aliases, names: Names, joins: Joins) {
    [this.#aliases, this.#names, this.#joins] = [aliases, names, joins];
    const all = [...aliases.same.flat(), ...aliases.not.flat(), ...aliases.drop, ...aliases.type.map(({ name }) => name)];
    if (!all.length) return;
    const wanted = new Set(all.map(({ name }) => names.forms.read(name).key));
    names.all.forEach((name, n) => {
      for (const key of new Set([name.key, ...[...name.forms.keys()].map((form) => form.key)]))
        if (wanted.has(key)) this.#asForm.set(key, [...(this.#asForm.get(key) ?? []), n]);
    });
  }

  /** What bears a name: as its own where something does, else as a form that a paper defines. */
  #bearers({ name, type, line }: AliasName): number[] {
    const { key } = this.#names.forms.read(name);
    const found = (this.#asForm.get(key) ?? []).filter((n) => type === undefined || this.#names.all[n]!.type === type);
    const own = found.filter((n) => this.#names.all[n]!.key === key);
    if (!found.length) this.messages.push({ line, problem: `no paper names ${type === undefined ? '' : `the ${type} `}"${name}"` });
    return own.length ? own : found;
  }

  #line = (line: number): string => `${this.#aliases.file}, line ${line}`;

  /** `not` first, so that nothing gets past it, then `same`. */
  joinAndPart(): void {
    for (const list of this.#aliases.not) {
      const bearers = list.map((name) => this.#bearers(name));
      for (let i = 0; i < list.length; i++)
        for (let j = i + 1; j < list.length; j++)
          for (const a of bearers[i]!)
            for (const b of bearers[j]!) if (a !== b) this.#joins.part(a, b, 'your aliases', this.#line(list[i]!.line));
    }
    for (const list of this.#aliases.same) {
      const [first, ...others] = list.flatMap((name) => this.#bearers(name).map((n) => ({ n, line: name.line })));
      for (const { n, line } of others) this.#joins.join(n, first!.n, 'your aliases', this.#line(line));
    }
  }

  /** The label that a name was given by `same`. */
  labels(): Map<number, string> {
    const labels = new Map<number, string>();
    for (const [first, ...others] of this.#aliases.same) {
      if (!first) continue;
      for (const name of [first, ...others]) {
        const key = this.#names.forms.read(name.name).key;
        for (const n of this.#asForm.get(key) ?? []) {
          const root = this.#joins.root(n);
          if (this.#names.all[n]!.key === key && !labels.has(root)) labels.set(root, this.#written(first, n));
        }
      }
    }
    return labels;
  }

  /** A name as it was given; an id ("technique:latent-diffusion-model") is no label, so the papers' own wording is taken. */
  #written({ name, type }: AliasName, n: number): string {
    if (type === undefined || !name.includes('-') || /[\s\p{Lu}]/u.test(name)) return name;
    const { key } = this.#names.forms.read(name);
    const { all } = this.#names;
    const group = all.filter((each, i) => each.key === key && this.#joins.one(i, n));
    const known = group.flatMap((each) => [...each.forms].filter(([form]) => form.key === key));
    return known.sort((a, b) => b[1] - a[1] || (a[0].text < b[0].text ? -1 : 1))[0]?.[0].text ?? name;
  }

  /**
   * The type of each group that holds names of several types or was given one, by its root. Groups that come to have the same
   * words and type become one.
   */
  types(): Map<number, EntityType> {
    const given = new Map<number, { is: EntityType; line: number }>();
    for (const { name, is } of this.#aliases.type)
      for (const n of this.#bearers(name)) {
        const root = this.#joins.root(n);
        const known = given.get(root);
        if (known && known.is !== is)
          this.messages.push({ line: name.line, problem: `"${name.name}" is one with what line ${known.line} gives the type ${known.is}` });
        else given.set(root, { is, line: name.line });
      }
    const members = new Map<number, number[]>();
    const touched = new Set([...given.keys(), ...this.#aliases.same.flat().flatMap(({ name }) => (this.#asForm.get(this.#names.forms.read(name).key) ?? []).map((n) => this.#joins.root(n)))]); // prettier-ignore
    if (!touched.size) return new Map();
    this.#names.all.forEach((_, n) => {
      const root = this.#joins.root(n);
      if (touched.has(root)) members.set(root, [...(members.get(root) ?? []), n]);
    });
    const decided: { n: number; is: EntityType }[] = [];
    for (const [root, list] of members) decided.push({ n: root, is: given.get(root)?.is ?? this.#commonestType(list) });
    for (const [root, list] of members) {
      const { is } = decided.find(({ n }) => n === root)!;
      for (const n of list) {
        const twin = this.#names.find(is, this.#names.all[n]!.key);
        if (twin !== undefined && twin !== n) this.#joins.join(n, twin, 'same words');
      }
    }
    const types = new Map<number, EntityType>();
    for (const { n, is } of decided) if (!types.has(this.#joins.root(n)) || given.has(n)) types.set(this.#joins.root(n), is);
    return types;
  }

  #commonestType(list: readonly number[]): EntityType {
    const papers = new Map<EntityType, number>();
    for (const n of list) {
      const { type, papers: more } = this.#names.all[n]!;
      papers.set(type, (papers.get(type) ?? 0) + more);
    }
    return [...papers].sort((a, b) => b[1] - a[1] || ENTITY_TYPES.indexOf(a[0]) - ENTITY_TYPES.indexOf(b[0]))[0]![0];
  }

  /** Roots of the groups that are no entities. */
  dropped(): Set<number> {
    return new Set(this.#aliases.drop.flatMap((name) => this.#bearers(name)).map((n) => this.#joins.root(n)));
  }
}
