import { wordsOf } from '../../../src/words.ts';
import { formOf } from '../forms.ts';
import { remembered } from '../remembered.ts';
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

/** What names are by themselves, told once a name: they recur from paper to paper. */
export class Names {
  readonly of: (text: string) => Name;

  constructor(background: Background) {
    this.of = remembered(MOST, (text) => describe(text, background));
  }
}

function describe(text: string, background: Background): Name {
  const words = wordsOf(text);
  const common = words.map((word) => background.commonness(word));
  const form = formOf(words);
  const blank = text.search(/\s/);
  return {
    form,
    words: words.length,
    length: text.length,
    looksLikeName: looksLikeName(blank < 0 ? text : text.slice(0, blank)),
    capitals: capitalsIn(text) / text.length,
    digits: /\d/.test(text),
    hyphen: text.includes('-'),
    general: background.general(form),
    most: Math.max(0, ...common),
    least: Math.min(20, ...common),
    last: common.at(-1) ?? 0,
    first: common[0] ?? 0,
  };
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
