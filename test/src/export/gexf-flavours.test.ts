import { describe, expect, test } from 'vitest';
import { gexf, gexf12, gexfTime } from '../../../src/export/gexf.ts';
import type { KnowledgeGraph } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';
import { fileOf, hasModule, python } from '../../helpers/foreign.ts';
import { gexfOf, parseGexf, validateGexf } from '../../helpers/gexf.ts';
import { paperId, smallGraph } from '../../helpers/graph.ts';

const graphs = Object.entries({ small: smallGraph(), seeds: built().graph });

/** The day on which an element of the file begins, by its id. */
const starts = (xml: string, element: 'node' | 'edge'): Map<string, string> =>
  new Map([...xml.matchAll(new RegExp(`<${element} ([^>]*)>`, 'g'))].map(([, head]) => [/\bid="([^"]*)"/.exec(head!)![1]!, /\bstart="([^"]*)"/.exec(head!)?.[1] ?? ''])); // prettier-ignore

describe.each(graphs)('%s over time', (_, graph) => {
  const xml = gexfOf(graph, undefined, gexfTime);

  test('is valid, and but for the days as without', () => {
    validateGexf(xml);
    expect(xml.replace(/ start="[^"]*"/g, '').replace(' mode="dynamic" timeformat="date"', '')).toBe(gexfOf(graph));
  });

  test('nothing begins before what it rests on', () => {
    const nodes = starts(xml, 'node');
    const edges = starts(xml, 'edge');
    graph.forEachEdge((key, { evidence }, source, target) => {
      const start = edges.get(key)!;
      for (const end of [source, target]) if (nodes.get(end)) expect(start >= nodes.get(end)!).toBe(true);
      for (const { paper } of evidence.slice(0, 1)) if (nodes.get(paper)) expect(start).not.toBe('');
    });
    expect([...nodes.values()].filter(Boolean).length).toBeGreaterThan(5);
  });
});

test.each([
  [{ year: 2022 }, '2022-01-01'],
  [{ year: 2022, month: 7 }, '2022-07-01'],
  [{ year: 2022, month: 7, day: 9 }, '2022-07-09'],
  [{ year: 412 }, '0412-01-01'],
  [{ month: 7, day: 9 }, ''],
  [{ year: 12022 }, ''],
  [undefined, ''],
])('a paper of %j is there from %j on, and so is its result', (date, day) => {
  const graph = smallGraph();
  graph.mergeNodeAttributes(paperId(1), { date });
  const nodes = starts(gexfOf(graph, undefined, gexfTime), 'node');
  expect([nodes.get(paperId(1)), nodes.get('result:2401.10000-1')]).toEqual([day, day]);
});

describe.each(graphs)('%s as GEXF 1.2', (_, graph) => {
  const xml = gexfOf(graph, undefined, gexf12);

  test('differs from 1.3 in its names alone', () => {
    const names: [string, string][] = [['xmlns="http://www.gexf.net/1.2draft"', 'xmlns="http://gexf.net/1.3"'], ['xmlns:viz="http://www.gexf.net/1.2draft/viz"', 'xmlns:viz="http://gexf.net/1.3/viz"'], ['version="1.2"', 'version="1.3"']]; // prettier-ignore
    const renamed = names.reduce((text, [old, now]) => text.replace(old, now), xml);
    validateGexf(renamed);
    expect(renamed).toBe(gexfOf(graph).replace(/ kind="\w+" label=/g, ' label='));
    expect(parseGexf(xml).order).toBe(graph.order);
  });

  test.skipIf(!hasModule('networkx'))('networkx reads places, colours, kinds and sentences', () => {
    const script = `
import networkx
g = networkx.read_gexf(files[0])
print(json.dumps([g.is_directed(), [[n, d] for n, d in g.nodes(data=True)], [[u, v, d] for u, v, d in g.edges(data=True)]]))`;
    type Data = { [name: string]: unknown };
    const [directed, nodes, edges] = python<[boolean, [string, Data][], [string, string, Data][]]>(script, fileOf('graph.gexf', xml));
    expect(directed).toBe(true);
    expect(nodes.map(([id]) => id).sort()).toEqual(graph.nodes().sort());
    for (const [id, data] of nodes) {
      const { label, kind, x, y, size } = graph.getNodeAttributes(id);
      expect(data).toMatchObject({ label, kind, viz: { position: { x, y }, size, color: {} } });
      expect(Object.keys((data['viz'] as Data)['color'] as Data).sort()).toEqual(['a', 'b', 'g', 'r']);
    }
    const ours = (g: KnowledgeGraph) => g.mapEdges((key, { kind, weight, evidence }) => [key, kind, weight, evidence.length]).sort();
    expect(edges.map(([, , d]) => [d['id'], d['kind'], d['weight'], d['mentions']]).sort()).toEqual(ours(graph));
  });
});

test('the three are told apart by name', () => expect(new Set([gexf.id, gexf12.id, gexfTime.id]).size).toBe(3));
