import type { Doc, Record } from '../../src/model.ts';
import { normalForm } from '../../src/words.ts';
import type { Knowledge } from '../types.ts';
import { acronyms } from './acronyms.ts';
import { claims } from './claims.ts';
import { cues } from './cues.ts';
import { entitiesExtractor } from './entities.ts';
import { lexiconExtractor, Lexicon } from './lexicon.ts';
import { links } from './links.ts';
import { reconcileExtractor } from './reconcile.ts';
import { results } from './results.ts';
import { createRunner, type AnyExtractor } from './runner.ts';
import { unpackForest } from './select/forest.ts';
import { shapes } from './shapes.ts';

/** Every extractor, in the order in which they run. */
export function createExtractors({ lists, general, roles }: Knowledge): AnyExtractor[] {
  const lexicon = new Lexicon(lists);
  return [
    links,
    acronyms,
    lexiconExtractor(lexicon),
    shapes,
    cues,
    reconcileExtractor(new Set(general.map(normalForm))),
    entitiesExtractor(roles.map(unpackForest), lexicon),
    results,
    claims,
  ];
}

/** The function that makes a record of a parsed paper. */
export function createExtract(knowledge: Knowledge): (doc: Doc) => Record {
  const run = createRunner(createExtractors(knowledge));
  return (doc) => {
    const found = run(doc);
    return {
      ...doc.paper,
      sentences: doc.sentences.map(({ start, end }) => [start, end]),
      entities: found.entities,
      results: found.results,
      claims: found.claims,
      links: [...new Set(found.links.map((l) => l.url))],
    };
  };
}
