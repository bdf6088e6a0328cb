import type { Doc } from '../../src/model.ts';
import { acronyms } from '../3-extract/acronyms.ts';
import { Attribute } from '../3-extract/attribute.ts';
import { lexiconExtractor, type Lexicon } from '../3-extract/lexicon.ts';
import { createRunner } from '../3-extract/runner.ts';
import { BIAS, contextFeatures, FIRST, LAST, viewOf, type FeatureSink } from '../3-extract/tagger/features.ts';
import type { Tagged } from '../3-extract/tagger/tagger.ts';
import type { Vocabulary } from '../3-extract/tagger/vocabulary.ts';
import { featuresAt, placed, wordFeatures, type WordFeatures } from '../3-extract/tagger/words.ts';

/** Features of token i: hashes `ids[offsets[i] .. offsets[i + 1])`, those of single words before `context[i]`, those of its context after. */
export interface Features {
  ids: Int32Array;
  offsets: Int32Array;
  context: Int32Array;
}

/** Documents as the tagger reads them: with their words, definitions and listed names. */
export function preparation(lexicon: Lexicon): (doc: Doc) => Tagged {
  const run = createRunner([acronyms, lexiconExtractor(lexicon)]);
  return (doc) => {
    const [view] = run([doc]);
    if (view instanceof Error) throw view;
    return view!;
  };
}

/** All features of a document, to train on; the tagger adds up what they weigh without listing them. */
export class FeatureMaker {
  private readonly words: Attribute<WordFeatures>;

  constructor(clusters: Vocabulary['clusters']) {
    this.words = new Attribute(({ text, lower }) => wordFeatures(text, lower, clusters));
  }

  features(doc: Tagged): Features {
    const ids: number[] = [];
    const offsets = [0];
    const context: number[] = [];
    const sink: FeatureSink = { one: (feature) => void ids.push(feature) };
    const { ids: wordIds } = doc.tokens;
    const words = this.words.all(doc.tokens);
    const view = viewOf(doc, words, doc.acronyms, doc.listed);
    doc.sentences.forEach(({ from, to }, s) => {
      for (let i = from; i < to; i++) {
        ids.push(BIAS);
        if (i === from) ids.push(FIRST);
        if (i + 1 === to) ids.push(LAST);
        [i, i - 1, i + 1, i - 2, i + 2].forEach((j, place) => {
          if (j >= from && j < to) for (const feature of featuresAt(words[wordIds[j]!]!, place)) ids.push(placed(feature, place));
        });
        context.push(ids.length);
        contextFeatures(view, s, i, sink);
        offsets.push(ids.length);
      }
    });
    return { ids: Int32Array.from(ids), offsets: Int32Array.from(offsets), context: Int32Array.from(context) };
  }
}
