import type { Doc } from '../../src/model.ts';
import { wordsOf } from '../../src/words.ts';
import { Attribute } from './attribute.ts';
import { looksLikeName } from './shapes.ts';

/** What is known beyond the document that a name stands in. */
export interface Background {
  /** Is this normal form a word too general to be a name alone? */
  general(form: string): boolean;
  /** Grows with the logarithm of a word's count in abstracts; 0 for a word never seen. */
  commonness(word: string): number;
  /** Is a name of this normal form in the lists? */
  listed(form: string): boolean;
}

/** What a token adds to a name that it is part of. */
interface Part {
  /** Its words, as normal forms have them: hyphens part them. */
  words: readonly string[];
  /** How common each of them is. */
  common: readonly number[];
  /** How many of its letters are capitals. */
  capitals: number;
  capital: boolean;
  digits: boolean;
  hyphen: boolean;
  looksLikeName: boolean;
}

/** Last words that only say what kind of thing a name stands for: "CIFAR-10 dataset", "reasoning tasks". */
const KINDS = new Set(['task', 'problem', 'dataset', 'benchmark']);

/** What a name is by itself, wherever it stands. */
export interface Name {
  /** What it shares with other names of the same thing, '' for what has no letters: its words run together, less a last one of KINDS. */
  form: string;
  /** All of its words run together. */
  whole: string;
  /** How many words, characters, and capitals among them. */
  words: number;
  length: number;
  capitals: number;
  /** Does it begin with one? */
  capital: boolean;
  digits: boolean;
  hyphen: boolean;
  /** Does its first token look like a name; does any? */
  firstLooksLikeName: boolean;
  looksLikeName: boolean;
  /** How common its words are: the most and the least common, the last and the first. */
  most: number;
  least: number;
  last: number;
  first: number;
}

/** Tells what names are by themselves, from what is noted on the words of their tokens. */
export class Names {
  private readonly background: Background;
  private readonly part = new Attribute(({ text }) => this.partOf(text));

  constructor(background: Background) {
    this.background = background;
  }

  /** Is it too general to be a name alone? */
  general(name: Name): boolean {
    return this.background.general(name.form);
  }

  /** Is it in the lists? */
  listed(name: Name): boolean {
    return this.background.listed(name.whole);
  }

  /** The name that stands at a span of the text. */
  at({ text, tokens }: Doc, start: number, end: number): Name {
    let [form, whole, words, capitals] = ['', '', 0, 0];
    let [capital, digits, hyphen, first, any] = [false, false, false, false, false];
    let [most, least, common, firstCommon] = [0, 20, 0, 0];
    const { length, starts, ends } = tokens;
    const from = tokenAt(ends, start);
    for (let i = from; i < length && starts[i]! < end; i++) {
      // a span may cut a token: "GPU" of "GPUs"
      const cut = starts[i]! < start || ends[i]! > end;
      const part = cut ? this.partOf(text.slice(Math.max(start, starts[i]!), Math.min(end, ends[i]!))) : this.part.at(tokens, i);
      if (i === from) {
        first = part.looksLikeName;
        capital = part.capital;
      }
      any ||= part.looksLikeName;
      digits ||= part.digits;
      hyphen ||= part.hyphen;
      capitals += part.capitals;
      for (let w = 0; w < part.words.length; w++) {
        form = whole;
        whole += part.words[w]!;
        common = part.common[w]!;
        if (words === 0) firstCommon = common;
        if (common > most) most = common;
        if (common < least) least = common;
        words++;
        if (words === 1 || !KINDS.has(part.words[w]!)) form = whole;
      }
    }
    return {
      form,
      whole,
      words,
      length: end - start,
      capitals,
      capital,
      digits,
      hyphen,
      firstLooksLikeName: first,
      looksLikeName: any,
      most,
      least,
      last: common,
      first: firstCommon,
    };
  }

  private partOf(text: string): Part {
    const words = wordsOf(text);
    return {
      words,
      common: words.map((word) => this.background.commonness(word)),
      capitals: capitalsIn(text),
      capital: /^\p{Lu}/u.test(text),
      digits: /\d/.test(text),
      hyphen: text.includes('-'),
      looksLikeName: looksLikeName(text),
    };
  }
}

/** Index of the token that a place stands in, or of the first after it. */
function tokenAt(ends: Int32Array, at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (ends[mid]! <= at) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** How many letters are capitals; character by character where all are of ASCII, which is quicker. */
function capitalsIn(text: string): number {
  let capitals = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 127) return text.match(/\p{Lu}/gu)?.length ?? 0;
    if (c >= 65 && c <= 90) capitals++;
  }
  return capitals;
}
