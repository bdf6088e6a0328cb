import type { EntityType } from '../../src/model.ts';

/** Everything about analysis that is a choice. */
export interface AnalyseOptions {
  /** An entity that more than this share of the papers name relates no two of them... */
  maxShare: number;
  /** ...unless it is named by no more papers than this: a share means little among a few papers. */
  alwaysKeep: number;
  /** Nor does one that more papers than this name, whatever their share: keeps the work linear in the number of papers. */
  maxPapers: number;
  /** How much a shared entity of each type says of what two papers are about. */
  byType: Readonly<globalThis.Record<EntityType, number>>;
  /** Power of a link's weight (role, kind, mentions): what a paper is about counts more than what it does with it. */
  role: number;
  /** Power of rarity, log(1 + papers / papers that name it). */
  rarity: number;
  /** An entity of a general name ("deep neural network") counts this much when papers are related. */
  general: number;
  /** A paper that names "medical image segmentation" counts this much as one that names "image segmentation"... */
  broader: number;
  /** ...and this much as one that names "segmentation". */
  broadest: number;
  /** Added to the denominator of the similarity, so that two papers of one entity each are not thought equal. */
  damping: number;
  /** Links kept a paper in the paper-to-paper projection that communities are found in. */
  neighbours: number;
  /** Related papers published a paper. */
  related: number;
  /** Shared entities listed for each pair of related papers. */
  shared: number;
  /** Higher gives more and smaller communities. This is what one paper would have... */
  resolution: number;
  /** ...and it grows with this power of their number: many papers tell finer fields apart than few do. */
  finer: number;
  /** Resolutions of the coarser levels, one after the other, as parts of the finest level's... */
  coarser: readonly number[];
  /** ...each only made where the level below has at least so many communities. */
  fold: number;
  /** Louvain is run with this many seeds, fewer on large input (see `maxRunPapers`), and the best modularity kept. */
  runs: number;
  /** Papers times runs does not go over this; above it for one run, Leiden begins alone. */
  maxRunPapers: number;
  /** Leiden goes on as long as an iteration raises modularity by this... */
  least: number;
  /** ...and from the communities of an earlier build, which are to hold still, by this divided by the number of papers if that is more. */
  hold: number;
  /** Papers that a community must have. */
  minCommunity: number;
  /** Betweenness is exact up to this many nodes... */
  exactNodes: number;
  /** ...and estimated from this many sources above it. */
  sources: number;
  seed: number;
}

export const ANALYSE_DEFAULTS: AnalyseOptions = {
  maxShare: 0.25,
  alwaysKeep: 12,
  maxPapers: 3_000,
  byType: { technique: 1, dataset: 1.5, hardware: 1, metric: 0.5, task: 1.5 },
  role: 0.5,
  rarity: 2,
  general: 0.25,
  broader: 0.5,
  broadest: 0.3,
  damping: 1,
  neighbours: 40,
  related: 8,
  shared: 6,
  resolution: 0.85,
  finer: 0.1,
  coarser: [0.4],
  fold: 16,
  runs: 10,
  maxRunPapers: 20_000,
  least: 0.001,
  hold: 1,
  minCommunity: 2,
  exactNodes: 3_000,
  sources: 200,
  seed: 1,
};
