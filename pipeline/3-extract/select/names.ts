import { wordsOf } from '../../../src/words.ts';
import { formOf } from '../forms.ts';
import { looksLikeName } from '../shapes.ts';

/** What is known beyond the document. */
export interface Background {
  /** Is this normal form a word too general to be a name alone? */
  general(form: string): boolean;
  /** Grows with the logarithm of a word's count in abstracts; 0 for a word never seen. */
  commonness(word: string): number;
}

/** What a name is by itself. */
export interface Name {
  /** What it shares with other names of the same thing. */
  form: string;
  words: number;
  length: number;
  looksLikeName: boolean;
  /** Share of capitals. */
  capitals: number;
  digits: boolean;
  hyphen: boolean;
  general: boolean;
  /** How common its words are: the most and the least common, the last and the first. */
  most: number;
  least: number;
  last: number;
  first: number;
}

/** So many names are remembered. */
const MOST = 20_000;

/** Names met so far: names recur from paper to paper. */
export class Names {
  private known = new Map<string, Name>();
  private readonly background: Background;

  constructor(background: Background) {
    this.background = background;
  }

  of(text: string): Name {
    let name = this.known.get(text);
    if (name) return name;
    if (this.known.size >= MOST) this.known = new Map();
    name = this.describe(text);
    this.known.set(text, name);
    return name;
  }

  private describe(text: string): Name {
    const words = wordsOf(text);
    const common = words.map((word) => this.background.commonness(word));
    const form = formOf(words);
    const blank = text.search(/\s/);
    let capitals = 0;
    for (const c of text) if (c !== c.toLowerCase() && /\p{Lu}/u.test(c)) capitals++;
    return {
      form,
      words: words.length,
      length: text.length,
      looksLikeName: looksLikeName(blank < 0 ? text : text.slice(0, blank)),
      capitals: capitals / text.length,
      digits: /\d/.test(text),
      hyphen: text.includes('-'),
      general: this.background.general(form),
      most: Math.max(0, ...common),
      least: Math.min(20, ...common),
      last: common.at(-1) ?? 0,
      first: common[0] ?? 0,
    };
  }
}
