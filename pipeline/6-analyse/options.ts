/** Everything about analysis that is a choice. */
export interface AnalyseOptions {
  /** An entity that more than this share of the papers name relates no two of them... */
  maxShare: number;
  /** ...unless it is named by no more papers than this: a share means little among a few papers. */
  alwaysKeep: number;
  /** Nor does one that more papers than this name, whatever their share: keeps the work linear in the number of papers. */
  maxPapers: number;
  /** An entity of a general name ("deep neural network") counts this much when papers are related. */
  general: number;
  /** Links kept a paper in the paper-to-paper projection that communities are found in. */
  neighbours: number;
  /** Related papers published a paper. */
  related: number;
  /** Shared entities listed for each pair of related papers. */
  shared: number;
  /** Added to the denominator of the similarity, so that two papers of one entity each are not thought equal. */
  damping: number;
  /** Louvain's resolution: higher gives more and smaller communities. */
  resolution: number;
  /** Louvain is run with this many seeds, fewer on large input (see `maxRunPapers`), and the best modularity kept. */
  runs: number;
  /** Papers times runs does not go over this, but for the first run. */
  maxRunPapers: number;
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
  maxPapers: 1_000,
  general: 0.25,
  neighbours: 20,
  related: 8,
  shared: 6,
  damping: 1,
  resolution: 1.2,
  runs: 10,
  maxRunPapers: 20_000,
  minCommunity: 2,
  exactNodes: 3_000,
  sources: 200,
  seed: 1,
};
