/** Related papers against a ranking found the slow way, and what is said of each. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgeKey } from '../../../src/graph.ts';
import type { EdgeAttributes, KnowledgeGraph } from '../../../src/graph.ts';
import { ENTITY_TYPES } from '../../../src/model.ts';
import { open } from '../../../src/query/open.ts';
import { paperId, smallGraph } from '../../helpers/graph.ts';
import { anyGraph, plain } from '../../helpers/random-graph.ts';

type Vector = Map<string, number>;
const WORDS = ['w0', 'w1', 'w2', 'w3', 'w4', 'w5'];
const ROLE: { [kind: string]: number } = { proposes: 1.3, uses: 1, compares_with: 0.9, mentions: 0.6, evaluated_on: 1, targets: 1, measures: 1, addresses: 1 }; // prettier-ignore
const TYPE: { [kind: string]: number } = { technique: 1, task: 0.9, dataset: 0.8, hardware: 0.6, metric: 0.4 };

const dot = (a: Vector, b: Vector): number => [...a].reduce((sum, [key, value]) => sum + value * (b.get(key) ?? 0), 0);
const scaled = (a: Vector, by: number): Vector => new Map([...a].map(([key, value]) => [key, value * by]));
const unit = (a: Vector): Vector => scaled(a, 1 / (Math.sqrt(dot(a, a)) || 1));
const typeOf = (id: string): string => id.slice(0, id.indexOf(':'));

/** What each paper names, with the families of that at half its weight, by role and rarity. */
function names(graph: KnowledgeGraph): Map<string, Vector> {
  const { papers, edges } = plain(graph);
  const out = new Map<string, Vector>(papers.map(({ id }) => [id, new Map()]));
  for (const { source, target, kind } of edges) {
    const of = out.get(source);
    if (of && ROLE[kind]) of.set(target, Math.max(of.get(target) ?? 0, ROLE[kind]));
  }
  for (const vector of out.values())
    for (const [id, weight] of Array.from(vector))
      for (const { source, target, kind } of edges)
        if (kind === 'variant_of' && source === id) vector.set(target, Math.max(vector.get(target) ?? 0, weight / 2));
  const count = (id: string): number => [...out.values()].filter((vector) => vector.has(id)).length;
  const counts = new Map([...out.values()].flatMap((vector) => [...vector.keys()].map((id) => [id, count(id)] as const)));
  for (const vector of out.values())
    for (const [id, weight] of vector)
      vector.set(id, (weight * Math.log(1 + papers.length / counts.get(id)!)) / Math.log(1 + papers.length));
  return out;
}

