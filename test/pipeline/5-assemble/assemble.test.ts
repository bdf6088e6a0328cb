import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../pipeline/5-assemble/assemble.ts';
import { LINK_WEIGHT } from '../../../pipeline/5-assemble/weights.ts';
import { loadGraph, NODE_KINDS, saveGraph, type EdgeAttributes } from '../../../src/graph.ts';
import type { Record } from '../../../src/model.ts';
import { naiveResolve, seedRecords } from '../../helpers/gold.ts';
import { anyRecords, claim, entity, mark, record, result } from '../../helpers/made.ts';

const graphOf = (...records: Record[]) => assemble(naiveResolve(records)).graph;
const text = (records: Record[]): string => [...saveGraph(graphOf(...records))].join('');
/** Edges as "source kind target". */
const edges = (...records: Record[]): string[] => graphOf(...records).edges();

describe('edges', () => {
  test.each([
    ['proposed', 'proposes'], ['used', 'uses'], ['baseline', 'compares_with'], ['mentioned', 'mentions'],
  ] as const)('a technique that is %s: %s', (role, kind) =>
    expect(edges(record('p', [entity('technique', 'X', { role })]))).toEqual([`paper:p ${kind} technique:x`])); // prettier-ignore

  test.each([
    ['dataset', 'evaluated_on'], ['hardware', 'targets'], ['metric', 'measures'], ['task', 'addresses'],
  ] as const)('a %s: %s', (type, kind) =>
    expect(edges(record('p', [entity(type, 'X')]))).toEqual([`paper:p ${kind} ${type}:x`])); // prettier-ignore

  test('a result points at the entities of its slots; a metric that is none stays as text', () => {
    const all = [
      entity('technique', 'B'),
      entity('metric', 'FLOPs'),
      entity('dataset', 'D', { forms: ['D', 'Data'] }),
      entity('hardware', 'GPU'),
    ];
    const results = [
      result('2x', { metric: 'FLOPs', baseline: 'B', dataset: 'Data', hardware: 'GPU' }),
      result('3%', { metric: 'warmth', baseline: 'GPU' }),
    ];
    const graph = graphOf(record('p', all, { results }));
    expect(graph.outEdges('result:p/1').sort()).toEqual([
      'result:p/1 of metric:flops', 'result:p/1 on dataset:d', 'result:p/1 over technique:b', 'result:p/1 runs_on hardware:gpu',
    ]); // prettier-ignore
    expect(graph.outEdges('result:p/2')).toEqual([]);
    expect(graph.getNodeAttributes('result:p/2')).toMatchObject({ metric: 'warmth', baseline: 'GPU', label: '3% warmth' });
    expect(graph.getEdgeAttributes('paper:p claims result:p/1').evidence).toEqual([{ paper: 'paper:p', ...mark(20) }]);
  });

  const [ours, module, theirs] = [
    entity('technique', 'Ours', { role: 'proposed', mentions: [mark(12, 1)] }),
    entity('technique', 'Module', { role: 'proposed', mentions: [mark(50, 2)] }),
    entity('technique', 'Theirs', { role: 'baseline' }),
  ];
  const versus = (entities: Record['entities'], claims: Record['claims']): string[] =>
    edges(record('p', entities, { claims })).filter((key) => /outperforms|matches/.test(key));
  test.each<[string, Record['entities'], Record['claims'], string[]]>([
    ['the proposed technique that the sentence names', [ours!, module!, theirs!], [claim('outperforms', 'Theirs', { span: mark(52, 2) })], ['technique:module outperforms technique:theirs']],
    ['the first proposed where it names none', [ours!, module!, theirs!], [claim('matches', 'Theirs', { span: mark(0, 0) })], ['technique:ours matches technique:theirs']],
    ['the paper where it proposes none', [theirs!], [claim('outperforms', 'Theirs')], ['paper:p outperforms technique:theirs']],
    ['the paper, not a technique over itself', [ours!], [claim('outperforms', 'Ours')], ['paper:p outperforms technique:ours']],
    ['no edge for a claim of being first', [ours!, theirs!], [claim('first', 'Theirs')], []],
    ['no edge without a baseline that is an entity', [ours!], [claim('outperforms', 'Nobody'), claim('outperforms', null)], []],
  ])('a claim comes from: %s', (_, entities, claims, expected) => expect(versus(entities, claims)).toEqual(expected)); // prettier-ignore

  test('claims without an edge stay with their paper', () => {
    const claims = [claim('first', null), claim('outperforms', null, { dataset: 'D' })];
    expect(graphOf(record('p', [], { claims })).getNodeAttribute('paper:p', 'claims' as never)).toEqual([
      { kind: 'first', dataset: null, span: mark(30) },
      { kind: 'outperforms', dataset: 'D', span: mark(30) },
    ]);
  });

  test('variants point at their family, with the rule', () => {
    const resolved = naiveResolve([record('p', [entity('technique', 'Net'), entity('technique', 'NetV2')])]);
    const { graph } = assemble({ ...resolved, variants: [{ child: 1, parent: 0, rule: 'version' }] });
    expect(graph.getEdgeAttributes('technique:netv2 variant_of technique:net')).toMatchObject({ why: ['version'], evidence: [] });
  });

  test('two entities of a record that are one make one edge: strongest role, all mentions in reading order, each once', () => {
    const twice = [
      entity('technique', 'KD', { role: 'used', mentions: [mark(30), mark(10)] }),
      entity('technique', 'kd', { role: 'proposed', mentions: [mark(20), mark(10)] }),
    ];
    const graph = graphOf(record('p', twice));
    expect(graph.edges()).toEqual(['paper:p proposes technique:kd']);
    const { evidence, role, weight } = graph.getEdgeAttributes('paper:p proposes technique:kd');
    expect([role, evidence.map((e) => e.start)]).toEqual(['proposed', [10, 20, 30]]);
    expect(weight).toBeCloseTo(LINK_WEIGHT.proposes * Math.sqrt(3), 4);
  });
});

