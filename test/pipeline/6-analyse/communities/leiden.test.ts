import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregate, renumber } from '../../../../pipeline/6-analyse/communities/aggregate.ts';
import { connectedParts } from '../../../../pipeline/6-analyse/communities/connected.ts';
import { findCommunities } from '../../../../pipeline/6-analyse/communities/find.ts';
import { leiden } from '../../../../pipeline/6-analyse/communities/leiden.ts';
import { bestLouvain } from '../../../../pipeline/6-analyse/communities/louvain.ts';
import { modularity } from '../../../../pipeline/6-analyse/communities/modularity.ts';
import { move } from '../../../../pipeline/6-analyse/communities/move.ts';
import { refine } from '../../../../pipeline/6-analyse/communities/refine.ts';
import type { Weighted } from '../../../../pipeline/6-analyse/communities/weighted.ts';
import { anyLinks, blocks, linked } from '../../../helpers/links.ts';

const OPTIONS = { resolution: 1, runs: 3, maxRunNodes: 10_000, least: 1e-3, hold: 1e-3, seed: 1 };
const alone = (nodes: number): Uint32Array => Uint32Array.from({ length: nodes }, (_, i) => i);
const anyGraph = fc.integer({ min: 1, max: 14 }).chain((nodes) => anyLinks(nodes).map((links) => linked(nodes, links)));
const anyResolution = fc.constantFrom(0.3, 1, 1.7);
const same = (partition: Uint32Array): number[] => {
  const copy = partition.slice();
  renumber(copy);
  return [...copy];
};

/** Modularity pair by pair, from its definition. */
function naive({ offsets, targets, weights, strength }: Weighted, membership: Uint32Array, resolution: number): number {
  const all = strength.reduce((a, b) => a + b, 0);
  let sum = 0;
  for (let a = 0; a < strength.length; a++)
    for (let b = 0; b < strength.length; b++) {
      if (membership[a] !== membership[b]) continue;
      for (let k = offsets[a]!; k < offsets[a + 1]!; k++) if (targets[k] === b) sum += weights[k]!;
      sum -= (resolution * strength[a]! * strength[b]!) / all;
    }
  return all > 0 ? sum / all : 0;
}

/** The best of all partitions. */
function best(graph: Weighted, resolution: number): number {
  const nodes = graph.strength.length;
  let found = -Infinity;
  const membership = new Uint32Array(nodes);
  const place = (node: number, used: number): void => {
    if (node === nodes) found = Math.max(found, naive(graph, membership, resolution));
    else
      for (let c = 0; c <= used; c++) {
        membership[node] = c;
        place(node + 1, Math.max(used, c + 1));
      }
  };
  place(0, 0);
  return found;
}

test('modularity is what its definition says', () =>
  fc.assert(
    fc.property(anyGraph, anyResolution, fc.array(fc.nat(3), { minLength: 14, maxLength: 14 }), (graph, resolution, communities) => {
      const membership = Uint32Array.from(communities, (c) => c % graph.strength.length).slice(0, graph.strength.length);
      expect(modularity(graph, membership, resolution)).toBeCloseTo(naive(graph, membership, resolution), 10);
    }),
  ));

test('an aggregate has the modularity of what it is made of, but for the links inside its nodes', () =>
  fc.assert(
    fc.property(anyGraph, fc.array(fc.nat(4), { minLength: 14, maxLength: 14 }), (graph, parts) => {
      const membership = Uint32Array.from(parts).slice(0, graph.strength.length);
      const count = renumber(membership);
      const above = aggregate(graph, membership, count);
      const all = graph.strength.reduce((a, b) => a + b, 0);
      expect(above.strength.reduce((a, b) => a + b, 0)).toBeCloseTo(all, 9);
      const between = above.weights.reduce((a, b) => a + b, 0);
      const cut = Array.from(graph.targets.keys()).reduce((sum, k) => {
        const row = graph.offsets.findLastIndex((at) => at <= k);
        return membership[row] === membership[graph.targets[k]!] ? sum : sum + graph.weights[k]!;
      }, 0);
      expect(between).toBeCloseTo(cut, 9);
    }),
  ));

