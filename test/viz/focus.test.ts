import { describe, expect, test } from 'vitest';
import { EDGE_KINDS, NODE_KINDS } from '../../src/graph.ts';
import { OPEN, passing } from '../../viz/filter.ts';
import { arcOf, focusOf, neighbourTowards } from '../../viz/focus.ts';
import { keyOf, modelOf } from '../../viz/model.ts';
import { paperId, smallGraph } from '../helpers/graph.ts';

const graph = smallGraph();
const model = modelOf(graph);
const shown = passing(model, OPEN);
const all = () => true;
const lit = (id: string | null, asked = true, shows: (kind: number) => boolean = all, depth = 1) =>
  focusOf(model, shown, id, { asked, depth, shows, follows: all })
    .nodes.map((node) => model.id(node))
    .sort();

describe('what is lit', () => {
  test('nothing, for nothing and for what is not known', () => {
    for (const id of [null, 'nothing', '__proto__', 'a b c']) expect(lit(id)).toEqual([]);
  });

  test('a chosen paper with all it is linked with, also what the filter leaves out, and its results', () => {
    expect(lit(paperId(1))).toEqual([paperId(1), ...graph.neighbors(paperId(1))].sort());
  });

  test('but no kind that is hidden, except the results of a paper', () => {
    const metric = NODE_KINDS.indexOf('metric');
    const kinds = lit(paperId(2), true, (kind) => kind !== metric && kind !== NODE_KINDS.indexOf('result')).map((id) => id.split(':')[0]);
    expect(kinds).toContain('result');
    expect(kinds).not.toContain('metric');
  });

  test('pointed at, what passes the filter alone', () => {
    for (const id of lit(paperId(1), false)) expect(shown.nodes[model.row(id)]).toBe(1);
    expect(lit(paperId(1), false).length).toBeLessThan(lit(paperId(1)).length);
  });

  test('further: all that so many passing links reach, and no more', () => {
    const reached = new Set(lit(paperId(1)));
    for (const depth of [2, 3]) {
      const ring = Array.from(reached);
      for (const id of ring)
        graph.forEachEdge(id, (key, { kind }) => {
          const other = graph.opposite(id, key);
          if (id !== paperId(1) && kind !== 'related_to' && shown.nodes[model.row(other)] && shown.nodes[model.row(id)]) reached.add(other);
        });
      expect(lit(paperId(1), true, all, depth)).toEqual([...reached].sort());
    }
    expect(reached.size).toBeGreaterThan(lit(paperId(1)).length);
  });

  test('no link of a kind that is left out is followed', () => {
    const uses = EDGE_KINDS.indexOf('uses');
    const { nodes } = focusOf(model, shown, paperId(1), { asked: true, depth: 1, shows: all, follows: (kind) => kind === uses });
    expect(nodes.map((node) => model.id(node)).sort()).toEqual([paperId(1), 'technique:structured-pruning']);
  });

  test('the ends of a link, the members of a community', () => {
    const key = keyOf(model, 0);
    expect(lit(key)).toEqual([model.id(model.source[0]!), model.id(model.target[0]!)].sort());
    const inIt = [...shown.nodes.keys()].filter((i) => shown.nodes[i] && model.community[i] === 0).map((i) => model.id(i));
    expect(lit('c1')).toEqual(inIt);
  });
});

test('a figure is an arc from its paper to its baseline', () => {
  const of = (n: string) => arcOf(model, model.row(`result:${n}`));
  const results = graph.filterNodes((_id, { kind }) => kind === 'result');
  const withBaseline = results.filter((id) => graph.someOutEdge(id, (_key, { kind }) => kind === 'over'));
  expect(withBaseline.length).toBeGreaterThan(0);
  for (const id of results) {
    const arc = of(id.slice('result:'.length));
    expect(arc !== null).toBe(withBaseline.includes(id));
    if (arc) expect(model.id(arc.to)).toMatch(/^technique:/);
  }
});

test('arrows lead to a neighbour in their direction, and back', () => {
  const at = new Map([['paper:x', [0, 0]], ['technique:right', [10, 1]], ['technique:up', [-1, 10]], ['technique:left', [-5, 0]]] as const); // prettier-ignore
  const ids = [...at.keys()].sort();
  const tiny = { ...model, x: Float32Array.from(ids, (id) => at.get(id)![0]), y: Float32Array.from(ids, (id) => at.get(id)![1]) };
  const focus = { nodes: [0, 1, 2, 3], edges: [], arcs: [], centre: 0 };
  const to = (dx: number, dy: number) => ids[neighbourTowards(tiny, focus, dx, dy)];
  expect([to(1, 0), to(0, 1), to(-1, 0), to(0, -1)]).toEqual(['technique:right', 'technique:up', 'technique:left', undefined]);
});