describe('nodes', () => {
  test('an entity tells in how many papers it is, and the earliest date that has a year', () => {
    const dates = [{ year: 2022 }, { year: 2022, month: 5 }, { month: 1, day: 7 }, { year: 2023, month: 1 }];
    const records = dates.map((date, i) => record(`p${i}`, [entity('task', 'T')], { date }));
    expect(graphOf(...records).getNodeAttributes('task:t')).toMatchObject({ papers: 4, firstSeen: { year: 2022, month: 5 } });
    expect(graphOf(records[2]!).getNodeAttributes('task:t')).not.toHaveProperty('firstSeen');
  });

  test.each([0, 1])('%i papers without entities', (n) => {
    const { graph, network } = assemble(naiveResolve(Array.from({ length: n }, (_, i) => record(`p${i}`))));
    expect([graph.order, graph.size, network.ids.length, [...network.offsets]]).toEqual([n, 0, n, Array.from({ length: n + 1 }, () => 0)]);
  });
});

describe('properties', () => {
  test('the order of records changes no byte', () => {
    const records = seedRecords();
    const { entities } = naiveResolve(records);
    expect(entities.length).toBeGreaterThan(200);
    const same = assemble(naiveResolve(records));
    const resolved = naiveResolve(records);
    const order = records.map((_, i) => i).reverse();
    const shuffled = assemble({
      ...resolved,
      records: order.map((i) => resolved.records[i]!),
      entityOf: order.map((i) => resolved.entityOf[i]!),
    });
    expect([...saveGraph(shuffled.graph)].join('')).toBe([...saveGraph(same.graph)].join(''));
    expect(shuffled.network).toEqual(same.network);
  });

  test('what is saved is what is loaded', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const saved = text(records);
        expect([...saveGraph(loadGraph(saved))].join('')).toBe(saved);
      }),
    ));

  test('the network is the graph: symmetric, sorted, its weights the sums over parallel edges', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { graph, network } = assemble(naiveResolve(records));
        const { ids, kinds, offsets, targets, weights } = network;
        expect(ids).toEqual(graph.nodes());
        expect(ids).toEqual(ids.toSorted());
        const expected = new Map<string, number>();
        graph.forEachEdge((_, { weight }: EdgeAttributes, a, b) => {
          if (a === b) return;
          for (const key of [`${a} ${b}`, `${b} ${a}`]) expected.set(key, (expected.get(key) ?? 0) + weight);
        });
        const found = new Map<string, number>();
        ids.forEach((id, i) => {
          expect(NODE_KINDS[kinds[i]!]).toBe(graph.getNodeAttribute(id, 'kind'));
          for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
            if (k > offsets[i]!) expect(targets[k]).toBeGreaterThan(targets[k - 1]!);
            found.set(`${id} ${ids[targets[k]!]}`, weights[k]!);
          }
        });
        expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [key, weight] of found) expect(weight).toBeCloseTo(expected.get(key)!, 4);
      }),
    ));

  test('every edge that comes from text carries evidence', () =>
    fc.assert(
      fc.property(anyRecords, (records) =>
        graphOf(...records).forEachEdge((_, { kind, evidence }) => expect([kind, evidence.length]).not.toEqual([kind, 0])),
      ),
    ));
});

test('ids with blanks, controls and per cent signs stay apart, hold no blank, and are still known by their own name', () => {
  const ids = ['a', 'a b', 'a%20b', 'a\nb', '__proto__'];
  const graph = graphOf(...ids.map((id) => record(id, [])));
  const nodes = graph.nodes();
  expect(nodes).toHaveLength(ids.length);
  for (const node of nodes) expect(node).not.toMatch(/\s/);
  expect(graph.getNodeAttributes('paper:a%20b')).toMatchObject({ otherIds: ['a b'] });
});
