import type { Doc } from '../../src/model.ts';
import type { Extractor } from './layers.ts';
import type { Part } from './names.ts';
import type { Announced } from './cues.ts';
import { partsOf, type TrieNode } from './lexicon.ts';
import { looksLikeName } from './shapes.ts';
import type { Word } from './tagger/words.ts';
import type { Tag } from './tags.ts';

/**
 * A word as such, wherever it stands (spaCy's term): what extractors know of it is worked out once a word instead of once a place,
 * when it is first asked for.
 */
export class Lexeme {
  /** Its place in what others note on words; once all are forgotten, another word takes it over. */
  readonly id: number;
  readonly text: string;
  readonly lower: string;
  /** How it looks to the tagger. */
  word?: Word;
  /** Where names that begin with the word go on in the trie of the lists; null: no name does. */
  names?: TrieNode | null;
  /** Kinds of role cue that the word is; see `roles.ts`. */
  roleCues?: readonly number[];
  /** Kinds of claim that it may be a cue of; see `claims/cues.ts`. */
  claimCues?: number;
  /** What it is in a phrase. */
  tag?: Tag;
  /** What it adds to a name. */
  part?: Part;
  /** What it announces; see `cues.ts`. */
  announces?: Announced;
  private name?: boolean;
  private words?: readonly string[];

  constructor(id: number, text: string) {
    this.id = id;
    this.text = text;
    this.lower = text.toLowerCase();
  }

  /** A name by its looks. */
  get looksLikeName(): boolean {
    return (this.name ??= looksLikeName(this.text));
  }

  /** The words it is of for a list: hyphens part them, case and number are gone. */
  get parts(): readonly string[] {
    return (this.words ??= partsOf(this.text));
  }
}

/** So many words are remembered; then all are forgotten, so that a long run takes no more memory than a short one. */
const MOST = 60_000;

/** The words met so far. What is noted on them belongs to one set of extractors: each set has its own. */
export class Vocab {
  private words = new Map<string, Lexeme>();
  private readonly most: number;

  constructor(most = MOST) {
    this.most = most;
  }

  private get(text: string): Lexeme {
    let known = this.words.get(text);
    if (known) return known;
    known = new Lexeme(this.words.size, text);
    this.words.set(text, known);
    return known;
  }

  /** The words of all tokens of a document. */
  of({ tokens }: Pick<Doc, 'tokens'>): Lexeme[] {
    if (this.words.size >= this.most) this.words = new Map();
    return tokens.map(({ text }) => this.get(text));
  }
}

/** Each token's word, with what is known of it. */
export const lexemesExtractor = (vocab: Vocab): Extractor<never, 'lexemes'> => ({
  id: 'lexemes',
  summary: 'what is known of each word by itself, worked out once a word',
  needs: [],
  gives: ['lexemes'],
  extract: (doc) => ({ lexemes: vocab.of(doc) }),
});
