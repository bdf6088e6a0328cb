import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGraph, edgeKey, loadGraph, saveGraph } from '../../../src/graph.ts';
import type { EntityNode, KnowledgeGraph } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';
import { gexfOf, parseGexf, validateGexf } from '../../helpers/gexf.ts';
import { smallGraph } from '../../helpers/graph.ts';

const entity = (label: string, more: Partial<EntityNode> = {}): EntityNode => ({
  kind: 'technique', label, community: null, degree: 0, betweenness: 0, x: 0, y: 0, size: 1, aliases: [], papers: 0, joins: [], ...more,
}); // prettier-ignore

/** Graphs of one entity a label, each linked to the next. */
function graphOf(ids: readonly string[], labels: readonly string[], more: Partial<EntityNode> = {}): KnowledgeGraph {
  const graph = createGraph();
  ids.forEach((id, i) => graph.addNode(id, entity(labels[i]!, { aliases: [labels[i]!], ...more })));
  ids.slice(1).forEach((id, i) => {
    graph.addEdgeWithKey(edgeKey('variant_of', ids[i]!, id), ids[i], id, {
      kind: 'variant_of',
      weight: 1,
      evidence: [],
      why: [labels[i]!],
    });
  });
  return graph;
}

/** What XML 1.0 calls a character, one by one, from the text of the standard. */
function legal(text: string): string {
  let kept = '';
  for (const char of text) {
    const c = char.codePointAt(0)!;
    const is = c === 9 || c === 10 || c === 13 || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    if (is) kept += char;
  }
  return kept;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\0', '\x0b', '\ud800', '\udc00', '\ufffe', '\uffff', '\r', '\n', '\t', ' ', '<', '&', '"', "'", ']]>', '😀', 'a') }),
  fc.constantFrom('__proto__', 'constructor', '', '<!DOCTYPE x>', '-->', '&#0;', '&lt;'),
); // prettier-ignore

const graphs = { small: smallGraph(), seeds: built().graph };

describe.each(Object.entries(graphs))('%s', (_, graph) => {
  const xml = gexfOf(graph);
  const read = parseGexf(xml);

  test('is valid by the schema of the format', () => validateGexf(xml));

  test('opens in another reader with all nodes and edges', () => {
    expect(read.nodes().sort()).toEqual(graph.nodes().sort());
    const ends = (each: Pick<KnowledgeGraph, 'edges' | 'source' | 'target'>) =>
      each.edges().sort().map((key) => [key, each.source(key), each.target(key)]); // prettier-ignore
    expect(ends(read as never)).toEqual(ends(graph));
    expect(read.edges().every((edge) => read.isDirected(edge))).toBe(true);
  });

  test('label, kind, community, colour, place, size, degree and betweenness are read back', () => {
    const communities = new Map(graph.getAttribute('communities').map((community) => [community.id, community]));
    graph.forEachNode((id, { label, kind, community, degree, betweenness, x, y, size }) => {
      const there = read.getNodeAttributes(id);
      expect(there).toMatchObject({ label, kind, degree, betweenness, x, y, size });
      expect(there['community'] ?? null).toBe(community);
      expect(there['community_label']).toBe(communities.get(community!)?.label);
      const colour = communities.get(community!)?.color ?? '#999999';
      const channels = [1, 3, 5].map((at) => Number(`0x${colour.slice(at, at + 2)}`));
      expect(there['color']).toBe(`rgb(${channels.join(',')})`);
    });
  });

  test('no attribute is lost: every text and number of the graph stands in what is read', () => {
    graph.forEachNode((id, node) => expect(missing(node, read.getNodeAttributes(id))).toEqual([]));
    graph.forEachEdge((key, edge) => {
      const why = edge.why?.map((id) => (graph.hasNode(id) ? graph.getNodeAttribute(id, 'label') : id));
      expect(missing({ ...edge, why }, read.getEdgeAttributes(key))).toEqual([]);
    });
  });

  test('edges bear the sentences that they rest on', () => {
    let sentences = 0;
    graph.forEachEdge((key, { evidence }) => {
      const texts = evidence.map(({ paper, sentence }) => {
        const node = graph.getNodeAttributes(paper);
        if (node.kind !== 'paper') throw new Error(`${paper} is no paper`);
        return `${node.title}\n${node.abstract}`.slice(...node.sentences[sentence]!);
      });
      expect(read.getEdgeAttribute(key, 'evidence')).toBe(texts.length ? [...new Set(texts)].join('\n') : undefined);
      sentences += texts.length;
    });
    expect(sentences).toBeGreaterThan(20);
  });

  test('is the same whatever the order of nodes and edges', () => {
    const other = createGraph();
    other.replaceAttributes(graph.getAttributes());
    for (const node of graph.nodes().reverse()) other.addNode(node, graph.getNodeAttributes(node));
    for (const edge of graph.edges().reverse()) other.addEdgeWithKey(edge, ...graph.extremities(edge), graph.getEdgeAttributes(edge));
    expect(gexfOf(other)).toBe(xml);
    expect(gexfOf(loadGraph([...saveGraph(graph)].join('')))).toBe(xml);
  });
});

