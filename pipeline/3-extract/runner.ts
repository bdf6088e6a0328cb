import type { Doc } from '../../src/model.ts';
import type { Extractor, Layer, Layers } from './layers.ts';

/** Extractors in an order that gives a layer after it is read, or never. */
export class ExtractorOrderError extends Error {
  override name = 'ExtractorOrderError';
}

// An extractor is declared with its own layers; the list holds any of them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyExtractor = Extractor<any, any>;

const none: Layers = {
  lexemes: [],
  links: [],
  acronyms: [],
  listed: [],
  candidates: [],
  mentions: [],
  entities: [],
  results: [],
  claims: [],
};

/**
 * Checks the order once and returns the function that runs it.
 * @throws ExtractorOrderError when a layer is needed before anything gives it, or is still added to after somebody read it
 */
export function createRunner(extractors: readonly AnyExtractor[]): (doc: Doc) => Doc & Layers {
  const given = new Set<Layer>();
  const read = new Map<Layer, string>();
  for (const { id, needs, gives } of extractors) {
    for (const layer of needs as Layer[]) {
      if (!given.has(layer)) throw new ExtractorOrderError(`extractor "${id}" needs "${layer}", which no extractor before it gives`);
      read.set(layer, id);
    }
    for (const layer of gives as Layer[]) {
      if (read.has(layer)) throw new ExtractorOrderError(`extractor "${id}" gives "${layer}", which "${read.get(layer)}" has already read`);
      given.add(layer);
    }
  }
  return (doc) => {
    const view: Doc & { [layer in Layer]: unknown[] } = { ...doc, ...none };
    for (const extractor of extractors) {
      const found = extractor.extract(view as Doc & Layers) as Partial<Layers>;
      for (const layer of extractor.gives as Layer[]) {
        const more = found[layer] ?? [];
        view[layer] = view[layer].length ? view[layer].concat(more) : more;
      }
    }
    return view as Doc & Layers;
  };
}
