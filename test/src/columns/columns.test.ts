import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openColumns } from '../../../src/columns/open.ts';
import { writeColumns } from '../../../src/columns/write.ts';
import { createGraph, edgeKey, GraphFormatError } from '../../../src/graph.ts';
import type { EntityNode, KnowledgeGraph } from '../../../src/graph.ts';
import type { Losses } from '../../../src/export/index.ts';
import { built } from '../../helpers/built.ts';
import { smallGraph } from '../../helpers/graph.ts';

const bytesOf = (graph: KnowledgeGraph, losses?: Losses): Uint8Array => new Uint8Array(Buffer.concat([...writeColumns(graph, losses)]));

/** All that a graph holds, whatever its order. */
const contents = (graph: KnowledgeGraph) => ({
  attributes: graph.getAttributes(),
  nodes: new Map(graph.mapNodes((id, node) => [id, node])),
  edges: new Map(graph.mapEdges((key, edge, source, target) => [key, { source, target, edge }])),
});

const entity = (label: string, more: Partial<EntityNode> = {}): EntityNode => ({
  kind: 'task', label, community: null, degree: 0, betweenness: 0, x: 0, y: 0, size: 1, aliases: [], papers: 0, joins: [], ...more,
}); // prettier-ignore

/** A graph with every optional attribute there, and there but empty. */
function fullGraph(): KnowledgeGraph {
  const graph = smallGraph();
  graph.updateNodeAttributes('paper:2401.10000', (node) => ({
    ...node, otherIds: ['a', 'b'], authors: { count: 2, names: ['Ada', 'Grace'] }, upvotes: 0, url: 'https://example.org/', community: 'not listed',
    source: { file: 'a.txt', record: 1, line: 3, reader: 'lines' }, links: ['https://example.org/code'], date: {},
    claims: [{ kind: 'first' as const, dataset: null, span: { start: 0, end: 1, sentence: 0 } }],
  })); // prettier-ignore
  graph.updateNodeAttributes('paper:2401.10001', (node) => ({ ...node, otherIds: [], authors: { count: 0 }, community: null }));
  graph.updateNodeAttributes('task:visual-place-recognition', (node) => ({
    ...node, firstSeen: { year: 2024 }, joins: [{ form: 'VPR', rule: 'defined in the paper', papers: 1, to: 'place', note: 'so' }], parted: [{ other: 'task:x', rule: 'your aliases' }], x: -0, y: 0.1, size: 1e300,
  })); // prettier-ignore
  return graph;
}

const graphs = { small: smallGraph(), full: fullGraph(), seeds: built().graph, empty: createGraph() };

describe.each(Object.entries(graphs))('%s', (_, graph) => {
  const columns = openColumns(bytesOf(graph));
  const ids = graph.nodes().sort();

  test('comes back whole', () => expect(contents(columns.toGraph())).toEqual(contents(graph)));

  test('is the same bytes whatever the order of nodes and edges', () => {
    const other = createGraph();
    other.replaceAttributes(graph.getAttributes());
    for (const node of graph.nodes().reverse()) other.addNode(node, graph.getNodeAttributes(node));
    for (const edge of graph.edges().reverse()) other.addEdgeWithKey(edge, ...graph.extremities(edge), graph.getEdgeAttributes(edge));
    expect(Buffer.compare(bytesOf(other), bytesOf(graph))).toBe(0);
  });

  test('arrays say what the nodes say', () => {
    const communities = columns.communities.map(({ id }) => id);
    ids.forEach((id, i) => {
      const node = graph.getNodeAttributes(id);
      expect([columns.id(i), columns.row(id), columns.label(i), columns.kind(i)]).toEqual([id, i, node.label, node.kind]);
      for (const name of ['x', 'y', 'size', 'degree', 'betweenness'] as const) expect(columns[name][i]).toBe(node[name]);
      const listed = communities.indexOf(node.community!);
      if (node.community === null || listed >= 0) expect(columns.community[i]).toBe(listed + 1);
      else expect(columns.community[i]).toBeGreaterThan(communities.length);
    });
    expect(columns.row('paper:nowhere')).toBe(-1);
  });

  test('edges are found from both of their ends', () => {
    ids.forEach((id, i) => {
      const [from, to] = columns.outEdges(i);
      const keyOf = (e: number): string => edgeKey(columns.edgeKind(e), ids[columns.source[e]!]!, ids[columns.target[e]!]!);
      expect(Array.from({ length: to - from }, (_, n) => keyOf(from + n))).toEqual(graph.outEdges(id).sort());
      expect([...columns.inEdges(i)].map(keyOf).sort()).toEqual(graph.inEdges(id).sort());
    });
    for (let e = 0; e < columns.edgeCount; e++) {
      const { weight, evidence } = columns.edge(e);
      expect([columns.weight[e], columns.evidence[e]]).toEqual([weight, evidence.length]);
    }
  });

  test('opens wherever its bytes begin', () => {
    const bytes = bytesOf(graph);
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(contents(openColumns(shifted).toGraph())).toEqual(contents(graph));
    expect(contents(openColumns(bytes.buffer as ArrayBuffer).toGraph())).toEqual(contents(graph));
  });
});