describe('moving', () => {
  test('again and again, ends where no node gains by going anywhere, alone or to another community', () =>
    fc.assert(
      fc.property(anyGraph, anyResolution, (graph, resolution) => {
        const membership = alone(graph.strength.length);
        while (move(graph, membership, resolution) > 0);
        const reached = naive(graph, membership, resolution);
        for (let node = 0; node < membership.length; node++)
          for (const to of [...new Set(membership), 1_000]) {
            const other = membership.slice();
            other[node] = to;
            expect(naive(graph, other, resolution)).toBeLessThanOrEqual(reached + 1e-9);
          }
      }),
    ));
});

describe('refining', () => {
  test('parts are connected and each within one community', () =>
    fc.assert(
      fc.property(anyGraph, fc.array(fc.nat(2), { minLength: 14, maxLength: 14 }), (graph, communities) => {
        const membership = Uint32Array.from(communities).slice(0, graph.strength.length);
        const parts = refine(graph, membership, 1);
        expect(same(connectedParts(graph, parts))).toEqual(same(parts));
        parts.forEach((part, node) => expect(membership[part]).toBe(membership[node]));
      }),
    ));

  test('two cliques on a thread share no part, even where they were one community', () => {
    const clique = (from: number) =>
      [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].map((j): [number, number, number] => [from + i, from + j, 1]));
    const graph = linked(8, [...clique(0), ...clique(4), [3, 4, 0.1]]);
    const parts = refine(graph, new Uint32Array(8), 1);
    expect(Array.from(parts.slice(0, 4)).filter((part) => parts.slice(4).includes(part))).toEqual([]);
    expect(new Set(parts).size).toBeLessThan(8);
  });
});

describe('an iteration of Leiden', () => {
  test('never lowers modularity, from any partition', () =>
    fc.assert(
      fc.property(anyGraph, anyResolution, fc.array(fc.nat(13), { minLength: 14, maxLength: 14 }), (graph, resolution, start) => {
        const membership = Uint32Array.from(start, (c) => c % graph.strength.length).slice(0, graph.strength.length);
        const found = leiden(graph, membership, resolution);
        expect(modularity(graph, found, resolution)).toBeGreaterThanOrEqual(modularity(graph, membership, resolution) - 1e-9);
      }),
    ));

  test('finds the blocks of a block model', () => {
    const graph = blocks(8, 50, 12, 2);
    const found = leiden(graph, alone(400), 1);
    expect([...found]).toEqual(Array.from({ length: 400 }, (_, i) => Math.floor(i / 50)));
  });
});

describe('communities', () => {
  test('of small graphs are near the best there is', () => {
    let reached = 0;
    let possible = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 7 }).chain((nodes) => anyLinks(nodes, 14).map((links) => linked(nodes, links))),
        (graph) => {
          const found = findCommunities(graph, { ...OPTIONS, runs: 0 });
          const top = best(graph, 1);
          expect(found.modularity).toBeLessThanOrEqual(top + 1e-9);
          reached += found.modularity;
          possible += top;
        },
      ),
      { seed: 1 },
    );
    expect(reached).toBeGreaterThan(0.98 * possible);
  });

  test('are connected, as good as they say, and the same when found again from themselves', () =>
    fc.assert(
      fc.property(anyGraph, anyResolution, fc.constantFrom(0, 2), (graph, resolution, runs) => {
        const options = { ...OPTIONS, resolution, runs };
        const { membership, modularity: told } = findCommunities(graph, options);
        expect(told).toBeCloseTo(naive(graph, membership, resolution), 10);
        expect(same(connectedParts(graph, membership))).toEqual([...membership]);
        const again = findCommunities(graph, options, membership);
        expect([...again.membership]).toEqual([...membership]);
        expect(again.steps.map(({ by }) => by)).toEqual(['kept']);
      }),
    ));

  test('a refined Louvain is no worse, and on a block model that is hard better than Louvain', () => {
    const graph = blocks(200, 20, 3, 3);
    const louvain = modularity(graph, bestLouvain(graph, 1, 1, 1), 1);
    const { steps, modularity: reached } = findCommunities(graph, { ...OPTIONS, runs: 1 });
    expect(steps.map(({ by }) => by)).toEqual(['louvain', 'leiden']);
    expect(reached).toBeGreaterThan(louvain + 0.001);
  });

  test('a node without links is alone', () => {
    const { membership } = findCommunities(linked(4, [[0, 1, 1], [1, 2, 1]]), OPTIONS); // prettier-ignore
    expect(new Set(membership.slice(0, 3)).has(membership[3]!)).toBe(false);
  });
});
