import { MultiDirectedGraph } from 'graphology';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createGraph, GraphFormatError, saveGraph } from '../../../src/graph.ts';
import type { KnowledgeGraph } from '../../../src/graph.ts';
import { BadParamsError } from '../../../src/query/errors.ts';
import { QUERIES } from '../../../src/query/index.ts';
import { open } from '../../../src/query/open.ts';
import type { ClaimGraph, ItemOf, Params, QueryName } from '../../../src/query/open.ts';
import type { Answer, Quote } from '../../../src/query/types.ts';
import { askedGraph } from '../../helpers/asked.ts';

const graph = askedGraph();
const text = [...saveGraph(graph)].join('');

describe('a graph is opened', () => {
  const expected = open(graph).search({ text: 'AlphaNet' });
  test.each([
    ['the text of graph.json', text],
    ['what it parses to', JSON.parse(text) as object],
    ['a graph already loaded', graph],
  ])('from %s', (_, given) => expect(open(given).search({ text: 'AlphaNet' })).toEqual(expected));
  test.each(['', '{}', '[]', 'null', '{"attributes":{"format":"claimgraph","version":0}}'])('and %j is refused by name', (given) =>
    expect(() => open(given)).toThrow(GraphFormatError),
  );
  test('with a method for each query, and the graph itself', () => {
    const opened = open(graph);
    expect(Object.keys(opened).sort()).toEqual([...QUERIES.map(({ id }) => id), 'graph'].sort());
    expect(opened.graph).toBeInstanceOf(MultiDirectedGraph);
  });
  test('even an empty one answers', () => {
    const empty = open(createGraph());
    for (const ask of [empty.results, empty.communities, empty.timeline, empty.gaps, empty.disagreements])
      expect(ask()).toMatchObject({ items: [], total: 0 });
  });
});

test('a graph of your own making is asked like one from a file', () => {
  const part = graph.copy() as KnowledgeGraph;
  for (const id of part.filterNodes((_, node) => node.kind === 'result')) part.dropNode(id);
  expect(open(part).results().items).toEqual([]);
  expect(open(graph).results().items.length).toBeGreaterThan(0);
});

test('the types of parameters and answers follow from the declarations', () => {
  expectTypeOf<QueryName>().toEqualTypeOf<(typeof QUERIES)[number]['id']>();
  expectTypeOf(open).returns.toEqualTypeOf<ClaimGraph>();
  expectTypeOf<ClaimGraph['graph']>().toEqualTypeOf<KnowledgeGraph>();
  expectTypeOf<ClaimGraph['results']>().returns.toEqualTypeOf<Answer<ItemOf<'results'>>>();
  expectTypeOf<ItemOf<'results'>['direction']>().toEqualTypeOf<'increase' | 'decrease' | 'value'>();
  expectTypeOf<ItemOf<'related'>['evidence']>().toEqualTypeOf<Quote[]>();
  expectTypeOf<ItemOf<'leaderboard'>>().toHaveProperty('unlike').toEqualTypeOf<string[]>();
  expectTypeOf<Params<'results'>['limit']>().toEqualTypeOf<number | string | undefined>();
  expectTypeOf<Params<'search'>>().toHaveProperty('text').toEqualTypeOf<string>();
  expectTypeOf<Params<'neighbours'>['kind']>().extract<string>().not.toBeNever();
  // What must be given, must be given.
  expectTypeOf<ClaimGraph['results']>().toBeCallableWith();
  expectTypeOf<Parameters<ClaimGraph['search']>>().toEqualTypeOf<[params: Params<'search'>]>();
  const refused = (): unknown[] => [
    // @ts-expect-error: text is missing
    open(graph).search({}),
    // @ts-expect-error: no such direction
    open(graph).results({ direction: 'sideways' }),
    // @ts-expect-error: no such parameter
    open(graph).paper({ title: 'x' }),
  ];
  expect(refused).toThrow(BadParamsError);
});
