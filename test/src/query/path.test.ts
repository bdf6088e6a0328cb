/** Ways between nodes against ones found by relaxing every link over and over. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnowledgeGraph } from '../../../src/graph.ts';
import { BadParamsError, NotFoundError } from '../../../src/query/errors.ts';
import { open } from '../../../src/query/open.ts';
import { paperId, smallGraph } from '../../helpers/graph.ts';
import { anyGraph, plain } from '../../helpers/random-graph.ts';

/** Weight of the link between two nodes: of all edges between them. */
function links(graph: KnowledgeGraph): Map<string, Map<string, number>> {
  const { ids, edges } = plain(graph);
  const out = new Map<string, Map<string, number>>(ids.map((id) => [id, new Map()]));
  for (const { source, target, weight, kind } of edges) {
    if (source === target || kind === 'related_to') continue;
    out.get(source)!.set(target, (out.get(source)!.get(target) ?? 0) + weight);
    out.get(target)!.set(source, (out.get(target)!.get(source) ?? 0) + weight);
  }
  return out;
}

/** Cost of the best way from a node to every other, through no result (R. Bellman, 1958). */
function costs(all: Map<string, Map<string, number>>, from: string, cost: (a: string, b: string) => number): Map<string, number> {
  const best = new Map([...all.keys()].map((id) => [id, id === from ? 0 : Infinity]));
  for (let round = 0; round < all.size; round++)
    for (const [a, row] of all)
      if (a === from || !a.startsWith('result:'))
        for (const b of row.keys()) best.set(b, Math.min(best.get(b)!, best.get(a)! + cost(a, b)));
  return best;
}

const twoNodes = anyGraph
  .filter((graph) => graph.order > 1)
  .chain((graph) => fc.tuple(fc.constant(graph), fc.uniqueArray(fc.constantFrom(...graph.nodes().sort()), { minLength: 2, maxLength: 2 }))); // prettier-ignore

test('each way is the best of those left, and no two go through one node', () =>
  fc.assert(
    fc.property(twoNodes, ([graph, [from, to]]) => {
      const all = links(graph);
      const strength = (id: string): number => [...all.get(id)!.values()].reduce((a, b) => a + b, 0);
      const strengths = new Map([...all.keys()].map((id) => [id, strength(id)]));
      const bits = (a: string, b: string): number => Math.log2(strengths.get(a)! / all.get(a)!.get(b)!);
      const { items } = open(graph).path({ from: from!, to: to!, ways: 10 });
      const left = new Map([...all].map(([id, row]) => [id, new Map(row)]));
      for (const way of items) {
        const nodes = [from!, ...way.steps.map((step) => step.to.id)];
        expect(way.steps.map((step) => step.from.id)).toEqual(nodes.slice(0, -1));
        expect(nodes.at(-1)).toBe(to);
        for (const [i, node] of nodes.slice(1).entries()) expect(left.get(nodes[i]!)!.has(node)).toBe(true);
        expect(way.bits).toBeCloseTo(costs(left, from!, bits).get(to!)!, 2);
        for (const node of nodes.slice(1, -1)) {
          for (const other of left.get(node)!.keys()) left.get(other)!.delete(node);
          left.get(node)!.clear();
        }
        if (nodes.length === 2) left.get(from!)!.delete(to!);
      }
      if (items.length < 10) expect(costs(left, from!, bits).get(to!)).toBe(Infinity);
    }),
    { numRuns: 60 },
  ));

test('a shorter way is told when it is passed over', () =>
  fc.assert(
    fc.property(twoNodes, ([graph, [from, to]]) => {
      const { items, notes = [] } = open(graph).path({ from: from!, to: to!, ways: 1 });
      const fewest = costs(links(graph), from!, () => 1).get(to!)!;
      expect(notes.join(' ')).toContain(!items[0] ? 'Nothing connects' : items[0].steps.length > fewest ? `A way of ${fewest} steps` : '');
    }),
    { numRuns: 60 },
  ));

test('the way back is the same, but for what its ends are worth', () =>
  fc.assert(
    fc.property(twoNodes, ([graph, [a, b]]) => {
      const strength = (id: string): number => Math.log2([...links(graph).get(id)!.values()].reduce((sum, w) => sum + w, 0));
      const { path } = open(graph);
      const [there] = path({ from: a!, to: b!, ways: 1 }).items;
      const [back] = path({ from: b!, to: a!, ways: 1 }).items;
      expect(back === undefined).toBe(there === undefined);
      if (there && back) expect(there.bits - strength(a!)).toBeCloseTo(back.bits - strength(b!), 1);
    }),
    { numRuns: 60 },
  ));

describe('a way', () => {
  const { path } = open(smallGraph());
  const why = (from: string, to: string): string[][] => path({ from, to }).items.map(({ steps }) => steps.map(({ why }) => why));

  test('is told step by step, each with its sentence', () => {
    const { items } = path({ from: paperId(2), to: 'structured pruning', ways: 1 });
    expect(items[0]!.steps.map(({ why }) => why)).toEqual([
      '"Distilling Language Models for Phones" uses knowledge distillation (2 papers).',
      '"Knowledge Distillation Meets Structured Pruning" uses knowledge distillation (2 papers).',
      '"Knowledge Distillation Meets Structured Pruning" uses structured pruning (3 papers).',
    ]);
    expect(items[0]!.evidence.map(({ sentence }) => sentence)).toContain('We combine knowledge distillation with structured pruning.');
  });

  test('may be a single edge', () => expect(why('PruneNet', 'magnitude pruning')[0]).toEqual(['PruneNet (1 paper) outperforms magnitude pruning (1 paper).'])); // prettier-ignore

  test('is no way between what nothing joins', () => {
    expect(path({ from: paperId(5), to: paperId(1) })).toMatchObject({ items: [], notes: [expect.stringContaining('Nothing connects')] });
  });

  test.each([
    [{ from: 'BERT', to: 'bert' }, BadParamsError],
    [{ from: 'BERT', to: 'no such thing' }, NotFoundError],
    [{ from: 'BERT', to: 'GLUE', ways: 0 }, BadParamsError],
  ] as const)('%j is refused', (params, error) => expect(() => path(params)).toThrow(error));
});