/** Leaves of ours that stand nowhere in theirs; the number of a sentence is left out, as its text is there. */
function missing(ours: object, theirs: object): unknown[] {
  const text = JSON.stringify(Object.values(theirs));
  const leaves = (value: unknown): unknown[] =>
    value === null || value === undefined
      ? []
      : typeof value === 'object'
        ? Object.entries(value).flatMap(([key, inner]) => (key === 'sentence' ? [] : leaves(inner)))
        : [value];
  return leaves(ours).filter((leaf) => !text.includes(JSON.stringify(leaf).replace(/^"|"$/g, '')));
}

test('the graph without anything is valid', () => validateGexf(gexfOf(createGraph())));

test('any text at all, as label, id, alias and reason: still valid, nothing lost but what XML cannot hold, and that counted', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyText, { minLength: 1, maxLength: 6 }), (texts) => {
      const ids = texts.map((text) => `technique:${text}`);
      const graph = graphOf(ids, texts);
      const losses = { characters: 0, numbers: 0 };
      const xml = gexfOf(graph, losses);
      validateGexf(xml);
      const read = parseGexf(xml);
      expect([read.order, read.size]).toEqual([graph.order, graph.size]);
      const labels = read.mapNodes((_, node) => (node['label'] as string | undefined) ?? '');
      expect(labels.sort()).toEqual(texts.map(legal).sort());
      const lost = texts.reduce((sum, text) => sum + text.length - legal(text).length, 0);
      const lostInReasons = texts.slice(0, -1).reduce((sum, text) => sum + text.length - legal(text).length, 0);
      expect(losses).toEqual({ characters: 3 * lost + lostInReasons, numbers: 0 });
      expect(xml.includes('<!-- left out')).toBe(lost > 0);
    }),
    { numRuns: 200 },
  );
});

test('ids that differ only in what XML cannot hold stay two', () => {
  const ids = ['technique:a', 'technique:a\0', 'technique:a\x01', 'technique:a (2)'];
  const read = parseGexf(gexfOf(graphOf(ids, ['plain', 'null', 'one', 'two'])));
  expect(read.mapNodes((_, node) => node['label'] as string).sort()).toEqual(['null', 'one', 'plain', 'two']);
  expect(read.getNodeAttribute('technique:a', 'label')).toBe('plain');
  expect(read.getNodeAttribute('technique:a (2)', 'label')).toBe('two');
  const joined = read.mapEdges((_edge, _attributes, source, target) =>
    [source, target].map((node) => read.getNodeAttribute(node, 'label') as string),
  );
  expect(joined.sort()).toEqual([['null', 'one'], ['one', 'two'], ['plain', 'null']]); // prettier-ignore
});

test.each([
  ['x', Number.NaN],
  ['x', Infinity],
  ['y', -Infinity],
  ['size', Number.NaN],
  ['betweenness', Infinity],
  ['degree', 1.5],
  ['papers', 2 ** 31],
] as const)('%s = %d is left out and counted', (name, value) => {
  const losses = { characters: 0, numbers: 0 };
  const xml = gexfOf(graphOf(['technique:a'], ['a'], { [name]: value }), losses);
  validateGexf(xml);
  expect(losses).toEqual({ characters: 0, numbers: 1 });
  expect(parseGexf(xml).hasNodeAttribute('technique:a', name)).toBe(false);
});

test.each([[1e-9], [-1e21], [0.1], [5e-324], [-0]])('x = %d is read back', (x) => {
  const xml = gexfOf(graphOf(['technique:a'], ['a'], { x }));
  validateGexf(xml);
  expect(parseGexf(xml).getNodeAttribute('technique:a', 'x')).toBe(x + 0);
});

test('an attribute has one type, and one of the four that all readers know', () => {
  const xml = gexfOf(graphs.small);
  const declared = [...xml.matchAll(/<attribute id="(\w+)" title="(\w+)" type="(\w+)"\/>/g)];
  expect(declared.length).toBeGreaterThan(30);
  expect(declared.length).toBe(xml.split('<attribute ').length - 1);
  for (const [, , , type] of declared) expect(['string', 'integer', 'double', 'boolean']).toContain(type);
});

test.each(['#12', 'red', '"/><x', '#GGGGGG'])('a community of colour %j is grey', (color) => {
  const graph = graphOf(['technique:a'], ['a'], { community: 'c' });
  graph.setAttribute('communities', [{ id: 'c', label: 'C', size: 1, color, top: [] }]);
  expect(parseGexf(gexfOf(graph)).getNodeAttribute('technique:a', 'color')).toBe('rgb(153,153,153)');
});
