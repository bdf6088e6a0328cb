import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import type { SerializedGraph } from 'graphology-types';
import { expect, test } from 'vitest';
import { json } from '../../../src/export/json.ts';
import { createGraph, FORMAT_VERSION, GraphFormatError, loadGraph } from '../../../src/graph.ts';
import type { KnowledgeGraph } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';
import { smallGraph } from '../../helpers/graph.ts';

const textOf = (graph: KnowledgeGraph): string => [...(json.write(graph) as Iterable<string>)].join('');

/** All that a graph holds, whatever its order. */
const contents = (graph: KnowledgeGraph) => ({
  attributes: graph.getAttributes(),
  nodes: new Map(graph.mapNodes((id, node) => [id, node])),
  edges: new Map(graph.mapEdges((key, edge, source, target) => [key, { source, target, edge }])),
});

test.each(Object.entries({ small: smallGraph(), seeds: built().graph, empty: createGraph() }))(
  '%s: what is saved is loaded, and saved again as the same bytes',
  (_, graph) => {
    const text = textOf(graph);
    const back = loadGraph(text);
    expect(contents(back)).toEqual(contents(graph));
    expect(textOf(back)).toBe(text);
    const plain = MultiDirectedGraph.from(JSON.parse(text) as SerializedGraph);
    expect([plain.order, plain.size]).toEqual([graph.order, graph.size]);
  },
);

test('any names survive', () => {
  const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', '\ud800', '</script>', '\u2028'));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1 }), (names) => {
      const graph = createGraph();
      for (const label of names)
        graph.addNode(`task:${label}`, { kind: 'task', label, community: null, degree: 0, betweenness: 0, x: 0, y: 0, size: 1, aliases: names, papers: 0, joins: [] }); // prettier-ignore
      expect(contents(loadGraph(textOf(graph)))).toEqual(contents(graph));
    }),
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test.each([
  ['', 'not JSON'],
  ['{"attributes":', 'not JSON'],
  ['null', 'not a claimgraph graph'],
  ['[]', 'not a claimgraph graph'],
  ['{"nodes":[],"edges":[]}', 'not a claimgraph graph'],
  [`{"attributes":{"format":"claimgraph","version":${FORMAT_VERSION + 1}}}`, `graph format ${FORMAT_VERSION + 1}`],
  [`{"attributes":{"format":"claimgraph","version":${FORMAT_VERSION}}}`, 'a damaged graph'],
  [`{"attributes":{"format":"claimgraph","version":${FORMAT_VERSION},"communities":[]},"nodes":[{}],"edges":[]}`, 'a damaged graph'],
  [
    `{"attributes":{"format":"claimgraph","version":${FORMAT_VERSION},"communities":[]},"nodes":[{"key":"__proto__","attributes":{"kind":"paper"}}],"edges":[]}`,
    'a damaged graph',
  ],
])('%j is refused with a remedy', (text, said) => {
  expect(() => loadGraph(text)).toThrow(GraphFormatError);
  expect(() => loadGraph(text)).toThrow(said);
});