function vectors(graph: KnowledgeGraph): Map<string, Vector> {
  const { papers } = plain(graph);
  const named = names(graph);
  const said = papers.map(({ title, abstract }) => {
    const count: Vector = new Map();
    for (const word of `${title} ${title} ${abstract}`.split(' ').filter(Boolean)) count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  return new Map(
    papers.map(({ id }, i) => {
      const words: Vector = new Map();
      for (const [word, times] of said[i]!) {
        const n = said.filter((count) => count.has(word)).length;
        if (n > 1) words.set(word, (times / (times + 5)) * Math.sqrt(Math.log(1 + (papers.length - n + 0.5) / (n + 0.5))));
      }
      const entities = [...named.get(id)!].map(([entity, weight]) => [entity, 0.1 * TYPE[typeOf(entity)]! * weight] as const);
      return [id, unit(new Map([...unit(words), ...entities]))];
    }),
  );
}

function slowly(graph: KnowledgeGraph, from: string): Map<string, number> {
  const all = vectors(graph);
  const others = [...all.keys()].filter((id) => id !== from);
  const alike = (a: string, b: string): number => dot(all.get(a)!, all.get(b)!);
  const near = others.filter((id) => alike(from, id) > 0);
  const sum = near.reduce((total, id) => total + alike(from, id) ** 2, 0);
  const through = (to: string): number => near.reduce((total, id) => total + (alike(from, id) ** 2 / sum) * alike(id, to), 0);
  return new Map(others.map((to) => [to, (alike(from, to) + (near.length ? 0.5 * through(to) : 0)) / 1.5]));
}

/** Papers whose titles and abstracts say words by chance. */
const texts = fc.array(fc.tuple(fc.subarray(WORDS), fc.array(fc.constantFrom(...WORDS), { maxLength: 12 })), { minLength: 9, maxLength: 9 }); // prettier-ignore
const withTexts = fc.tuple(anyGraph, texts).map(([graph, texts]) => {
  plain(graph).papers.forEach(({ id }, i) => {
    const [title, abstract] = texts[i]!;
    graph.mergeNodeAttributes(id, { title: title.join(' '), abstract: abstract.join(' ') } as never);
  });
  return graph;
});

function same(items: readonly { id: string; score: number }[], expected: Map<string, number>): void {
  const wanted = new Map([...expected].filter(([, score]) => score > 1e-6));
  expect(new Set(items.filter(({ score }) => score > 1e-6).map(({ id }) => id))).toEqual(new Set(wanted.keys()));
  for (const { id, score } of items) expect(score).toBeCloseTo(expected.get(id)!, 5);
  for (const [i, { score }] of items.entries()) expect(score).toBeLessThanOrEqual(items[i - 1]?.score ?? 1);
}

test('the ranking is that of words, names and the nearest papers together', () =>
  fc.assert(
    fc.property(withTexts, (graph) => {
      for (const { id } of plain(graph).papers) same(open(graph).related({ paper: id, limit: 100 }).items, slowly(graph, id));
    }),
    { numRuns: 40 },
  ));

test('by one type of entity, nothing else counts', () =>
  fc.assert(
    fc.property(withTexts, fc.constantFrom(...ENTITY_TYPES), (graph, by) => {
      const named = new Map(
        [...names(graph)].map(([id, vector]) => [id, new Map([...vector].filter(([entity]) => typeOf(entity) === by))]),
      );
      const length = (id: string): number => Math.sqrt(dot(named.get(id)!, named.get(id)!));
      for (const from of named.keys()) {
        const { items } = open(graph).related({ paper: from, by, limit: 100 });
        const others = [...named.keys()].filter((id) => id !== from);
        same(items, new Map(others.map((to) => [to, dot(named.get(from)!, named.get(to)!) / (length(from) * length(to) + 1)]))); // prettier-ignore
        for (const item of items) {
          expect(item.shared.length).toBeGreaterThan(0);
          expect(item.shared.every(({ kind }) => kind === by)).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  ));

test('by results, both papers have a result on everything that is told', () =>
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { papers, joined } = plain(graph);
      const about = (paper: string, entity: string): boolean =>
        graph.outNeighbors(paper).some((id) => typeOf(id) === 'result' && joined(id, entity, 'of', 'over', 'on', 'runs_on'));
      for (const { id } of papers) {
        const { items } = open(graph).related({ paper: id, by: 'result', limit: 100 });
        for (const item of items)
          for (const { id: entity } of item.shared) expect([about(id, entity), about(item.id, entity)]).toEqual([true, true]);
        const found = new Set(items.map((item) => item.id));
        for (const other of papers)
          if (other.id !== id && !found.has(other.id))
            expect(graph.nodes().some((entity) => about(id, entity) && about(other.id, entity))).toBe(false);
      }
    }),
    { numRuns: 40 },
  ));

describe('what a suggestion rests on', () => {
  const { related } = open(smallGraph());
  const why = (from: number, to: number, by?: 'technique' | 'dataset' | 'result') =>
    related({ paper: paperId(from), limit: 100, ...(by && { by }) }).items.find(({ id }) => id === paperId(to))?.why;

  test.each([
    [1, 3, undefined, 'Both use structured pruning (3 papers).'],
    [1, 3, undefined, 'Both evaluate on ImageNet-1K (2 papers).'],
    [2, 4, undefined, 'Both compare with BERT (2 papers).'],
    [1, 3, 'dataset', 'Both evaluate on ImageNet-1K (2 papers).'],
    [2, 4, 'result', 'Both report figures against BERT (2 papers): 3.5x here, 8-18x there.'],
  ] as const)('%i and %i by %s: %s', (from, to, by, said) => expect(why(from, to, by)).toContain(said));

  test('words of names that are told are not told again', () => {
    const words = why(1, 3)!.find((each) => each.startsWith('They share'));
    expect(words ?? '').not.toMatch(/"(?:structured|pruning|imagenet)"/);
  });

  test('versions of one family are told', () => {
    const graph = smallGraph();
    const variant: EdgeAttributes = { kind: 'variant_of', weight: 1, evidence: [], why: ['version'] };
    for (const id of ['technique:sad-place', 'technique:sad-scale'])
      graph.addEdgeWithKey(edgeKey('variant_of', id, 'technique:bert'), id, 'technique:bert', variant);
    const item = open(graph)
      .related({ paper: paperId(5), by: 'technique' })
      .items.find(({ id }) => id === paperId(6))!;
    expect(item.why).toEqual(['Both name versions of BERT: SAD place recognition here, SAD depression scale there.']);
    expect(item.evidence.map(({ sentence }) => sentence)).toEqual([
      'SAD is robust to darkness.',
      'SAD detects depression from speech on a GPU.',
    ]);
  });

  test('nothing shared is said', () =>
    expect(related({ paper: paperId(5), by: 'dataset' })).toMatchObject({
      items: [],
      notes: ['"Visual Place Recognition at Night" shares no dataset with another paper.'],
    }));

  test('the sentences are those of both papers', () => {
    const { items } = related({ paper: paperId(2), by: 'technique' });
    expect(items[0]!.evidence.map(({ paper, sentence }) => [paper, sentence])).toEqual(
      expect.arrayContaining([
        [paperId(2), 'Our student runs 3.5x faster than BERT on an iPhone 8.'],
        [paperId(4), 'Models are up to 8-18x smaller than BERT.'],
      ]),
    );
  });
});
