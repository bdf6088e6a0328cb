import { textOf, type EntityType } from '../../../src/model.ts';
import { ByName } from '../by-name.ts';
import { spellsOut } from '../definition.ts';
import type { Forms } from '../names.ts';
import type { Rule } from '../rule.ts';
import type { Seen } from '../seen.ts';

/** Begins what tells such a name from others with the same words. */
const MARK = '(';

interface Short {
  /** Words of what papers define it as. */
  defined: Set<string>;
  /** Words of what papers say right beside it, where that was not taken for a name, by paper. */
  said: Map<string, string>;
}

/**
 * What a paper says that a short form stands for, right beside it, where that was not taken for a name: "CoF (Coarse to Fine)", "the
 * Multi-Level Existence Bench (MLE-Bench)". Where others mean something else by it, it is the paper's own.
 */
export class Stated {
  readonly #shorts = new ByName<Short>();
  readonly #forms: Forms;

  constructor(forms: Forms) {
    this.#forms = forms;
  }

  see(seen: Seen, listed: boolean): void {
    const { record, entity, name, forms } = seen;
    if (forms.length > 1)
      for (const { key, short } of forms) if (short && key !== name.key) this.#at(entity.type, key).defined.add(name.key);
    if (!name.short || listed || forms.some(({ key }) => key !== name.key)) return;
    const said = saidBeside(seen);
    if (said !== undefined) this.#at(entity.type, name.key).said.set(record.id, this.#forms.read(said).key);
  }

  #at = (type: EntityType, key: string): Short => this.#shorts.at(type, key, () => ({ defined: new Set(), said: new Map() }));

  settle(): void {
    for (const [type, key, { defined, said }] of this.#shorts)
      if (new Set([...defined, ...said.values()]).size < 2) this.#shorts.delete(type, key);
  }

  ownOf({ record, entity: { type }, name: { key } }: Seen): string | undefined {
    const said = this.#shorts.get(type, key)?.said.get(record.id);
    return said === undefined ? undefined : MARK + said;
  }

  *keys(): Generator<string> {
    for (const [, key, { said }] of this.#shorts) if (said.size) yield key;
  }
}

function saidBeside({ record, entity: { mentions }, name: { text: short } }: Seen): string | undefined {
  let text: string | undefined;
  for (const { start, end } of mentions) {
    text ??= textOf(record);
    const long =
      text[start - 1] === '(' ? before(text.slice(Math.max(0, start - 200), start - 1), short) : after(text.slice(end, end + 120));
    if (long && long.length > short.length && spellsOut(short, long)) return long;
  }
  return undefined;
}

const after = (text: string): string | undefined => /^\s?\(([^(),;:]{4,100})\)/.exec(text)?.[1];

/** The shortest run of words at the end that spells the short form out. */
function before(text: string, short: string): string | undefined {
  const words = [...text.trimEnd().matchAll(/[^\s\-(),;:]{1,60}/g)].slice(-short.length - 3);
  for (let i = words.length - 2; i >= 0; i--) {
    const long = text.slice(words[i]!.index).trimEnd();
    if (/[(),;:.]/.test(long)) return undefined;
    if (spellsOut(short, long)) return long;
  }
  return undefined;
}

/** Joins a short form with the name that its own paper says it stands for, where others name that. */
export const stated: Rule = ({ names, joins }) => {
  names.all.forEach(({ type, of }, n) => {
    const long = of?.startsWith(MARK) ? names.find(type, of.slice(1)) : undefined;
    if (long !== undefined) joins.join(n, long, 'defined in the paper');
  });
};
