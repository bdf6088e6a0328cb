import type { Analysis, Network, Previous } from '../types.ts';
import { betweenness, sourcesOf } from './betweenness.ts';
import { communitiesOf } from './communities/communities.ts';
import { membership } from './membership.ts';
import { notesOn } from './notes.ts';
import { ANALYSE_DEFAULTS, type AnalyseOptions } from './options.ts';
import { project } from './projection.ts';
import { relatedPapers } from './related.ts';

/**
 * Communities, centrality and related papers.
 * @param label of a node, by its index: communities are named by it
 * @param previous what the build before found, whose communities go on where they can
 */
export function analyse(
  network: Network,
  label: (node: number) => string,
  options: Partial<AnalyseOptions> = {},
  previous?: Previous,
): Analysis {
  const chosen = { ...ANALYSE_DEFAULTS, ...options };
  const projection = project(network, label, chosen);
  const { members, ...found } = communitiesOf(network, projection, label, chosen, previous);
  const related = relatedPapers(network, projection, chosen);
  const sources = sourcesOf(network.ids.length, chosen.exactNodes, chosen.sources, chosen.seed);
  return {
    ...found,
    community: membership(network, members),
    degree: Uint32Array.from(network.ids, (_, i) => network.offsets[i + 1]! - network.offsets[i]!),
    betweenness: betweenness(network, sources),
    related,
    notes: notesOn(network, label, projection, members, related, sources),
  };
}
