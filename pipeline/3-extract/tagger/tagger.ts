import type { Doc } from '../../../src/model.ts';
import type { Acronym, Candidate, Extractor } from '../layers.ts';
import type { Lexicon } from '../lexicon.ts';
import { trimmed } from '../spans.ts';
import { expPairs } from './crf.ts';
import { FeatureMaker, type FeatureSink } from './features.ts';
import { lexiconMarks } from './marks.ts';
import { Scorer } from './scorer.ts';
import { spanProbabilities } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { TaggerWeights } from './weights.ts';

/** Less probable spans are not worth a candidate. */
export const LEAST = 0.05;

/** A document as the tagger sees it; the same in training and in use. */
export class TaggerView {
  private readonly maker: FeatureMaker;
  private readonly lexicon: Lexicon;

  constructor(vocabulary: Vocabulary, lexicon: Lexicon) {
    this.maker = new FeatureMaker(vocabulary.clusters);
    this.lexicon = lexicon;
  }

  emit(doc: Doc, acronyms: readonly Acronym[], sink: FeatureSink): void {
    this.maker.emit(doc, acronyms, lexiconMarks(doc, this.lexicon), sink);
  }
}

/** The tagger: spans of a document with their probability of being a mention, trimmed of praise. */
export class Tagger {
  private readonly view: TaggerView;
  private readonly scorer: Scorer;
  private readonly pair: Float64Array;

  constructor(view: TaggerView, weights: TaggerWeights) {
    this.view = view;
    this.scorer = new Scorer(weights);
    this.pair = expPairs(weights.pairs);
  }

  spans(doc: Doc, acronyms: readonly Acronym[]): Candidate[] {
    const found: Candidate[] = [];
    this.scorer.begin(doc.tokens.length);
    this.view.emit(doc, acronyms, this.scorer);
    for (const { from, to } of doc.sentences) {
      if (to <= from) continue;
      for (const span of spanProbabilities(this.scorer.scores(from, to), to - from, this.pair, LEAST)) {
        const range = trimmed(doc, from + span.from, from + span.to);
        if (!range) continue;
        const [start, end] = [doc.tokens[range[0]]!.start, doc.tokens[range[1] - 1]!.end];
        found.push({ start, end, type: span.type, score: span.probability, by: 'tagger' });
      }
    }
    return found;
  }
}

/** The learned tagger: every span that may be a mention, with its probability. */
export function taggerExtractor(tagger: Tagger): Extractor<'acronyms', 'candidates'> {
  return {
    id: 'tagger',
    summary: 'spans that a conditional random field, trained on annotated abstracts, holds for names',
    needs: ['acronyms'],
    gives: ['candidates'],
    extract: (doc) => ({ candidates: tagger.spans(doc, doc.acronyms) }),
  };
}
