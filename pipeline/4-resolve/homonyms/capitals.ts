import type { Record } from '../../../src/model.ts';
import { ByName } from '../by-name.ts';
import { spellsOut } from '../definition.ts';
import type { Seen } from '../seen.ts';

const LONGEST = 10;

interface Spelling {
  papers: number;
  /** Papers that propose it. */
  by: Set<Record>;
  /** What papers define it as, by how many say so. */
  as: Map<string, number>;
}

/**
 * Short forms that differ in capitals alone ("SfM", "SFM"). They are one, as "LoRA" and "LORA" are, but for those that papers define
 * as another thing than the commonest spelling, and those that are proposed where the other is proposed or defined.
 */
export class Capitals {
  readonly #words = new ByName<Map<string, Spelling>>();
  readonly #own = new ByName<Set<string>>();

  see({ record, entity: { type }, name: { key: own, text }, forms }: Seen, proposes: boolean): void {
    for (const { text: form, key, short } of forms) {
      if (!short || form.length > LONGEST) continue;
      const spellings = this.#words.at(type, key, () => new Map());
      let spelling = spellings.get(form);
      if (!spelling) spellings.set(form, (spelling = { papers: 0, by: new Set(), as: new Map() }));
      spelling.papers++;
      if (key === own && proposes) spelling.by.add(record);
      if (key !== own && spellsOut(form, text)) spelling.as.set(own, (spelling.as.get(own) ?? 0) + 1);
    }
  }

  settle(): void {
    for (const [type, key, spellings] of this.#words) {
      if (spellings.size < 2) continue;
      const [first, ...others] = [...spellings].sort((a, b) => b[1].papers - a[1].papers || (a[0] < b[0] ? -1 : 1));
      const [form, most] = first!;
      const apart = others.filter(
        ([other, { as, by }]) =>
          other.toLowerCase() === form.toLowerCase() &&
          other.slice(1) !== form.slice(1) &&
          (differ(as, most.as) || rivals(by, most.by) || (by.size > 0 && most.as.size > 0) || (most.by.size > 0 && as.size > 0)),
      );
      if (apart.length) this.#own.set(type, key, new Set(apart.map(([other]) => other)));
    }
  }

  *keys(): Generator<string> {
    for (const [, key] of this.#own) yield key;
  }

  ownOf({ entity: { type }, name: { key, text: form } }: Seen): string | undefined {
    return this.#own.get(type, key)?.has(form) ? `=${form}` : undefined;
  }
}

/** Either is proposed, and never by one paper. */
const rivals = (a: ReadonlySet<Record>, b: ReadonlySet<Record>): boolean => a.size > 0 && b.size > 0 && ![...a].some((each) => b.has(each));

/** Both are defined, and never alike. */
const differ = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size > 0 && b.size > 0 && ![...a.keys()].some((key) => b.has(key));
