import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import oracle from 'graphology-metrics/centrality/betweenness.js';
import { expect, test } from 'vitest';
import { betweenness, sourcesOf } from '../../../pipeline/6-analyse/betweenness.ts';

const anyEdges = fc
  .integer({ min: 1, max: 25 })
  .chain((order) => fc.array(fc.tuple(fc.nat(order - 1), fc.nat(order - 1)), { maxLength: 60 }).map((pairs) => ({ order, pairs })));

function rows(order: number, pairs: [number, number][]) {
  const sets = Array.from({ length: order }, () => new Set<number>());
  for (const [a, b] of pairs)
    if (a !== b) {
      sets[a]!.add(b);
      sets[b]!.add(a);
    }
  const offsets = new Uint32Array(order + 1);
  sets.forEach((set, i) => (offsets[i + 1] = offsets[i]! + set.size));
  return { offsets, targets: Uint32Array.from(sets.flatMap((set) => [...set].sort((a, b) => a - b))), sets };
}

test('equals the betweenness of graphology-metrics', () =>
  fc.assert(
    fc.property(anyEdges, ({ order, pairs }) => {
      const { sets, ...network } = rows(order, pairs);
      const graph = new UndirectedGraph();
      for (let i = 0; i < order; i++) graph.addNode(`n${i}`);
      sets.forEach((set, a) => set.forEach((b) => a < b && graph.addEdge(`n${a}`, `n${b}`)));
      const expected = oracle(graph, { getEdgeWeight: null }) as Record<string, number>;
      const found = betweenness(network, sourcesOf(order, order, 0, 1));
      found.forEach((score, i) => expect(score).toBeCloseTo(order > 2 ? expected[`n${i}`]! : 0, 10));
    }),
  ));

test('the middle of a star lies between all others, from any sample of sources', () => {
  const leaves = 40;
  const { offsets, targets } = rows(
    leaves + 1,
    Array.from({ length: leaves }, (_, i) => [0, i + 1]),
  );
  const exact = betweenness({ offsets, targets }, sourcesOf(leaves + 1, 100, 5, 1));
  expect([exact[0], exact[1]]).toEqual([1, 0]);
  const estimate = betweenness({ offsets, targets }, sourcesOf(leaves + 1, 10, 10, 1));
  expect(estimate[0]).toBeGreaterThan(0.85);
});

test('sources are drawn once each, the same for the same seed', () =>
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), fc.nat(), (order, count, seed) => {
      const sources = sourcesOf(order, 50, count, seed);
      expect(sources).toEqual(sourcesOf(order, 50, count, seed));
      expect(new Set(sources).size).toBe(sources.length);
      expect(sources.length).toBe(order <= 50 ? order : Math.min(order, count));
      for (const source of sources) expect(source).toBeLessThan(order);
    }),
  ));
