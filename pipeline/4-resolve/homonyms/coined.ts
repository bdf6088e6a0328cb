import type { Record } from '../../../src/model.ts';
import { ByName } from '../by-name.ts';
import { monthOf, type Seen } from '../seen.ts';
import type { Titles } from './titles.ts';

/** A word that somebody coined: capitals inside ("BaseReward", "PLANING", "SWE-Pruner"), and no version at its end. */
const isCoined = (form: string): boolean => /^\S*\p{L}\p{Lu}\S*(?<!\d)$/u.test(form) && (form.match(/\p{L}/gu)?.length ?? 0) >= 3;
/** Words of the language ("base reward", "SE agents", "Spear" in a title). */
const isPhrase = (form: string): boolean => form === form.toLowerCase() || /\s\p{Ll}|^\p{Lu}\p{Ll}+$/u.test(form);
/** Words of the language beyond doubt, where a coined word is met beside them: "app agents" for "AppAgent", "planning" for "PLANNING". */
const isPlain = (form: string, capitals: boolean): boolean =>
  form === form.toLowerCase() && (form.includes(' ') || (capitals && form.length > 5));

/** A coined word is only carelessly written as a phrase where it is met so many times as often ("FlashAttention", "flash attention"). */
const CARELESS = 5;
const OWN = '=coined';
const PHRASE = '=phrase';

interface Word {
  /** Papers that coin and propose it. */
  by: Set<Record>;
  /** Of those, papers whose title begins with it. */
  heads: Set<Record>;
  spellings: Set<string>;
  /** Others use it as a word of the language. */
  phrase: boolean;
  /** Others use it as coined. */
  known: boolean;
  /** Of the papers that use it so. */
  coined: number;
  /** Written in capitals throughout. */
  capitals: boolean;
  plain: number;
  /** In the lists as coined, so that the phrase is told from it, not it from the phrase. */
  listed: boolean;
  own?: Map<string, string> | undefined;
}

/**
 * Words that a paper coins and proposes, and that all others who use them propose too ("CoDA", "CODA"), or write as words of the
 * language ("BaseReward", "base reward"): each paper has its own. A known word ("AppAgent") is kept from the phrase ("app agents").
 */
export class Coined {
  readonly #words = new ByName<Word>();
  readonly #titles: Titles;

  constructor(titles: Titles) {
    this.#titles = titles;
  }

  /** First: who coins a word. */
  see({ record, entity: { type }, name: { key, text } }: Seen, proposes: boolean, heads: boolean, listed: string | undefined): void {
    // "StableDiffusion" is another spelling of what the lists have as "Stable Diffusion"
    if (!isCoined(text) || (listed !== undefined && !isCoined(listed) && listed !== listed.toLowerCase())) return;
    const word = this.#words.at(type, key, () => ({
      by: new Set(),
      heads: new Set(),
      spellings: new Set(),
      phrase: false,
      known: listed !== undefined,
      listed: listed !== undefined && isCoined(listed),
      coined: 0,
      capitals: true,
      plain: 0,
    }));
    word.capitals &&= /^\p{Lu}+$/u.test(text);
    word.spellings.add(text);
    if (!proposes) return;
    word.by.add(record);
    if (heads) word.heads.add(record);
  }

  /** Then: who else uses it, and how. */
  use({ record, entity: { type }, name: { key, text } }: Seen): void {
    const word = this.#words.get(type, key);
    if (!word) return;
    if (isCoined(text)) {
      word.coined++;
      word.known ||= !word.by.has(record);
      return;
    }
    if (isPhrase(text)) word.phrase = true;
    else word.known = true;
    if (isPlain(text, word.capitals)) word.plain++;
  }

  settle(): void {
    for (const [type, key, word] of this.#words) {
      const { by, phrase, known, coined, plain } = word;
      const [first] = by;
      if (!known && by.size > 1 && !this.#isNews(word)) word.own = this.#titles.groups([...by]);
      else if (!known && first && phrase) word.own = new Map([[first.id, first.id]]);
      if (!word.own && plain && coined < CARELESS * plain) word.own = new Map();
      if (!word.own) this.#words.delete(type, key);
    }
  }

  /** One title presents it, and others write it alike, and later: they speak of that one, whatever their role. */
  #isNews({ by, heads, spellings }: Word): boolean {
    const first = [...by].find((record) => heads.has(record));
    return heads.size === 1 && spellings.size === 1 && [...by].every((record) => !(monthOf(record) < monthOf(first!)));
  }

  ownOf({ record, entity: { type }, name: { key, text } }: Seen): string | undefined {
    const word = this.#words.get(type, key);
    if (word?.listed) return isCoined(text) || !isPlain(text, word.capitals) ? undefined : PHRASE;
    return word && isCoined(text) ? (word.own!.get(record.id) ?? OWN) : undefined;
  }

  *keys(): Generator<string> {
    for (const [, key] of this.#words) yield key;
  }
}
