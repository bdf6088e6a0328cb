import { edgeKey, type KnowledgeGraph } from '../../src/graph.ts';
import type { Analysis, Network, Positions } from '../types.ts';

/** Short numbers make small files, and the last bits of a sum tell nothing. */
const significant = (value: number): number => Number(value.toPrecision(6));
const hundredths = (value: number): number => Math.round(value * 100) / 100 || 0;

/** Writes what analysis and layout found into the graph: attributes of every node, communities, and edges between related papers. */
export function annotate(graph: KnowledgeGraph, network: Network, analysis: Analysis, positions: Positions): void {
  const { ids } = network;
  const { communities, levels } = analysis;
  graph.updateAttributes((before) => ({ ...before, communities, levels }));
  ids.forEach((id, i) => {
    const node = graph.getNodeAttributes(id); // set in place: tens of thousands of events that nobody hears are not free
    node.community = communities[analysis.community[i]!]?.id ?? null;
    node.degree = analysis.degree[i]!;
    node.betweenness = significant(analysis.betweenness[i]!);
    node.x = hundredths(positions.x[i]!);
    node.y = hundredths(positions.y[i]!);
    node.size = hundredths(positions.size[i]!);
  });
  for (const { source, target, weight, shared } of analysis.related) {
    const [from, to] = [ids[source]!, ids[target]!];
    graph.addDirectedEdgeWithKey(edgeKey('related_to', from, to), from, to, {
      kind: 'related_to',
      weight: significant(weight),
      evidence: [],
      why: shared.map((node) => ids[node]!),
    });
  }
}
