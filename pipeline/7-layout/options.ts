/** Everything about the layout that is a choice. Lengths are in the unit of the radii. */
export interface LayoutOptions {
  /** ForceAtlas2 over the nodes that join others: passes over a small graph, fewer on a large one (see `work`). */
  corePasses: number;
  /** The same over all nodes, once the leaves have been put around what they hang on. */
  allPasses: number;
  /** Passes times nodes does not go over this, in each of the two rounds... */
  work: number;
  /** ...but there are never fewer passes than this. */
  minPasses: number;
  /** A drawing of so many nodes is gone on from in the next build, by so many passes; a smaller one is soon made anew. */
  againFrom: number;
  againPasses: number;
  /** How strongly nodes push each other away, and how strongly all are drawn to the middle. */
  scalingRatio: number;
  gravity: number;
  /** Links between two communities pull with this part of their weight, so that communities stay apart. */
  between: number;
  /** Related papers of one community pull each other with their similarity times this, so that none strays. */
  kin: number;
  /** Free space between any two circles. */
  margin: number;
  /** Root mean square distance from the middle, as a multiple of what the circles would need if packed tightly. */
  spread: number;
  seed: number;
}

export const LAYOUT_DEFAULTS: LayoutOptions = {
  corePasses: 300,
  allPasses: 150,
  work: 600_000,
  minPasses: 10,
  againFrom: 20_000,
  againPasses: 3,
  scalingRatio: 8,
  gravity: 0.25,
  between: 0.15,
  kin: 6,
  margin: 1.5,
  spread: 1.6,
  seed: 1,
};
