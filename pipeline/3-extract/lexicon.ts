import type { Doc, EntityType } from '../../src/model.ts';
import { normalForm, singular } from '../../src/words.ts';
import type { NameList } from '../types.ts';
import { Attribute } from './attribute.ts';
import type { Candidate, Extractor } from './layers.ts';

export interface Name {
  type: EntityType;
  /** The list's first form. */
  canonical: string;
}

export interface Match {
  /** Token range [from, to). */
  from: number;
  to: number;
  names: Name[];
}

export interface TrieNode {
  next?: Map<string, TrieNode>;
  /** Forms that end here, with the exact spelling where case decides. */
  ends?: { name: Name; exact?: string }[];
  /** Their names, where case decides for none of them. */
  names?: Name[];
}

const HYPHEN = /[-\u2010\u2011_]/;
const HYPHENS = /[-\u2010\u2011_]+/;

/** Words of a token: hyphens part them, case and number are gone. */
export const partsOf = (token: string): string[] =>
  HYPHEN.test(token) ? token.toLowerCase().split(HYPHENS).filter(Boolean).map(singular) : [singular(token.toLowerCase())];

/** Short forms and forms with capitals inside are matched as they are spelt: "GAN", "SAM", "ViT", but not "sam". */
const caseMatters = (form: string): boolean =>
  form.length <= 5
    ? form !== form.toLowerCase()
    : /^[^a-z]+$/.test(form) || (/^[\p{L}]+$/u.test(form) && /\p{Ll}\p{Lu}/u.test(form) && form.length <= 8);

/** Names of all lists in one trie over words; matching is longest first, in one pass over the tokens. */
export class Lexicon {
  private readonly root: TrieNode = {};
  private readonly forms = new Set<string>();
  /** Where names that begin with a word go on; null: no name does. */
  private readonly begun = new Attribute<TrieNode | null>(({ text }) => follow(this.root, partsOf(text)));

  constructor(lists: readonly NameList[]) {
    for (const { type, names } of lists)
      for (const [canonical, ...aliases] of names) {
        const name = { type, canonical: canonical! };
        for (const form of [canonical!, ...aliases]) this.add(form, name);
      }
  }

  private add(form: string, name: Name): void {
    let node = this.root;
    for (const word of form.split(/\s+/).flatMap(partsOf)) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (!child) node.next.set(word, (child = {}));
      node = child;
    }
    if (node === this.root) return;
    const ends = (node.ends ??= []);
    ends.push(caseMatters(form) ? { name, exact: form } : { name });
    node.names = ends.some((e) => e.exact) ? undefined : ends.map((e) => e.name);
    this.forms.add(normalForm(form));
  }

  /** Is a name of this normal form in the lists? */
  lists(form: string): boolean {
    return this.forms.has(form);
  }

  /** Longest matches, left to right, none overlapping. */
  match({ text, tokens, sentences }: Doc): Match[] {
    const { starts, ends } = tokens;
    const matches: Match[] = [];
    for (const sentence of sentences) {
      for (let i = sentence.from; i < sentence.to; i++) {
        let node = this.begun.at(tokens, i);
        if (node === null) continue;
        let to = i;
        let names: Name[] = NONE;
        for (let j = i; node;) {
          if (node.ends) {
            const here = node.names ?? namesAt(node.ends, text.slice(starts[i], ends[j]));
            if (here.length) [to, names] = [j + 1, here];
          }
          if (!node.next) break;
          // a slash or a bracket ends a name, a lone hyphen does not
          while (++j < sentence.to && tokens.at(j).text === '-');
          node = j < sentence.to ? follow(node, parts.at(tokens, j)) : null;
        }
        if (to > i) {
          matches.push({ from: i, to, names });
          i = to - 1;
        }
      }
    }
    return matches;
  }
}

/** The words that a token is of for a list. */
const parts = new Attribute(({ text }) => partsOf(text));

const NONE: Name[] = [];

function follow(from: TrieNode, words: readonly string[]): TrieNode | null {
  if (words.length === 0) return null;
  let node: TrieNode | undefined = from;
  for (const word of words) node = node?.next?.get(word);
  return node ?? null;
}

const namesAt = (ends: NonNullable<TrieNode['ends']>, form: string): Name[] =>
  ends.filter((e) => !e.exact || e.exact === form || `${e.exact}s` === form || sameButHyphens(e.exact, form)).map((e) => e.name);

const bare = (s: string): string => s.replace(/[-\u2010\u2011_\s]/g, '');
const sameButHyphens = (a: string, b: string): boolean => bare(a) === bare(b) || `${bare(a)}s` === bare(b);

/** Names from the curated lists in `data/`. */
export function lexiconExtractor(lexicon: Lexicon): Extractor<never, 'listed' | 'candidates'> {
  return {
    id: 'lexicon',
    summary: 'names in the lists of data/',
    needs: [],
    gives: ['listed', 'candidates'],
    extract: (doc) => {
      const listed = lexicon.match(doc);
      return {
        listed,
        candidates: listed.map(({ from, to, names }): Candidate => ({
          start: doc.tokens.starts[from]!,
          end: doc.tokens.ends[to - 1]!,
          type: names[0]!.type,
          score: names.length > 1 ? 0.4 : 0.6,
          by: 'lexicon',
        })),
      };
    },
  };
}
