import { describe, expect, test } from 'vitest';
import { edgeKey } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';

describe('the seeds', () => {
  const { graph, network, analysis, positions } = built();

  test('every node bears its community, centrality and place', () => {
    const communities = analysis.communities.map(({ id }) => id);
    expect(graph.getAttribute('communities')).toEqual(analysis.communities);
    expect(graph.order).toBe(network.ids.length);
    network.ids.forEach((id, i) => {
      const node = graph.getNodeAttributes(id);
      expect(node.community).toBe(analysis.community[i]! < 0 ? null : communities[analysis.community[i]!]);
      expect(node.degree).toBe(analysis.degree[i]);
      expect(node.betweenness).toBeCloseTo(analysis.betweenness[i]!, 5);
      for (const key of ['x', 'y', 'size'] as const) expect(Math.abs(node[key] - positions[key][i]!)).toBeLessThanOrEqual(0.005 + 1e-9);
    });
  });

  test('rounding makes no two circles touch', () => {
    const nodes = graph.mapNodes((_, { x, y, size }) => ({ x, y, size }));
    nodes.forEach((a, i) => nodes.slice(i + 1).forEach((b) => expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.size + b.size)));
  });

  test('related papers are joined by an edge each, with the entities that both name', () => {
    expect(graph.filterEdges((_, { kind }) => kind === 'related_to')).toHaveLength(analysis.related.length);
    expect(analysis.related.length).toBeGreaterThan(20);
    for (const { source, target, weight, shared } of analysis.related) {
      const [from, to] = [network.ids[source]!, network.ids[target]!];
      const edge = graph.getEdgeAttributes(edgeKey('related_to', from, to));
      expect(edge).toMatchObject({ kind: 'related_to', evidence: [], why: shared.map((node) => network.ids[node]) });
      expect(edge.weight / weight).toBeCloseTo(1, 4);
      for (const entity of edge.why!) expect([from, to].every((paper) => graph.hasDirectedEdge(paper, entity))).toBe(true);
    }
  });
});

test('no papers, no graph', () => {
  const { graph } = built([]);
  expect([graph.order, graph.size, graph.getAttribute('communities')]).toEqual([0, 0, []]);
});
