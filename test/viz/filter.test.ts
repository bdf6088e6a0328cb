import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EDGE_KINDS, NODE_KINDS, type KnowledgeGraph } from '../../src/graph.ts';
import { countCommunities, countKinds, histogram, OPEN, passing, type Filter } from '../../viz/filter.ts';
import { edgeKindAt, edgeOf, forEachLink, keyOf, modelOf } from '../../viz/model.ts';
import { paperId, smallGraph } from '../helpers/graph.ts';

const graph = smallGraph();
for (const [i, key] of graph.filterEdges((_key, { evidence }, source) => evidence.length > 0 && source.startsWith('paper:')).entries())
  if (i % 5) graph.setEdgeAttribute(key, 'confidence', ((i * 37) % 101) / 100); // a fifth of them has none
const model = modelOf(graph);
const everything: Filter = { ...OPEN, hiddenKinds: [], least: 1 };
const idsOf = (mask: Uint8Array): string[] => [...mask.keys()].filter((i) => mask[i]).map((i) => model.id(i));

/** The same rules over the graph itself, a node at a time. */
function oracle(graph: KnowledgeGraph, filter: Filter): string[] {
  const linkPasses = (key: string): boolean => {
    const { kind, evidence, confidence = 1 } = graph.getEdgeAttributes(key);
    return (
      !filter.hiddenLinks.includes(kind) &&
      (evidence.length === 0 || evidence.length >= filter.said) &&
      confidence * 100 >= filter.sure - 1e-9
    );
  };
  const paperPasses = (id: string): boolean => {
    const node = graph.getNodeAttributes(id);
    if (node.kind !== 'paper' || (node.community !== null && filter.hiddenCommunities.includes(node.community))) return false;
    const month = node.date?.year === undefined ? null : node.date.year * 12 + (node.date.month ?? 1) - 1;
    if ((filter.from !== null || filter.to !== null) && month === null) return false;
    if (filter.from !== null && month! < filter.from) return false;
    if (filter.to !== null && month! > filter.to) return false;
    return filter.linked.every((entity) => {
      const near = graph.filterEdges(entity, linkPasses).map((key) => graph.opposite(entity, key));
      return near.some((one) => one === id || (one.startsWith('result:') && graph.inNeighbors(one).includes(id)));
    });
  };
  return graph
    .filterNodes((id, node) => {
      if (filter.hiddenKinds.includes(node.kind)) return false;
      if (node.kind === 'paper') return paperPasses(id);
      if (node.kind !== 'result' && node.papers < filter.least) return false;
      return graph.filterInEdges(id, (key, _attributes, source) => paperPasses(source) && linkPasses(key)).length > 0;
    })
    .sort();
}

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const month = fc.option(fc.integer({ min: 2023 * 12, max: 2025 * 12 }));
const filter: fc.Arbitrary<Filter> = fc.record({
  hiddenKinds: some(NODE_KINDS),
  hiddenCommunities: some(['c1', 'none']),
  hiddenLinks: some(EDGE_KINDS),
  least: fc.integer({ min: 1, max: 3 }),
  said: fc.integer({ min: 1, max: 2 }),
  sure: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100 })),
  from: month,
  to: month,
  linked: fc.uniqueArray(fc.constantFrom('metric:flops', 'hardware:iphone-8', 'technique:structured-pruning'), { maxLength: 2 }),
});

describe('what passes', () => {
  test('is what the rules say, however the parts are combined', () => {
    fc.assert(fc.property(filter, (one) => void expect(idsOf(passing(model, one).nodes)).toEqual(oracle(graph, one))));
  });

  test('a stricter filter lets no more through', () => {
    fc.assert(
      fc.property(filter, (one) => {
        const wide = new Set(idsOf(passing(model, { ...one, least: 1, hiddenKinds: [], linked: [] }).nodes));
        for (const id of idsOf(passing(model, one).nodes)) expect(wide.has(id)).toBe(true);
      }),
    );
  });

  test('no edge without its ends', () => {
    fc.assert(
      fc.property(filter, (one) => {
        const { nodes, edges } = passing(model, one);
        for (let edge = 0; edge < edges.length; edge++)
          if (edges[edge]) {
            expect([nodes[model.source[edge]!], nodes[model.target[edge]!]]).toEqual([1, 1]);
            expect(one.hiddenLinks).not.toContain(edgeKindAt(model, edge));
          }
      }),
    );
  });

  test('at first: papers and what they share', () => {
    const shared = graph.filterNodes((_id, node) => node.kind !== 'paper' && node.kind !== 'result' && node.papers > 1);
    const papers = graph.filterNodes((_id, { kind }) => kind === 'paper');
    expect(shared.length).toBeGreaterThan(0);
    expect(idsOf(passing(model, OPEN).nodes)).toEqual([...papers, ...shared].sort());
  });
});

test('columns hold what the graph holds', () => {
  expect(model.count).toBe(graph.order);
  for (let i = 0; i < model.count; i++) {
    expect(model.row(model.id(i))).toBe(i);
    const others: string[] = [];
    forEachLink(model, i, (_edge, other) => others.push(model.id(other)));
    expect(others.sort()).toEqual(graph.mapEdges(model.id(i), (key) => graph.opposite(model.id(i), key)).sort());
  }
  for (let edge = 0; edge < model.source.length; edge++) {
    expect(graph.hasEdge(keyOf(model, edge))).toBe(true);
    expect(edgeOf(model, keyOf(model, edge))).toBe(edge);
  }
  expect(model.row('nothing')).toBe(-1);
  expect(edgeOf(model, 'a b')).toBe(-1);
  expect(edgeOf(model, `${paperId(1)} uses ${paperId(1)}`)).toBe(-1);
});

test('counts', () => {
  expect(countKinds(model)[0]).toBe(6);
  const { nodes } = passing(model, everything);
  expect(countKinds(model, nodes).reduce((a, b) => a + b)).toBe(nodes.reduce((a, b) => a + b, 0));
  expect(countCommunities(model, nodes).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(6);
  const { first, counts } = histogram(model);
  expect([first, [...counts]]).toEqual([2024 * 12, [6]]);
});
