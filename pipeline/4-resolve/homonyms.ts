import type { Entity, Record } from '../../src/model.ts';
import type { Lists } from './lists.ts';
import { clean, type Forms } from './names.ts';

/** So many papers that define a name alike make it common property: a title that begins with it presents no other thing. */
const COMMON = 3;
const AGREEMENT = 0.8;

/** Titles are looked at this far for the name before the colon. */
const LONGEST_HEAD = 60;

/** "PRISM" of "PRISM: Spectral-Aware Sparse Attention", or ''. */
const headOf = (title: string): string => clean(title.slice(0, title.slice(0, LONGEST_HEAD).indexOf(':') + 1).slice(0, -1)).trim();

interface Presented {
  /** Papers that present a thing of their own under the name. */
  by: Set<string>;
  /** How many papers define the name, by what they define it as. */
  as: Map<string, number>;
}

/** A word that somebody coined: capitals inside ("BaseReward", "PLANING"). */
const isCoined = (form: string): boolean => /\p{L}\p{Lu}/u.test(form) && !/[\s\d]/.test(form);

/**
 * Names that are not one although their words are. Several papers present a thing of their own under one name: the title begins
 * with the name and a colon, or the paper defines and proposes it. Or a single paper coins a word ("BaseReward") that to others is
 * a phrase of the language ("base reward"). Such things stay apart, paper by paper.
 */
export class Homonyms {
  readonly #presented = new Map<string, Presented>();
  /** Papers of a coined word, by type and key. */
  readonly #coined = new Map<string, { by: string; papers: number; phrase: boolean }>();
  readonly #forms: Forms;

  constructor(records: readonly Record[], forms: Forms, lists: Lists) {
    this.#forms = forms;
    const heads = records.map((record) => {
      const head = headOf(record.title);
      return head ? forms.read(head).key : '';
    });
    const wanted = new Set(heads);
    records.forEach((record, r) => {
      for (const entity of record.entities) this.#present(record.id, entity, heads[r]!, wanted, lists);
    });
    for (const [at, { by, as }] of this.#presented) if (by.size < 2 || common(as)) this.#presented.delete(at);
    for (const { entities } of records) for (const entity of entities) this.#usePhrase(entity);
  }

  #present(paper: string, entity: Entity, head: string, wanted: ReadonlySet<string>, lists: Lists): void {
    const own = this.#forms.read(clean(entity.name)).key;
    const proposes = entity.type === 'technique' ? entity.role === 'proposed' : own === head;
    if (proposes && isCoined(entity.name)) {
      const known = this.#coined.get(`${entity.type}:${own}`);
      if (known) known.papers++;
      else this.#coined.set(`${entity.type}:${own}`, { by: paper, papers: 1, phrase: false });
    }
    const keys = entity.forms.length > 1 ? new Set(entity.forms.map((form) => this.#forms.read(clean(form)).key)) : [own];
    for (const key of keys) {
      if (!wanted.has(key) || lists.rowOf(entity.type, key)) continue;
      const at = `${entity.type}:${key}`;
      let entry = this.#presented.get(at);
      if (!entry) this.#presented.set(at, (entry = { by: new Set(), as: new Map() }));
      if (key !== own) entry.as.set(own, (entry.as.get(own) ?? 0) + 1);
      if ((entity.type === 'technique' ? proposes : key === head) && (key === head || key !== own)) entry.by.add(paper);
    }
  }

  /** Other papers write a coined word as a phrase, or as coined: then it is no longer one paper's own. */
  #usePhrase({ type, name, role }: Entity): void {
    if (!this.#coined.size) return;
    const known = this.#coined.get(`${type}:${this.#forms.read(clean(name)).key}`);
    if (!known) return;
    if (name === name.toLowerCase()) known.phrase = true;
    else if (isCoined(name) && type === 'technique' && role !== 'proposed') known.papers++;
  }

  /** The paper's id, for an entity that shares its whole name with another paper's own. */
  readonly paperOf = (record: Record, { type, name }: Entity): string | undefined => {
    const at = `${type}:${this.#forms.read(clean(name)).key}`;
    if (this.#presented.get(at)?.by.has(record.id)) return record.id;
    const coined = this.#coined.get(at);
    return coined?.phrase && coined.papers === 1 && coined.by === record.id && isCoined(name) ? record.id : undefined;
  };

  /** How many papers present a thing of their own under a name; 0 where at most one does. */
  count(id: string): number {
    return this.#presented.get(id)?.by.size ?? 0;
  }
}

function common(as: ReadonlyMap<string, number>): boolean {
  let [most, all] = [0, 0];
  for (const papers of as.values()) {
    most = Math.max(most, papers);
    all += papers;
  }
  return most >= COMMON && most >= AGREEMENT * all;
}