test('any texts and numbers survive, but for halves of surrogate pairs, which are counted', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '__proto__', '\ufeffa', '\ud800', 'a\udc00b', '😀', '\n'));
  const number = fc.double();
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 8 }), number, fc.nat(), (texts, x, papers) => {
      const graph = createGraph();
      const halves = (given: string) => given.match(/\p{Cs}/gu)?.length ?? 0;
      const whole = (given: string) => given.replace(/\p{Cs}/gu, '\ufffd');
      const labels = texts.map((given, i) => `${i}${given}`);
      labels.forEach((label, i) => graph.addNode(`task:${i}`, entity(label, { aliases: texts, x, papers })));
      const losses = { characters: 0, numbers: 0 };
      const back = openColumns(bytesOf(graph, losses)).toGraph();
      labels.forEach((label, i) =>
        expect(back.getNodeAttributes(`task:${i}`)).toEqual(entity(whole(label), { aliases: texts.map(whole), x, papers })),
      );
      expect(losses.characters).toBe([...labels, ...texts].reduce((sum, given) => sum + halves(given), 0));
    }),
  );
});

test('a part that is asked for alone is as in the whole', () => {
  const columns = openColumns(bytesOf(graphs.full));
  expect(columns.node(columns.row('paper:2401.10000'))).toEqual(graphs.full.getNodeAttributes('paper:2401.10000'));
  const [first] = columns.outEdges(columns.row('paper:2401.10000'));
  const [key] = graphs.full.outEdges('paper:2401.10000').sort();
  expect(columns.edge(first)).toEqual(graphs.full.getEdgeAttributes(key!));
});

test('what is cut short anywhere is refused', () => {
  const bytes = bytesOf(graphs.small);
  fc.assert(
    fc.property(fc.nat(bytes.length - 8), (end) => {
      expect(() => openColumns(bytes.subarray(0, end))).toThrow(GraphFormatError);
    }),
  );
});

test.each([
  ['nothing', ''],
  ['other JSON', '{"nodes":[]}\n'],
  ['a graph.json', '{"attributes":{"format":"claimgraph"},\n"nodes":[]}'],
  ['no columns', '{"meta":{"format":"claimgraph-columns","version":1,"nodes":1,"edges":0,"communities":[]},"columns":{}}\n'],
  ['an unknown type', '{"meta":{},"columns":{"nodes.x":["i8",0,0]}}\n'],
  ['an array that begins before the file', '{"meta":{},"columns":{"nodes.x":["u8",-9,1]}}\n'],
])('%s is refused', (_, text) => expect(() => openColumns(new TextEncoder().encode(text))).toThrow(GraphFormatError));

test('another version is refused with the remedy', () => {
  const head = '{"meta":{"format":"claimgraph-columns","version":9},"columns":{}}\n';
  expect(() => openColumns(new TextEncoder().encode(head))).toThrow(/version 9.*export the graph anew/);
});
