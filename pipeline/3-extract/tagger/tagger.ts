import type { Doc } from '../../../src/model.ts';
import type { Candidate, Extractor, Layers } from '../layers.ts';
import { trimmed } from '../spans.ts';
import { expPairs, roomFor, sums, type Posterior } from './crf.ts';
import { contextFeatures, viewOf, type View } from './features.ts';
import { Scorer } from './scorer.ts';
import { spanProbabilities } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { TaggerWeights } from './weights.ts';

/** What the tagger reads. */
export type Tagged = Doc & Pick<Layers, 'acronyms' | 'listed'>;

/** Less probable spans are not worth a candidate. */
export const LEAST = 0.12;

/**
 * Tokens whose words alone promise less (log odds of being in a name) are outside, and their context is not looked at: a structured
 * prediction cascade (Weiss and Taskar, 2010) of two steps. Two tokens in three are settled so.
 */
export const PROMISE = -1.6;

/** Labels beside a run: outside, but where the sentence begins or ends. */
const AROUND = [{}, { before: 0 }, { after: 0 }, { before: 0, after: 0 }];

/** The tagger: spans of a document with their probability of being a mention, trimmed of praise. */
export class Tagger {
  private readonly scorer: Scorer;
  private readonly pair: Float64Array;
  private room: Posterior;

  constructor(weights: TaggerWeights, clusters: Vocabulary['clusters']) {
    this.scorer = new Scorer(weights, clusters);
    this.pair = expPairs(weights.pairs);
    this.room = roomFor(64, this.pair);
  }

  spans(doc: Tagged): Candidate[] {
    const found: Candidate[] = [];
    const words = this.scorer.read(doc.tokens);
    const view = viewOf(doc, words, doc.acronyms, doc.listed);
    const { sentences } = doc;
    for (let s = 0; s < sentences.length; s++) {
      const { from, to } = sentences[s]!;
      this.scorer.sentence(from, to);
      for (let i = 0; i < to - from; i++) {
        if (this.scorer.promise(i) < PROMISE) continue;
        const begin = i++;
        while (i < to - from && this.scorer.promise(i) >= PROMISE) i++;
        this.inRun(view, s, begin, i, found);
      }
    }
    return found;
  }

  /** Spans among the tokens [begin, end) of a sentence, between tokens that are outside. */
  private inRun(view: View, s: number, begin: number, end: number, found: Candidate[]): void {
    const { doc } = view;
    const { from, to } = doc.sentences[s]!;
    for (let i = begin; i < end; i++) {
      this.scorer.token(i);
      contextFeatures(view, s, from + i, this.scorer);
    }
    if (this.room.scale.length < end - begin) this.room = roomFor(2 * (end - begin), this.pair);
    const around = AROUND[(begin > 0 ? 1 : 0) + (from + end < to ? 2 : 0)]!;
    this.scorer.exponentials(begin, end, this.room.local);
    sums(this.room, end - begin, around);
    const { tokens } = doc;
    spanProbabilities(this.room, end - begin, LEAST, (first, last, type, score) => {
      const range = trimmed(doc, from + begin + first, from + begin + last);
      if (range) found.push({ start: tokens.starts[range[0]]!, end: tokens.ends[range[1] - 1]!, type, score, by: 'tagger' });
    });
  }
}

/** The learned tagger: every span that may be a mention, with its probability. */
export function taggerExtractor(tagger: Tagger): Extractor<'acronyms' | 'listed', 'candidates'> {
  return {
    id: 'tagger',
    summary: 'spans that a conditional random field, trained on annotated abstracts, holds for names',
    needs: ['acronyms', 'listed'],
    gives: ['candidates'],
    extract: (doc) => ({ candidates: tagger.spans(doc) }),
  };
}
