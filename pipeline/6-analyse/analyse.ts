import type { Analysis, Network } from '../types.ts';
import { betweenness, sourcesOf } from './betweenness.ts';
import { partition } from './louvain.ts';
import { membership } from './membership.ts';
import { describe } from './names.ts';
import { notesOn } from './notes.ts';
import { ANALYSE_DEFAULTS, type AnalyseOptions } from './options.ts';
import { project } from './projection.ts';
import { relatedPapers } from './related.ts';

/**
 * Communities, centrality and related papers.
 * @param label of a node, by its index: communities are named by it
 */
export function analyse(network: Network, label: (node: number) => string, options: Partial<AnalyseOptions> = {}): Analysis {
  const chosen = { ...ANALYSE_DEFAULTS, ...options };
  const projection = project(network, label, chosen);
  const { members, modularity } = partition(projection, chosen);
  const related = relatedPapers(network, projection, chosen);
  const sources = sourcesOf(network.ids.length, chosen.exactNodes, chosen.sources, chosen.seed);
  return {
    community: membership(network, members),
    communities: describe(network, members, label),
    degree: Uint32Array.from(network.ids, (_, i) => network.offsets[i + 1]! - network.offsets[i]!),
    betweenness: betweenness(network, sources),
    modularity,
    related,
    notes: notesOn(network, label, projection, related, sources),
  };
}
