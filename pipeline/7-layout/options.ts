/** Everything about the layout that is a choice. Lengths are in the unit of the radii. */
export interface LayoutOptions {
  /** ForceAtlas2: passes over a small graph; fewer on a large one (see `work`). */
  iterations: number;
  /** Passes times nodes does not go over this... */
  work: number;
  /** ...but never under this many passes. */
  minIterations: number;
  /** ForceAtlas2: how strongly nodes push each other away, and how strongly all are drawn to the middle. */
  scalingRatio: number;
  gravity: number;
  /** From this many nodes on, far ones push together (Barnes-Hut). */
  barnesHutNodes: number;
  /** Links between two communities pull with this part of their weight, so that communities stay apart. */
  between: number;
  /** Free space between any two circles. */
  margin: number;
  /** Root mean square distance from the middle, as a multiple of what the circles would need if packed tightly. */
  spread: number;
  seed: number;
}

export const LAYOUT_DEFAULTS: LayoutOptions = {
  iterations: 350,
  work: 1_500_000,
  minIterations: 60,
  scalingRatio: 8,
  gravity: 0.25,
  barnesHutNodes: 300,
  between: 0.15,
  margin: 1.5,
  spread: 1.6,
  seed: 1,
};
