/** How a node or an edge looks: size and colour, by kind and community. Pure. */
import { mix, tone, type Rgb, type Theme } from './colours.ts';
import { kindAt, PAPER, type Model } from './model.ts';

/** Radius in pixels with the whole graph in view. */
export function nodeRadius(model: Model, node: number): number {
  const kind = kindAt(model, node);
  const links = model.links[node]!;
  if (kind === 'paper') return Math.min(11, 5.2 + 0.75 * Math.sqrt(links));
  if (kind === 'result') return 3.6;
  return Math.min(10, 2 + 1.7 * Math.sqrt(links));
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
