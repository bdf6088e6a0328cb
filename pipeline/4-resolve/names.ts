import type { Entity, EntityType, Record } from '../../src/model.ts';
import { spelling, spellsOut } from './definition.ts';
import { isShortForm, runTogether, wordsOfName } from './keys.ts';

/** All entities of one type whose fullest forms have the same words: the atom of resolution. */
export interface Name {
  type: EntityType;
  /** The words run together. */
  key: string;
  /** Papers that use each form, forms that they define as this name among them. */
  forms: Map<string, number>;
  /** Papers that name it. */
  papers: number;
  /** Id of the paper, where several papers present a thing of their own under this name. */
  of?: string;
}

/** A form, read once. */
export interface Form {
  words: string[];
  key: string;
  short: boolean;
}

/** Reads each form once, however often it is met. */
export class Forms {
  readonly #read = new Map<string, Form>();
  readonly #spelt: ReadonlySet<string>;

  /** @param spelt forms that count as they are spelt */
  constructor(spelt: ReadonlySet<string> = new Set()) {
    this.#spelt = spelt;
  }

  read(form: string): Form {
    let known = this.#read.get(form);
    if (known) return known;
    const words = wordsOfName(form);
    const key = runTogether(words) || form;
    known = { words, key: this.#spelt.has(form) ? `${key}=${form}` : key, short: isShortForm(form) };
    this.#read.set(form, known);
    return known;
  }
}

/** A hard line break inside a form is the text's, not the name's. */
export const clean = (form: string): string => (/\s\s|[^\S ]/.test(form) ? form.replace(/\s+/g, ' ') : form);

/** What the papers define a short form as: for each name, how many papers say so, and how many of them propose the thing. */
export type Meanings = Map<number, { papers: number; proposed: number }>;

export interface Names {
  /** By type and key, so that their order never depends on that of the records. */
  all: Name[];
  /** of[r][e]: the name of the e-th entity of the r-th record. */
  of: Uint32Array[];
  forms: Forms;
  find(type: EntityType, key: string): number | undefined;
  /** Short forms that papers define beyond doubt, by type and spelling. */
  defined: Map<string, Meanings>;
}

/** Collects the names of all records. @param homonym the paper's id for an entity that shares its name with another paper's own */
export function namesOf(records: readonly Record[], forms: Forms, homonym: (record: Record, entity: Entity) => string | undefined): Names {
  const table = new Map<string, { name: Name; found: number }>();
  const defined = new Map<string, Map<string, { papers: number; proposed: number }>>();
  const met: Name[] = [];
  const of = records.map((record) =>
    Uint32Array.from(record.entities, (entity) => {
      const { key } = forms.read(clean(entity.name));
      const own = homonym(record, entity);
      const id = own === undefined ? `${entity.type}:${key}` : `${entity.type}:${key}\n${own}`;
      let entry = table.get(id);
      if (!entry) {
        const name: Name = { type: entity.type, key, forms: new Map(), papers: 0, ...(own !== undefined && { of: own }) };
        table.set(id, (entry = { name, found: met.push(name) - 1 }));
      }
      count(entry.name, entity, id);
      return entry.found;
    }),
  );

  function count(name: Name, entity: Entity, id: string): void {
    name.papers++;
    const seen = new Set<string>();
    const shorts = new Set<string>();
    for (const raw of entity.forms) {
      const form = clean(raw);
      if (seen.has(form)) continue;
      seen.add(form);
      name.forms.set(form, (name.forms.get(form) ?? 0) + 1);
      const { key, short } = forms.read(form);
      if (short && key !== name.key && form.length < entity.name.length && spellsOut(form, entity.name)) shorts.add(spelling(form));
    }
    for (const short of shorts) {
      const at = `${entity.type}:${short}`;
      let meanings = defined.get(at);
      if (!meanings) defined.set(at, (meanings = new Map()));
      let meaning = meanings.get(id);
      if (!meaning) meanings.set(id, (meaning = { papers: 0, proposed: 0 }));
      meaning.papers++;
      // only techniques say in which role they stand; of the others, each paper may have coined its own
      if (entity.type !== 'technique' || entity.role === 'proposed') meaning.proposed++;
    }
  }

  const order = [...table].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const place = new Uint32Array(met.length);
  const index = new Map<string, number>();
  order.forEach(([id, { found }], at) => {
    place[found] = at;
    index.set(id, at);
  });
  for (const list of of) list.forEach((found, e) => (list[e] = place[found]!));
  return {
    all: order.map(([, { name }]) => name),
    of,
    forms,
    find: (type, key) => index.get(`${type}:${key}`),
    defined: new Map(
      [...defined].map(([short, meanings]) => [short, new Map([...meanings].map(([id, meaning]) => [index.get(id)!, meaning]))]),
    ),
  };
}

/** What papers define the short form as that a name mostly is; undefined where it is none, or none define it. */
export function meaningsOf(name: Name, { forms, defined }: Names): Meanings | undefined {
  const form = commonest(name, forms);
  return forms.read(form).short ? defined.get(`${name.type}:${spelling(form)}`) : undefined;
}

/** The commonest form with the name's own words; ties go to the smaller one. */
export function commonest({ forms, key }: Name, read: Forms): string {
  let best = '';
  let most = 0;
  for (const [form, papers] of forms)
    if (read.read(form).key === key && (papers > most || (papers === most && form < best))) {
      best = form;
      most = papers;
    }
  return best;
}
