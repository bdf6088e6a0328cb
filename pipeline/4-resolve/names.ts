import type { EntityType } from '../../src/model.ts';
import { ByName } from './by-name.ts';
import { spelling, spellsOut } from './definition.ts';
import { isShortForm, runTogether, wordsOfName } from './keys.ts';
import { monthOf, type Seen } from './seen.ts';

/** All entities of one type whose fullest forms have the same words: the atom of resolution. */
export interface Name {
  type: EntityType;
  /** The words run together. */
  key: string;
  /** Papers that use each form, forms that they define as this name among them. */
  forms: Map<Form, number>;
  /** Papers that name it. */
  papers: number;
  /** Of them, those that propose it. */
  proposed: number;
  /** Month of the earliest of them, in months since the year 0; Infinity where none says. */
  since: number;
  /** What tells it from others with the same words: the id of the paper whose own thing it is, or its spelling. */
  of?: string;
}

/** A form, read once. */
export interface Form {
  /** Without the text's line breaks. */
  text: string;
  words: string[];
  /** The words run together; equal keys are one string. */
  key: string;
  short: boolean;
}

/** Reads each form once, however often it is met. */
export class Forms {
  readonly #read = new Map<string, Form>();
  readonly #keys = new Map<string, string>();
  readonly #spelt: ReadonlySet<string>;

  /** @param spelt forms that count as they are spelt */
  constructor(spelt: ReadonlySet<string> = new Set()) {
    this.#spelt = spelt;
  }

  read(form: string): Form {
    const known = this.#read.get(form);
    if (known) return known;
    if (/\s\s|[^\S ]/.test(form)) {
      const plain = this.read(form.replace(/\s+/g, ' '));
      this.#read.set(form, plain);
      return plain;
    }
    const words = wordsOfName(form);
    const plain = runTogether(words) || form;
    const key = this.#spelt.has(form) ? `${plain}=${form}` : plain;
    const first = this.#keys.get(key);
    if (first === undefined) this.#keys.set(key, key);
    const made = { text: form, words, key: first ?? key, short: isShortForm(form) };
    this.#read.set(form, made);
    return made;
  }
}

/** What the papers define a short form as: for each name, how many papers say so, and how many of them propose the thing. */
export type Meanings = Map<number, Meaning>;
export interface Meaning {
  papers: number;
  proposed: number;
  /** Month of the earliest. */
  since: number;
}

export interface Names {
  /** By type and key, so that their order never depends on that of the records. */
  all: Name[];
  /** of[r][e]: the name of the e-th entity of the r-th record. */
  of: Uint32Array[];
  forms: Forms;
  find(type: EntityType, key: string): number | undefined;
  /** Short forms that papers define beyond doubt, by type and spelling. */
  defined: ByName<Meanings>;
}

/**
 * Collects the names of all records.
 * @param ownOf what tells an entity from others with the same words, where something does
 */
export function namesOf(seen: readonly (readonly Seen[])[], forms: Forms, ownOf: (seen: Seen) => string | undefined): Names {
  const plain = new ByName<Met>();
  const owned = new ByName<Map<string, Met>>();
  const defined = new ByName<Map<Met, Meaning>>();
  const met: Met[] = [];
  const of = seen.map((entities) =>
    Uint32Array.from(entities, (one) => {
      const { type } = one.entity;
      const { key } = one.name;
      const own = ownOf(one);
      const make = (): Met => {
        const name: Met = {
          type,
          key,
          forms: new Map(),
          papers: 0,
          proposed: 0,
          since: Infinity,
          ...(own !== undefined && { of: own }),
          found: met.length,
        };
        met.push(name);
        return name;
      };
      let name: Met | undefined;
      if (own === undefined) name = plain.at(type, key, make);
      else {
        const others = owned.at(type, key, () => new Map());
        name = others.get(own);
        if (!name) others.set(own, (name = make()));
      }
      count(name, one);
      return name.found;
    }),
  );

  function count(name: Met, { record, entity: { type, role }, name: full, forms: all }: Seen): void {
    name.papers++;
    const month = monthOf(record);
    if (month < name.since) name.since = month;
    for (const form of all) name.forms.set(form, (name.forms.get(form) ?? 0) + 1);
    if (role === 'proposed') name.proposed++;
    if (all.length === 1) return;
    const shorts = new Set<string>();
    for (const { text, key, short } of all)
      if (short && key !== name.key && text.length < full.text.length && (text.length > 3 || spellsOut(text, full.text)))
        shorts.add(spelling(text));
    for (const short of shorts) {
      const meanings = defined.at(type, short, () => new Map());
      let meaning = meanings.get(name);
      if (!meaning) meanings.set(name, (meaning = { papers: 0, proposed: 0, since: Infinity }));
      meaning.papers++;
      if (month < meaning.since) meaning.since = month;
      // only techniques say in which role they stand; of the others, each paper may have coined its own
      if (type !== 'technique' || role === 'proposed') meaning.proposed++;
    }
  }

  const all = [...met].sort(byName);
  const place = new Uint32Array(met.length);
  all.forEach(({ found }, at) => (place[found] = at));
  for (const list of of) list.forEach((found, e) => (list[e] = place[found]!));
  const meanings = new ByName<Meanings>();
  for (const [type, short, of] of defined)
    meanings.set(type, short, new Map([...of].map(([{ found }, meaning]) => [place[found]!, meaning])));
  const find = (type: EntityType, key: string): number | undefined => {
    const found = plain.get(type, key)?.found;
    return found === undefined ? undefined : place[found];
  };
  return { all, of, forms, find, defined: meanings };
}

/** A name with its place among those met. */
interface Met extends Name {
  found: number;
}

function byName(a: Name, b: Name): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return (a.of ?? '') < (b.of ?? '') ? -1 : 1;
}

/** What papers define the short form as that a name mostly is; undefined where it is none, or none define it. */
export function meaningsOf(name: Name, { defined }: Names): Meanings | undefined {
  const { short, text } = commonest(name);
  return short ? defined.get(name.type, spelling(text)) : undefined;
}

/** The commonest form with the name's own words; ties go to the smaller one. */
export function commonest({ forms, key }: Name): Form {
  let best: Form | undefined;
  let most = 0;
  for (const [form, papers] of forms)
    if (form.key === key && (papers > most || (papers === most && form.text < best!.text))) {
      best = form;
      most = papers;
    }
  return best ?? [...forms.keys()][0]!;
}
