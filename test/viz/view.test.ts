import { describe, expect, test } from 'vitest';
import { INITIAL } from '../../viz/state.ts';
import { countKinds, known, neighbourhood, papersOf, shortTitle, visibleNodes } from '../../viz/view.ts';
import { paperId, smallGraph } from '../helpers/graph.ts';

const graph = smallGraph();
graph.updateEachNodeAttributes((_id, node) =>
  node.kind === 'paper' || node.kind === 'result'
    ? node
    : { ...node, papers: graph.inNeighbors(_id).filter((id) => id.startsWith('paper:')).length },
);
const of = (ids: Iterable<string>, kind: string) => [...ids].filter((id) => id.startsWith(`${kind}:`));
const rare = graph.filterNodes((_id, node) => node.kind !== 'paper' && node.kind !== 'result' && node.papers < 2);
const shared = graph.filterNodes((_id, node) => node.kind !== 'paper' && node.kind !== 'result' && node.papers > 1);

describe('visible nodes', () => {
  test('at first: papers and what they share', () => {
    const visible = visibleNodes(graph, INITIAL);
    expect(rare.length).toBeGreaterThan(0);
    expect([...visible].sort()).toEqual([...graph.filterNodes((_id, { kind }) => kind === 'paper'), ...shared].sort());
  });

  test('everything when nothing is filtered', () => {
    const visible = visibleNodes(graph, { ...INITIAL, hiddenKinds: [], rare: true });
    const reachable = graph.filterNodes(
      (id, { kind }) => kind === 'paper' || kind === 'result' || graph.inNeighbors(id).some((one) => one.startsWith('paper:')),
    );
    expect([...visible].sort()).toEqual(reachable.sort());
  });

  test('a kind', () => {
    const visible = visibleNodes(graph, { ...INITIAL, hiddenKinds: ['technique', 'result'] });
    expect(of(visible, 'technique')).toEqual([]);
    expect(of(visible, 'paper')).toHaveLength(6);
    expect(of(visible, 'dataset').length).toBeGreaterThan(0);
  });

  test('a community takes its papers along, and what no other paper names', () => {
    expect([...visibleNodes(graph, { ...INITIAL, rare: true, hiddenCommunities: ['c1'] })]).toEqual([]);
  });

  test('what is selected is there with its neighbours, a paper with its results', () => {
    const visible = visibleNodes(graph, { ...INITIAL, selected: paperId(1), hiddenCommunities: ['c1'] });
    expect([...visible].sort()).toEqual([paperId(1), ...graph.neighbors(paperId(1))].sort());
    expect(of(visible, 'result').length).toBeGreaterThan(0);
    expect(
      of(visibleNodes(graph, { ...INITIAL, selected: paperId(1), hiddenKinds: ['metric', 'result'], hiddenCommunities: ['c1'] }), 'metric'),
    ).toEqual([]);
  });

  test('an unknown selection changes nothing', () => {
    expect(visibleNodes(graph, { ...INITIAL, selected: '__proto__' })).toEqual(visibleNodes(graph, INITIAL));
  });
});

test('neighbourhoods', () => {
  expect(neighbourhood(graph, null).size).toBe(0);
  expect(neighbourhood(graph, 'nothing').size).toBe(0);
  expect(neighbourhood(graph, paperId(1))).toEqual(new Set([paperId(1), ...graph.neighbors(paperId(1))]));
  expect(neighbourhood(graph, 'c1').size).toBe(graph.order);
  expect(papersOf(graph, 'c1')).toHaveLength(6);
  expect([known(graph, 'c1'), known(graph, paperId(1)), known(graph, 'x')]).toEqual([true, true, false]);
});

test('counts', () => {
  expect(countKinds(graph).get('paper')).toBe(6);
  expect(countKinds(graph, new Set([paperId(1)]))).toEqual(new Map([['paper', 1]]));
});

test.each([
  ['BD-KD: Balancing the Divergences for Online Knowledge Distillation', 'BD-KD'],
  ['Compact  title', 'Compact title'],
  ['A title that goes on for much longer than a map can hold', 'A title that goes on for much…'],
  ['Is Attention Enough? A study of what else there is to be had', 'Is Attention Enough?'],
  ['x'.repeat(60), `${'x'.repeat(34)}…`],
  ['', ''],
])('%s is shortened', (title, short) => expect(shortTitle(title)).toBe(short));
