import type { Claim, Doc, Entity, EntityType, Mention, Result, Span } from '../../src/model.ts';
import type { Match } from './lexicon.ts';
import type { Name } from './names.ts';
import type { Scene } from './results/scene.ts';

/** A short form with the words that it stands for: "knowledge distillation (KD)". */
export interface Acronym {
  short: Span;
  long: Span;
}

/** A span that may name something, as one extractor sees it. */
export interface Candidate extends Span {
  type: EntityType;
  /** How much the finder trusts it, 0 to 1. */
  score: number;
  /** Id of the extractor that found it. */
  by: string;
}

/** A mention with what is known of its name. */
export interface Named extends Mention {
  name: Name;
}

export interface Link extends Span {
  url: string;
}

/** What extractors read and give, beyond the parsed document. A layer given by several extractors is their union, in order. */
export interface Layers {
  /** One a token. */
  links: Link[];
  acronyms: Acronym[];
  /** Names of the lists of data/ in the text. */
  listed: Match[];
  candidates: Candidate[];
  /** Candidates reconciled: no two overlap. */
  mentions: Named[];
  entities: Entity[];
  /** One: the document as results and claims see it. */
  scenes: Scene[];
  results: Result[];
  claims: Claim[];
}

export type Layer = keyof Layers;

/** One way of finding something. It can read only the layers that it declares: reading another does not compile. */
export interface Extractor<Needs extends Layer = Layer, Gives extends Layer = Layer> {
  id: string;
  summary: string;
  needs: readonly Needs[];
  gives: readonly Gives[];
  extract(doc: Doc & Readonly<Pick<Layers, Needs>>): Pick<Layers, Gives>;
}
