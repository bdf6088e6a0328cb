import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffGraphs } from '../../../src/diff/diff.ts';
import { diffMarkdown } from '../../../src/diff/markdown.ts';
import { loadGraph, saveGraph, type KnowledgeGraph } from '../../../src/graph.ts';
import type { Record } from '../../../src/model.ts';
import { built } from '../../helpers/built.ts';
import { seedRecords } from '../../helpers/gold.ts';
import { anyRecords, claim, entity, record, result } from '../../helpers/made.ts';

const graphOf = (records: Record[]): KnowledgeGraph => built(records).graph;
const page = (before: KnowledgeGraph, after: KnowledgeGraph, most?: number): string =>
  [...diffMarkdown(diffGraphs(before, after), most)].join('');

/** Three papers on pruning, two on splatting. */
const FIRST = [
  ...['a', 'b', 'c'].map((id) => record(id, [entity('technique', 'pruning'), entity('technique', 'magnitude pruning'), entity('dataset', 'ImageNet')])),
  ...['d', 'e'].map((id) => record(id, [entity('technique', 'splatting'), entity('task', 'view synthesis')])),
]; // prettier-ignore
const withFirst = (change: (records: Record[]) => Record[]): KnowledgeGraph => graphOf(change(structuredClone(FIRST)));

describe('nothing', () => {
  test('between a graph and itself, read back or with another order of nodes', () => {
    const graph = graphOf(seedRecords());
    const again = loadGraph([...saveGraph(graph)].join(''));
    const turned = graphOf(seedRecords().toReversed());
    for (const other of [graph, again, turned]) {
      expect(diffGraphs(graph, other).same).toBe(true);
      expect(page(graph, other)).toBe('# What changed\n\nNothing.\n');
    }
  });
});

