import { edgeKey, type KnowledgeGraph } from '../../src/graph.ts';
import type { Analysis, Network, Positions } from '../types.ts';

/** Short numbers make small files, and the last bits of a sum tell nothing. */
const significant = (value: number): number => Number(value.toPrecision(6));
const hundredths = (value: number): number => Math.round(value * 100) / 100 || 0;

/** Writes what analysis and layout found into the graph: communities, centrality, places, and edges between related papers. */
export function annotate(graph: KnowledgeGraph, network: Network, analysis: Analysis, positions: Positions): void {
  const { communities, community, degree, betweenness, related } = analysis;
  graph.setAttribute('communities', communities);
  network.ids.forEach((id, i) =>
    graph.mergeNodeAttributes(id, {
      community: communities[community[i]!]?.id ?? null,
      degree: degree[i]!,
      betweenness: significant(betweenness[i]!),
      x: hundredths(positions.x[i]!),
      y: hundredths(positions.y[i]!),
      size: hundredths(positions.size[i]!),
    }),
  );
  for (const { source, target, weight, shared } of related) {
    const [from, to] = [network.ids[source]!, network.ids[target]!];
    const why = shared.map((entity) => network.ids[entity]!);
    graph.addDirectedEdgeWithKey(edgeKey('related_to', from, to), from, to, { kind: 'related_to', weight: significant(weight), evidence: [], why }); // prettier-ignore
  }
}
