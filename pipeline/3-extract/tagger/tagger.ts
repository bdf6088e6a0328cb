import type { Doc } from '../../../src/model.ts';
import type { Acronym, Candidate, Extractor } from '../layers.ts';
import type { Lexicon } from '../lexicon.ts';
import { trimmed } from '../spans.ts';
import { expPairs } from './crf.ts';
import { FeatureMaker, type Features } from './features.ts';
import { LABELS } from './labels.ts';
import { lexiconMarks } from './marks.ts';
import { spanProbabilities } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { TaggerWeights } from './weights.ts';

const L = LABELS.length;

/** Less probable spans are not worth a candidate. */
export const LEAST = 0.03;

/** Features of a document as the tagger sees it; the same in training and in use. */
export class TaggerView {
  private readonly maker: FeatureMaker;
  private readonly lexicon: Lexicon;

  constructor(vocabulary: Vocabulary, lexicon: Lexicon) {
    this.maker = new FeatureMaker(vocabulary.clusters);
    this.lexicon = lexicon;
  }

  features(doc: Doc, acronyms: readonly Acronym[]): Features {
    return this.maker.make(doc, acronyms, lexiconMarks(doc, this.lexicon));
  }
}

/** Scores of the labels of a range of tokens. */
export function scoresOf({ table, bits, step }: TaggerWeights, { ids, offsets }: Features, from: number, to: number): Float64Array {
  const shift = 32 - bits;
  const scores = new Float64Array((to - from) * L);
  for (let i = from; i < to; i++) {
    const base = (i - from) * L;
    for (let f = offsets[i]!; f < offsets[i + 1]!; f++) {
      const row = (ids[f]! >>> shift) * L;
      for (let b = 0; b < L; b++) scores[base + b]! += table[row + b]!;
    }
    for (let b = 0; b < L; b++) scores[base + b]! *= step;
  }
  return scores;
}

/** Spans of a document with their probability of being a mention, trimmed of praise. */
export function tagSpans(doc: Doc, features: Features, weights: TaggerWeights): Candidate[] {
  const found: Candidate[] = [];
  const pair = expPairs(weights.pairs);
  for (const { from, to } of doc.sentences) {
    if (to <= from) continue;
    const scores = scoresOf(weights, features, from, to);
    for (const span of spanProbabilities(scores, to - from, pair, LEAST)) {
      const range = trimmed(doc, from + span.from, from + span.to);
      if (range)
        found.push({
          start: doc.tokens[range[0]]!.start,
          end: doc.tokens[range[1] - 1]!.end,
          type: span.type,
          score: span.probability,
          by: 'tagger',
        });
    }
  }
  return found;
}

/** The learned tagger: every span that may be a mention, with its probability. */
export function taggerExtractor(view: TaggerView, weights: TaggerWeights): Extractor<'acronyms', 'candidates'> {
  return {
    id: 'tagger',
    summary: 'spans that a conditional random field, trained on annotated abstracts, holds for names',
    needs: ['acronyms'],
    gives: ['candidates'],
    extract: (doc) => ({ candidates: tagSpans(doc, view.features(doc, doc.acronyms), weights) }),
  };
}
