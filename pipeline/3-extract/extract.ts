import type { Doc, Record } from '../../src/model.ts';
import { normalForm } from '../../src/words.ts';
import type { Knowledge } from '../types.ts';
import { acronyms } from './acronyms.ts';
import { claims } from './claims.ts';
import { cuesExtractor } from './cues.ts';
import { entitiesExtractor } from './entities.ts';
import type { Layers } from './layers.ts';
import { lexiconExtractor, Lexicon } from './lexicon.ts';
import { links } from './links.ts';
import { Names } from './names.ts';
import { results } from './results.ts';
import { scene } from './results/scene.ts';
import { createRunner, type AnyExtractor } from './runner.ts';
import { selectExtractor } from './select.ts';
import { unpackForest } from './select/forest.ts';
import { shapes } from './shapes.ts';
import { Tagger, taggerExtractor } from './tagger/tagger.ts';
import type { Compromise } from './tags.ts';
import { readVocabulary } from './tagger/vocabulary.ts';
import { decodeWeights } from './tagger/weights.ts';

/** Every extractor, in the order in which they run. */
export function createExtractors({ lists, general, words, weights, select, roles }: Knowledge, compromise: Compromise): AnyExtractor[] {
  const lexicon = new Lexicon(lists);
  const vocabulary = readVocabulary(words);
  const generalWords = new Set(general.map(normalForm));
  const names = new Names({
    general: (form) => generalWords.has(form),
    commonness: vocabulary.commonness,
    listed: (form) => lexicon.lists(form),
  });
  return [
    links,
    acronyms,
    lexiconExtractor(lexicon),
    taggerExtractor(new Tagger(decodeWeights(weights), vocabulary.clusters)),
    shapes,
    cuesExtractor(vocabulary.tag, compromise),
    selectExtractor(unpackForest(select.forest), select.thresholds, names),
    entitiesExtractor(roles.map(unpackForest), names),
    scene,
    results,
    claims,
  ];
}

/** The function that makes records of parsed papers: of each its record, or why there is none. */
export function createExtract(knowledge: Knowledge, compromise: Compromise): (docs: readonly Doc[]) => (Record | Error)[] {
  const run = createRunner(createExtractors(knowledge, compromise));
  return (docs) => run(docs).map((found) => (found instanceof Error ? found : recordOf(found)));
}

const recordOf = ({ paper, sentences, entities, results, claims, links }: Doc & Layers): Record => ({
  ...paper,
  sentences: sentences.map(({ start, end }) => [start, end]),
  entities,
  results,
  claims,
  links: [...new Set(links.map((l) => l.url))],
});
