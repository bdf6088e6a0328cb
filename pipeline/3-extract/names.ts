import { wordsOf } from '../../src/words.ts';
import { remembered } from './remembered.ts';
import { looksLikeName } from './shapes.ts';

/** What is known beyond the document that a name stands in. */
export interface Background {
  /** Is this normal form a word too general to be a name alone? */
  general(form: string): boolean;
  /** Grows with the logarithm of a word's count in abstracts; 0 for a word never seen. */
  commonness(word: string): number;
  /** Is a name in the lists? */
  known(name: string): boolean;
}

/** Last words that only say what kind of thing a name stands for: "CIFAR-10 dataset", "reasoning tasks". */
const KINDS = new Set(['task', 'problem', 'dataset', 'benchmark']);

/** The form of a name, given as its words, that decides whether two names in one paper are one. */
const formOf = (words: readonly string[]): string =>
  words.length === 1 ? words[0]! : (KINDS.has(words[words.length - 1]!) ? words.slice(0, -1) : words).join('');

/** A name by itself, wherever it stands: what extractors know of it is worked out once a name. */
export class Name {
  readonly text: string;
  /** What it shares with other names of the same thing; '' for what has no letters. */
  readonly form: string;
  /** Number of its words. */
  readonly words: number;
  /** Does its first word look like a name? */
  readonly looksLikeName: boolean;
  /** How many letters are capitals. */
  readonly capitals: number;
  readonly digits: boolean;
  readonly hyphen: boolean;
  /** Too general to be a name alone. */
  readonly general: boolean;
  /** How common its words are: the most and the least common, the last and the first. */
  readonly most: number;
  readonly least: number;
  readonly last: number;
  readonly first: number;
  /** Does it begin with a capital? */
  readonly capital: boolean;
  private readonly background: Background;
  private inLists?: boolean;
  private asName?: boolean;

  constructor(text: string, words: readonly string[], common: readonly number[], background: Background) {
    this.text = text;
    this.form = formOf(words);
    this.words = words.length;
    const blank = text.search(/\s/);
    this.looksLikeName = looksLikeName(blank < 0 ? text : text.slice(0, blank));
    this.capitals = capitalsIn(text);
    this.capital = /^\p{Lu}/u.test(text);
    this.digits = /\d/.test(text);
    this.hyphen = text.includes('-');
    this.general = background.general(this.form);
    let [most, least] = [0, 20];
    for (const c of common) {
      if (c > most) most = c;
      if (c < least) least = c;
    }
    this.most = most;
    this.least = least;
    this.last = common.at(-1) ?? 0;
    this.first = common[0] ?? 0;
    this.background = background;
  }

  /** Is it in the lists? */
  get known(): boolean {
    return (this.inLists ??= this.background.known(this.text));
  }

  /** Does the whole look like a name? */
  get wholeLooksLikeName(): boolean {
    return (this.asName ??= looksLikeName(this.text));
  }
}

/** So many names are remembered, and so many of their parts. */
const [MOST, MOST_PARTS] = [20_000, 60_000];

/** What stands between two blanks of a name, as words, each with how common it is. */
interface Part {
  words: readonly string[];
  common: readonly number[];
}

/** The names met so far: they recur from paper to paper, and their words more so. */
export class Names {
  readonly of: (text: string) => Name;

  constructor(background: Background) {
    const partOf = remembered(MOST_PARTS, (text): Part => {
      const words = wordsOf(text);
      return { words, common: words.map((word) => background.commonness(word)) };
    });
    this.of = remembered(MOST, (text) => {
      const blank = text.indexOf(' ');
      if (blank < 0) {
        const { words, common } = partOf(text);
        return new Name(text, words, common, background);
      }
      const words: string[] = [];
      const common: number[] = [];
      for (let from = 0, to = blank; ; from = to + 1, to = text.indexOf(' ', from)) {
        const part = partOf(text.slice(from, to < 0 ? text.length : to));
        for (let i = 0; i < part.words.length; i++) {
          words.push(part.words[i]!);
          common.push(part.common[i]!);
        }
        if (to < 0) return new Name(text, words, common, background);
      }
    });
  }
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
