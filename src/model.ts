/**
 * The vocabulary, in journey order: Paper -> Doc -> Mention -> Entity, Result, Claim -> Record.
 * All offsets are UTF-16 code units into `textOf(paper)`, the text exactly as given.
 */

export const ENTITY_TYPES = ['technique', 'dataset', 'hardware', 'metric', 'task'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** How a paper stands to a technique. */
export const ROLES = ['proposed', 'used', 'baseline', 'mentioned'] as const;
export type Role = (typeof ROLES)[number];

export const CLAIM_KINDS = ['outperforms', 'matches', 'first', 'state-of-the-art'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** `value`: an absolute figure ("98% accuracy"); the others: a change against a baseline. */
export type Direction = 'increase' | 'decrease' | 'value';

/** A calendar date as precise as its source; what the source does not say is absent, never invented. */
export interface PartialDate {
  year?: number;
  /** 1 to 12 */
  month?: number;
  day?: number;
}

/** Where a record stood in the input. */
export interface Source {
  file: string;
  /** Ordinal of the record in its file, from 1. */
  record: number;
  /** Line on which the record begins, from 1. */
  line?: number;
  /** Id of the reader that read it. */
  reader: string;
}

export interface Paper {
  /** The source's own id where it gives one (arXiv id, DOI, ...), else a slug of the title. */
  id: string;
  /** Further ids, from other records of the same paper. */
  otherIds?: string[];
  title: string;
  abstract: string;
  date?: PartialDate;
  authors?: { count: number; names?: string[] };
  upvotes?: number;
  /** As the source gives them. */
  keywords?: string[];
  /** The paper's page: the one that the source names, or that of its arXiv id or DOI. */
  url?: string;
  source?: Source;
  /** Further records of the same paper: in other files, or other versions. */
  otherSources?: Source[];
}

/** The text that every offset points into. */
// joined, it is one piece in memory; put together by a template, two, which are slower to walk through
export const textOf = (paper: Pick<Paper, 'title' | 'abstract'>): string => [paper.title, paper.abstract].join('\n');

export interface Span {
  start: number;
  end: number;
}

/** A span with the index of the sentence it stands in (the title is sentence 0). */
export interface Mark extends Span {
  sentence: number;
}

/** A word as such, wherever it stands (spaCy's term). */
export interface Lexeme {
  /** Its index in the `lexemes` that it is one of. */
  id: number;
  text: string;
  lower: string;
}

/** The tokens of a text, in columns: as objects, one a token, they would be most of what a text takes to hold and to read. */
export interface Tokens {
  readonly length: number;
  /** Where each begins and ends in the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Its word: an index into `lexemes`, which texts that are read together share. */
  readonly ids: Int32Array;
  readonly lexemes: readonly Lexeme[];
  /** The word of token `i`, which must be one. */
  at(i: number): Lexeme;
}

/** A sentence: a span, and the tokens [from, to) that it holds. */
export interface Sentence extends Span {
  from: number;
  to: number;
}

/** A paper with its text, sentences and tokens. */
export interface Doc {
  paper: Paper;
  text: string;
  sentences: Sentence[];
  tokens: Tokens;
}

/** A place in the text that names an entity, with the extractors that found it. */
export interface Mention extends Mark {
  type: EntityType;
  by: readonly string[];
  /** Probability that a careful reader would name it, 0 to 1. */
  confidence?: number;
  /** What else was likely here and had to give way: its type and text. */
  over?: string[];
}

/** One thing that a paper names: all of its forms and mentions in that paper. */
export interface Entity {
  type: EntityType;
  /** The fullest form. */
  name: string;
  /** Every surface form, the fullest first; each is a slice of the text. */
  forms: string[];
  /** Techniques only. */
  role?: Role;
  mentions: Mark[];
  /** Ids of the extractors that found it, in code-unit order. */
  by: readonly string[];
  /** Probability that a careful reader would name it, 0 to 1. */
  confidence?: number;
  /** What overlapped it, was likely too and had to give way: "task visual reasoning"; in code-unit order. */
  over?: string[];
}

/** A number as written, read: `8-18x` is { low: 8, high: 18, unit: 'x' }. */
export interface Quantity {
  low: number;
  high: number;
  /** '%', 'x', 'points', 'ms', ... or '' for a bare number. */
  unit: string;
}

/** One claimed figure. */
export interface Result {
  /** Verbatim, with its unit or sign. */
  value: string;
  quantity?: Quantity;
  metric: string | null;
  direction: Direction;
  /** "up to", "over", "approximately": as written, lower case. */
  hedge?: string;
  /** Names of entities of the same record, or null. */
  baseline: string | null;
  dataset: string | null;
  hardware: string | null;
  /** Under what it holds, as written: "at the same compute budget". */
  condition?: string;
  evidence: string;
  span: Mark;
}

/** A comparison without a figure. */
export interface Claim {
  kind: ClaimKind;
  baseline: string | null;
  dataset: string | null;
  evidence: string;
  span: Mark;
}

/** What is extracted from one paper; `claimgraph extract` prints one a line. */
export interface Record extends Paper {
  /** Sentence boundaries, [start, end] each; `Mark.sentence` is an index into it. */
  sentences: [number, number][];
  entities: Entity[];
  results: Result[];
  claims: Claim[];
  links: string[];
}

/** The sentence that a mark stands in, as text. */
export function sentenceOf({ title, abstract, sentences }: Pick<Record, 'title' | 'abstract' | 'sentences'>, sentence: number): string {
  const bounds = sentences[sentence];
  if (!bounds) return '';
  const [start, end] = bounds;
  // Mostly it stands in the abstract, and then the two need not be joined to cut it out.
  return start > title.length
    ? abstract.slice(start - title.length - 1, end - title.length - 1)
    : `${title}\n${abstract}`.slice(start, end);
}
