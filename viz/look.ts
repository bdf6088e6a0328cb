/** How a node or an edge looks: size and colour, by kind and community. Pure. */
import { mix, tone, type Rgb, type Theme } from './colours.ts';
import { valuesOf, type Measure } from './measures.ts';
import { PAPER, RESULT, type Model } from './model.ts';

/** Sizes of all nodes by one measure. */
export interface Sizes {
  /** Radius in pixels with the whole graph in view. */
  radius: Float32Array;
  /** What is named first where there is no room for all; of papers and of entities each in their own scale. */
  rank(node: number): number;
}

const PAPER_RADIUS = [4.2, 12] as const;
const ENTITY_RADIUS = [2.4, 11] as const;
const RESULT_RADIUS = 3.6;

/** Papers and entities are compared among themselves: the greatest of each is as large as they come, and area follows the measure. */
export function sizesBy(model: Model, measure: Measure): Sizes {
  const { count, kind, links } = model;
  const radius = new Float32Array(count);
  if (measure === 'links') {
    for (let i = 0; i < count; i++) radius[i] = kind[i] === RESULT ? RESULT_RADIUS : kind[i] === PAPER ? Math.min(11, 5.2 + 0.75 * Math.sqrt(links[i]!)) : Math.min(10, 2 + 1.7 * Math.sqrt(links[i]!)); // prettier-ignore
    return { radius, rank: (node) => links[node]! };
  }
  const values = valuesOf(model, measure);
  let [papers, entities] = [0, 0];
  for (let i = 0; i < count; i++) {
    if (kind[i] === PAPER) papers = Math.max(papers, values[i]!);
    else if (kind[i] !== RESULT) entities = Math.max(entities, values[i]!);
  }
  const share = (node: number) => values[node]! / Math.max(1, kind[node] === PAPER ? papers : entities);
  for (let i = 0; i < count; i++) {
    const [least, most] = kind[i] === PAPER ? PAPER_RADIUS : ENTITY_RADIUS;
    radius[i] = kind[i] === RESULT ? RESULT_RADIUS : least + (most - least) * Math.sqrt(share(i));
  }
  return { radius, rank: (node) => 40 * share(node) };
}

/** Shrinks nodes on a crowded or narrow stage. */
export const crowding = (drawn: number, width: number): number =>
  Math.max(0.22, Math.min(1, Math.sqrt(220 / Math.max(1, drawn)))) * (width < 600 ? 0.7 : 1);

/** The colours of communities as the theme shows them; index -1 is for none. */
export function palette({ communities }: Model, theme: Theme): (community: number) => Rgb {
  const colours = communities.map(({ color }) => tone(color, theme));
  return (community) => colours[community] ?? theme.faint;
}

export const nodeColour = (model: Model, node: number, colour: (community: number) => Rgb, theme: Theme): Rgb =>
  mix(colour(model.community[node]!), theme.ground, model.kind[node] === PAPER ? 0 : 0.18);