describe('each kind of change is told once, and turned round it is the other way round', () => {
  const before = graphOf(FIRST);

  test('a new paper', () => {
    const after = withFirst((all) => [...all, record('f', [entity('technique', 'splatting'), entity('task', 'view synthesis')])]);
    const { same, papers, entities, communities, totals } = diffGraphs(before, after);
    expect(same).toBe(false);
    expect(papers).toEqual({ new: [{ id: 'paper:f', title: 'Title of f' }], gone: [], changed: [] });
    expect(entities).toEqual({ new: [], gone: [], renamed: [] });
    expect([communities.new, communities.gone, communities.moved]).toEqual([[], [], []]);
    expect(totals.papers).toEqual({ before: 5, after: 6 });
    expect(diffGraphs(after, before).papers.gone).toEqual(papers.new);
  });

  test('another abstract', () => {
    const after = withFirst(([first, ...rest]) => [{ ...first!, abstract: `${first!.abstract} And more.` }, ...rest]);
    const { papers } = diffGraphs(before, after);
    expect(papers.changed).toEqual([{ id: 'paper:a', title: 'Title of a', fields: ['abstract'] }]);
  });

  test('an entity, its link, and a link gone', () => {
    const after = withFirst(([first, ...rest]) => [
      { ...first!, entities: [...first!.entities.slice(1), entity('metric', 'FLOPs')] },
      ...rest,
    ]);
    const { entities, links } = diffGraphs(before, after);
    expect(entities).toEqual({ new: [{ id: 'metric:flops', kind: 'metric', label: 'FLOPs' }], gone: [], renamed: [] });
    expect(links).toEqual([{ kind: 'uses', new: 0, gone: 1 }]); // that to the new entity is new with it
  });

  test('a result, by what it says and not by its place', () => {
    const spoken = withFirst(([first, ...rest]) => [{ ...first!, results: [result('2x'), result('98%')] }, ...rest]);
    const turned = withFirst(([first, ...rest]) => [{ ...first!, results: [result('98%'), result('2x')] }, ...rest]);
    expect(diffGraphs(spoken, turned).same).toBe(true);
    expect(diffGraphs(before, spoken).results.new.map(({ paper, label }) => [paper, label])).toEqual([['paper:a', '2x'], ['paper:a', '98%']]); // prettier-ignore
    expect(diffGraphs(spoken, before).results.gone).toHaveLength(2);
  });

  test('a result that a paper says once more', () => {
    const once = withFirst(([first, ...rest]) => [{ ...first!, results: [result('2x')] }, ...rest]);
    const twice = withFirst(([first, ...rest]) => [{ ...first!, results: [result('2x'), result('2x')] }, ...rest]);
    expect(diffGraphs(once, twice).results.new).toHaveLength(1);
  });

  test('claims, of a technique and of a paper', () => {
    const after = withFirst(([first, ...rest]) => [
      { ...first!, claims: [claim('outperforms', 'magnitude pruning'), claim('first', null)] },
      ...rest,
    ]);
    const { claims } = diffGraphs(before, after);
    expect(claims.new.map(({ kind, subject, baseline, papers }) => [kind, subject, baseline, papers])).toEqual([
      ['first', 'Title of a', null, ['paper:a']],
      ['outperforms', 'Title of a', 'magnitude pruning', ['paper:a']],
    ]);
    expect(diffGraphs(after, before).claims.gone).toEqual(claims.new);
  });

  test('a form that is joined, and one that went to another entity', () => {
    const joined = withFirst(([first, ...rest]) => [
      { ...first!, entities: [entity('technique', 'pruning', { forms: ['pruning', 'PR'] }), ...first!.entities.slice(1)] },
      ...rest,
    ]);
    expect(diffGraphs(before, joined).joins.new.map(({ form, entity, rule }) => [form, entity, rule])).toEqual([
      ['PR', 'technique:pruning', 'defined in the paper'],
    ]);
    const other = withFirst(([first, second, ...rest]) => [
      first!,
      {
        ...second!,
        entities: [...second!.entities.slice(0, 1), entity('technique', 'magnitude pruning', { forms: ['magnitude pruning', 'PR'] })],
      },
      ...rest,
    ]);
    expect(diffGraphs(joined, other).joins.moved.map(({ form, from, to }) => [form, from.entity, to.entity])).toEqual([
      ['PR', 'technique:pruning', 'technique:magnitude-pruning'],
    ]);
  });

  test('communities: another name, a paper that moved, one that ended', () => {
    const after = loadGraph([...saveGraph(before)].join(''));
    const [pruning, splatting] = after.getAttribute('communities');
    after.setAttribute('communities', [{ ...pruning!, label: 'sparse networks' }, splatting!]);
    expect(diffGraphs(before, after).communities).toEqual({
      new: [],
      gone: [],
      renamed: [{ from: { id: pruning!.id, label: pruning!.label }, to: { id: pruning!.id, label: 'sparse networks' } }],
      moved: [],
    });
    after.setNodeAttribute('paper:c', 'community', null);
    expect(diffGraphs(before, after).communities.moved.map(({ paper, from, to }) => [paper, from?.id, to])).toEqual([['paper:c', pruning!.id, null]]); // prettier-ignore
    for (const paper of ['paper:d', 'paper:e']) after.setNodeAttribute(paper, 'community', null);
    after.setAttribute('communities', [pruning!]);
    expect(diffGraphs(before, after).communities.gone).toEqual([{ id: splatting!.id, label: splatting!.label, size: 2 }]);
  });
});

test('what is new one way is gone the other, for any two graphs', () =>
  fc.assert(
    fc.property(anyRecords, anyRecords, (a, b) => {
      const [left, right] = [graphOf(a), graphOf(b)];
      const [there, back] = [diffGraphs(left, right), diffGraphs(right, left)];
      for (const what of ['papers', 'entities', 'joins', 'results', 'claims'] as const) {
        expect(back[what].gone).toEqual(there[what].new);
        expect(back[what].new).toEqual(there[what].gone);
      }
      expect(back.same).toBe(there.same);
      expect(back.totals.papers).toEqual({ before: there.totals.papers.after, after: there.totals.papers.before });
      expect(diffGraphs(left, left).same).toBe(true);
    }),
    { numRuns: 30 },
  ));

describe('as a page', () => {
  const before = graphOf(FIRST);
  const many = graphOf([...FIRST, ...['u', 'v', 'w', 'x'].map((id) => record(id, [entity('task', `<i>${id}</i> | *text*`)]))]);

  test('counts, lists, and how many more there are', () => {
    const text = page(before, many, 2);
    expect(text).toContain('| papers | 5 | 9 | 4 | 0 |\n');
    expect(text).toContain('## New papers: 4\n\n- Title of u (`paper:u`)\n- Title of v (`paper:v`)\n- and 2 more\n');
  });

  test('text of others is nothing but text', () => {
    const text = page(before, many);
    expect(text).toContain('\\<i\\>u\\</i\\> \\| \\*text\\*, task');
    expect(text).not.toContain('<i>');
  });
});
