/** Bridges against ones found by looking at every paper and every pair of communities. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgeKey } from '../../../src/graph.ts';
import type { KnowledgeGraph } from '../../../src/graph.ts';
import { NotFoundError } from '../../../src/query/errors.ts';
import { open } from '../../../src/query/open.ts';
import { paperId, smallGraph } from '../../helpers/graph.ts';
import { anyGraph, plain } from '../../helpers/random-graph.ts';

const IDS = ['c0', 'c1', 'c2'];

function relate(graph: KnowledgeGraph, from: string, to: string, weight: number): void {
  const shared = graph.outNeighbors(from).filter((id) => !id.startsWith('result:') && graph.hasDirectedEdge(to, id));
  graph.addEdgeWithKey(edgeKey('related_to', from, to), from, to, { kind: 'related_to', weight, evidence: [], why: shared.sort() });
}

function settle(graph: KnowledgeGraph, paper: string, community: string | null): void {
  graph.mergeNodeAttributes(paper, { community } as never);
}

const name = (graph: KnowledgeGraph): void => {
  graph.setAttribute('communities', IDS.map((id) => ({ id, label: `label ${id}`, size: 1, color: '#000000', top: [] }))); // prettier-ignore
};

/** Papers in communities by chance, related by chance. */
const related = fc
  .tuple(
    anyGraph,
    fc.array(fc.constantFrom(...IDS, null), { minLength: 9, maxLength: 9 }),
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 36, maxLength: 36 }),
  )
  .map(([graph, communities, weights]) => {
    name(graph);
    const { papers } = plain(graph);
    papers.forEach(({ id }, i) => settle(graph, id, communities[i]!));
    let next = 0;
    for (const [i, { id }] of papers.entries())
      for (const other of papers.slice(0, i)) {
        const weight = weights[next++]! / 4;
        if (weight > 0) relate(graph, id, other.id, weight);
      }
    return graph;
  });

/** Weight of the five nearest papers of a community. */
function tie(graph: KnowledgeGraph, paper: string, community: string): number {
  const near = plain(graph).edges.filter(({ kind, source, target }) => kind === 'related_to' && [source, target].includes(paper));
  const there = near.filter(({ source, target }) => graph.getNodeAttribute(source === paper ? target : source, 'community') === community);
  return there.map(({ weight }) => weight).sort((a, b) => b - a).slice(0, 5).reduce((a, b) => a + b, 0); // prettier-ignore
}

const filters = fc.record({ community: fc.constantFrom(...IDS), other: fc.constantFrom(...IDS) }, { requiredKeys: [] });

test('are the papers with two ties, by the weaker one', () =>
  fc.assert(
    fc.property(related, filters, (graph, asked) => {
      const pairs = IDS.flatMap((a) => IDS.filter((b) => b !== a).map((b) => [a, b] as const));
      const fits = ([a, b]: readonly [string, string]): boolean =>
        (asked.community ?? a) === a &&
        (asked.other ?? (asked.community === undefined ? a : b)) === (asked.community === undefined ? a : b);
      const expected = new Map<string, number>();
      for (const { id } of plain(graph).papers) {
        const best = Math.max(0, ...pairs.filter(fits).map(([a, b]) => Math.min(tie(graph, id, a), tie(graph, id, b))));
        if (best > 0) expected.set(id, best);
      }
      const { items } = open(graph).bridges({ ...asked, limit: 100 });
      expect(new Map(items.map(({ id, score }) => [id, score]))).toEqual(expected);
      expect(items.map(({ score }) => score)).toEqual(items.map(({ score }) => score).sort((a, b) => b - a));
      for (const { id, sides } of items) for (const side of sides) expect(side.tie).toBeCloseTo(tie(graph, id, side.community), 3);
    }),
    { numRuns: 150 },
  ));

describe('a bridge', () => {
  const graph = smallGraph();
  name(graph);
  for (const [n, community] of [[1, 'c0'], [2, 'c1'], [3, 'c0'], [4, 'c1'], [5, null], [6, null]] as const) settle(graph, paperId(n), community); // prettier-ignore
  relate(graph, paperId(4), paperId(1), 0.4);
  relate(graph, paperId(4), paperId(2), 0.7);
  relate(graph, paperId(4), paperId(3), 0.5);
  const { bridges } = open(graph);

  test('says what joins it to each side, with sentences', () => {
    const [bridge] = bridges({}).items;
    expect(bridge).toMatchObject({ id: paperId(4), score: 0.7 });
    expect(bridge!.why).toEqual([
      'In "label c0" it is related to 2 papers, the nearest "A Study of Structured Pruning", by structured pruning.',
      'In "label c1" it is related to "Distilling Language Models for Phones", by BERT and knowledge distillation.',
    ]);
    expect(bridge!.evidence.map(({ sentence }) => sentence)).toContain('We combine knowledge distillation with structured pruning.');
  });

  test('reaches the communities asked for', () => {
    expect(bridges({ community: 'label c1', other: 'c0' }).items.map(({ id }) => id)).toContain(paperId(4));
    expect(bridges({ community: 'c2' }).items).toEqual([]);
    expect(() => bridges({ community: 'no such' })).toThrow(NotFoundError);
  });
});
