import { createRequire } from 'node:module';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import type Graph from 'graphology';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { graphml } from '../../../src/export/graphml.ts';
import { createGraph } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';
import { sentencesOf, textOf } from '../../helpers/export.ts';
import { fileOf, hasModule, python } from '../../helpers/foreign.ts';
import { smallGraph } from '../../helpers/graph.ts';

/** Reads GraphML by a parser that is not ours. */
function parse(xml: string): Graph {
  const { parse } = createRequire(import.meta.url)('graphology-graphml') as { parse(make: unknown, xml: string): Graph };
  return parse(MultiDirectedGraph, xml);
}

describe.each(Object.entries({ small: smallGraph(), seeds: built().graph }))('%s', async (_, graph) => {
  const xml = await textOf(graphml, graph);
  const sentences = sentencesOf(graph);

  test('opens in another reader with all nodes, edges and sentences', () => {
    const read = parse(xml);
    expect(read.nodes().sort()).toEqual(graph.nodes().sort());
    expect(read.edges().sort()).toEqual(graph.edges().sort());
    graph.forEachNode((id, { label, kind, x, y, size, degree, betweenness }) =>
      expect(read.getNodeAttributes(id)).toMatchObject({ label, kind, x, y, size, degree, betweenness }),
    );
    graph.forEachEdge((key, { kind, weight, evidence }, source, target) => {
      expect(read.extremities(key)).toEqual([source, target]);
      const there = read.getEdgeAttributes(key);
      expect(there).toMatchObject({ kind, weight, mentions: evidence.length });
      expect(there['evidence'] ?? '').toBe(sentences.get(key)!.join('\n'));
    });
  });

  test('every value is of a key that is declared for it, with a type of the standard', () => {
    const document = XmlDocument.fromString(xml);
    const space = { g: 'http://graphml.graphdrawing.org/xmlns' };
    const types = document.find('//g:key/@attr.type', space).map((type) => type.content);
    expect(types.length).toBeGreaterThan(40);
    for (const type of types) expect(['string', 'int', 'double', 'boolean']).toContain(type);
    for (const of of ['node', 'edge']) {
      const keys = new Set(document.find(`//g:key[@for="${of}"]/@id`, space).map((id) => id.content));
      expect(document.find(`//g:${of}/g:data/@key`, space).every((key) => keys.has(key.content))).toBe(true);
    }
    document.dispose();
  });

  test.skipIf(!hasModule('networkx'))('opens in networkx', () => {
    const script = `
import networkx
g = networkx.read_graphml(files[0], force_multigraph=True)
print(json.dumps([g.is_directed(), g.is_multigraph(), list(g.nodes(data="kind")), [[u, v, k, d.get("evidence", ""), d["weight"]] for u, v, k, d in g.edges(keys=True, data=True)]]))`;
    const [directed, multi, nodes, edges] = python<[boolean, boolean, string[][], (string | number)[][]]>(script, fileOf('a.graphml', xml));
    expect([directed, multi]).toEqual([true, true]);
    expect(nodes.sort()).toEqual(graph.mapNodes((id, { kind }) => [id, kind]).sort());
    const ours = graph.mapEdges((key, { weight }, source, target) => [source, target, key, sentences.get(key)!.join('\n'), weight]);
    expect(edges.sort()).toEqual(ours.sort());
  });

  test.skipIf(!hasModule('igraph'))('opens in igraph', () => {
    const script = `
import igraph
g = igraph.Graph.Read_GraphML(files[0])
print(json.dumps([g.is_directed(), list(zip(g.vs["id"], g.vs["label"])), [[g.vs[e.source]["id"], g.vs[e.target]["id"], e["kind"], e["weight"], e["evidence"]] for e in g.es]]))`;
    const [directed, nodes, edges] = python<[boolean, string[][], (string | number)[][]]>(script, fileOf('a.graphml', xml));
    expect(directed).toBe(true);
    expect(nodes.sort()).toEqual(graph.mapNodes((id, { label }) => [id, label]).sort());
    const ours = graph.mapEdges((key, { kind, weight }, source, target) => [source, target, kind, weight, sentences.get(key)!.join('\n')]);
    expect(edges.sort()).toEqual(ours.sort());
  });
});

test('any text at all as label and id: well-formed, and read back but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), async (texts) => {
      const graph = createGraph();
      for (const label of texts)
        graph.addNode(`task:${label}`, { kind: 'task', label, community: null, degree: 0, betweenness: 0, x: 0, y: Infinity, size: 1, aliases: texts, papers: 0, joins: [] }); // prettier-ignore
      const losses = { characters: 0, numbers: 0 };
      const document = XmlDocument.fromString(await textOf(graphml, graph, losses));
      const labels = document.find('//*[@key="n.label"]').map((data) => data.content);
      document.dispose();
      const legal = (text: string) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, ''); // oxlint-disable-line no-control-regex
      expect(labels.sort()).toEqual(texts.map(legal).sort());
      expect(losses.numbers).toBe(texts.length);
    }),
  );
});
