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
  links: [],
  acronyms: [],
  listed: [],
  candidates: [],
  mentions: [],
  entities: [],
  scenes: [],
  results: [],
  claims: [],
};

/** What was found in each document, or why nothing was; layers that extractors alone read are empty again. */
export type Run = (docs: readonly Doc[]) => ((Doc & Layers) | Error)[];

/**
 * Checks the order once and returns the function that runs it. Each extractor goes over all documents before the next one begins, so
 * that its code and what it knows stay in the processor's cache; one in which an extractor fails is left out from there on.
 * @throws ExtractorOrderError when a layer is needed before anything gives it, or is still added to after somebody read it
 */
export function createRunner(extractors: readonly AnyExtractor[]): Run {
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
  /** Layers that each is the last to read, and that are no part of a record: they can go. */
  const spent = extractors.map(({ id, needs }) => (needs as Layer[]).filter((layer) => read.get(layer) === id && !KEPT.has(layer)));
  return (docs) => {
    const views: (View | Error)[] = docs.map((doc) => ({ ...doc, ...none }));
    extractors.forEach((extractor, e) => {
      for (let i = 0; i < views.length; i++) {
        const view = views[i]!;
        if (view instanceof Error) continue;
        try {
          add(view, extractor);
          for (const layer of spent[e]!) view[layer] = NOTHING;
        } catch (error) {
          views[i] = error instanceof Error ? error : new Error(String(error));
        }
      }
    });
    return views as ((Doc & Layers) | Error)[];
  };
}

/** What records are made of. */
const KEPT: ReadonlySet<Layer> = new Set(['entities', 'results', 'claims', 'links']);
const NOTHING: never[] = [];

type View = Doc & { [layer in Layer]: unknown[] };

function add(view: View, { extract, gives }: AnyExtractor): void {
  const found = extract(view as Doc & Layers) as Partial<Layers>;
  for (const layer of gives as Layer[]) {
    const more = found[layer] ?? [];
    const known = view[layer];
    // the list of the first to give something is the runner's own from then on
    if (known.length === 0) view[layer] = more;
    else for (const one of more) known.push(one);
  }
}
