/** What the size of a node may tell. Pure. */
import { forEachLink, RESULT, type Model } from './model.ts';

export const MEASURES = ['links', 'figures', 'betweenness', 'upvotes', 'same'] as const;
export type Measure = (typeof MEASURES)[number];

export const MEASURE_NAMES: { readonly [M in Measure]: string } = {
  links: 'how linked or shared',
  figures: 'claimed figures',
  betweenness: 'what it holds together',
  upvotes: 'upvotes',
  same: 'all the same',
};

/** The measure of each node, none below zero; for `same`, 0. */
export function valuesOf(model: Model, measure: Measure): ArrayLike<number> {
  if (measure === 'links' || measure === 'betweenness' || measure === 'upvotes') return model[measure];
  const values = new Uint32Array(model.count);
  if (measure === 'figures')
    for (let i = 0; i < model.count; i++) if (model.kind[i] === RESULT) forEachLink(model, i, (_edge, other) => void values[other]!++);
  return values;
}

/** The measures that tell any two nodes of a graph apart, and the plain one. */
export const measuresOf = (model: Model): Measure[] =>
  MEASURES.filter((measure) => measure === 'same' || Array.prototype.some.call(valuesOf(model, measure), (value: number) => value > 0));
