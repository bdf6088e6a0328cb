import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotes, nameOf } from '../../../src/export/text.ts';
import { select } from '../../../src/export/select.ts';
import { NODE_KINDS } from '../../../src/graph.ts';
import type { KnowledgeGraph } from '../../../src/graph.ts';
import { assemble } from '../../../pipeline/5-assemble/assemble.ts';
import { resolve } from '../../../pipeline/4-resolve/resolve.ts';
import { paperId, smallGraph } from '../../helpers/graph.ts';
import { anyRecords } from '../../helpers/made.ts';

/** The six papers in two communities and over three years. */
function sixPapers(): KnowledgeGraph {
  const graph = smallGraph();
  graph.setAttribute('communities', [
    ...graph.getAttribute('communities'),
    { id: 'c2', label: 'night', size: 2, color: '#000000', top: [] },
  ]);
  for (const n of [5, 6]) graph.setNodeAttribute(paperId(n), 'community', 'c2');
  const dates = [
    { year: 2022 },
    { year: 2023, month: 5 },
    { year: 2023, month: 5, day: 7 },
    { year: 2024, month: 1, day: 1 },
    { month: 3 },
  ];
  dates.forEach((date, i) => graph.mergeNodeAttributes(paperId(i + 1), { date }));
  graph.mergeNodeAttributes(paperId(6), { date: undefined });
  return graph;
}

const papersOf = (graph: KnowledgeGraph): number[] => [1, 2, 3, 4, 5, 6].filter((n) => graph.hasNode(paperId(n)));

test.each([
  [{ year: 2022 }, [1, 2, 3, 4]],
  [{ year: 2022, month: 6 }, [1, 2, 3, 4]],
  [{ year: 2023 }, [2, 3, 4]],
  [{ year: 2023, month: 5, day: 8 }, [2, 4]],
  [{ year: 2023, month: 6 }, [4]],
  [{ year: 2025 }, []],
])('since %j: papers %j, as far as their dates go; those without a year are out', (since, papers) => {
  expect(papersOf(select(sixPapers(), { since }))).toEqual(papers);
});

test('a community is its papers with what they name and claim', () => {
  const graph = sixPapers();
  const night = select(graph, { communities: ['c2'] });
  expect(night.nodes().sort()).toEqual([
    'hardware:gpu', paperId(5), paperId(6), 'task:visual-place-recognition', 'technique:sad-place', 'technique:sad-scale',
  ]); // prettier-ignore
  expect(night.size).toBe(4);
  expect(select(graph, { communities: ['c1', 'c2'] }).order).toBe(graph.order);
  expect(night.getAttribute('communities').map(({ id }) => id)).toEqual(['c1', 'c2']); // entities of it lie in c1
});

test('what rests on papers that are left out is still quoted and named', () => {
  const graph = sixPapers();
  const part = select(graph, { kinds: ['technique'] });
  expect(new Set(part.mapNodes((_, { kind }) => kind))).toEqual(new Set(['technique']));
  const edge = part.edges()[0]!;
  expect(quotes(part, part.getEdgeAttribute(edge, 'evidence'))).toBe('PruneNet outperforms magnitude pruning.');
  expect(nameOf(select(part, { kinds: ['technique'] }), paperId(1))).toMatch(/^PruneNet: Structured/);
});

test('an edge loses the evidence of papers that are left out, and goes with the last of it', () => {
  const graph = sixPapers();
  const [here, there] = [3, 4].map((n) => ({ paper: paperId(n), sentence: 0, start: 0, end: 1 }));
  graph.addEdgeWithKey('both', 'technique:bert', 'technique:structured-pruning', {
    kind: 'outperforms',
    weight: 1,
    evidence: [here!, there!],
  });
  const part = select(graph, { since: { year: 2024 } });
  expect(part.getEdgeAttribute('both', 'evidence')).toEqual([there]);
  expect(graph.getEdgeAttribute('both', 'evidence')).toEqual([here, there]);
  expect(select(graph, { communities: ['c2'] }).hasEdge('both')).toBe(false);
});

test('parts of any graph: what was asked for, nothing that rests on nothing, the graph untouched', () => {
  const kinds = fc.option(fc.subarray([...NODE_KINDS], { minLength: 1 }), { nil: undefined });
  fc.assert(
    fc.property(anyRecords, kinds, fc.integer({ min: 2020, max: 2024 }), (records, kinds, year) => {
      const dated = records.map((record, i) => ({ ...record, date: { year: 2020 + (i % 5) } }));
      const { graph } = assemble(resolve(dated, []));
      const before = JSON.stringify(graph.export());
      const part = select(graph, { ...(kinds && { kinds }), since: { year } });
      expect(JSON.stringify(graph.export())).toBe(before);
      const late = new Set(dated.filter(({ date }) => date.year >= year).map(({ id }) => `paper:${id}`));
      const wanted = graph.filterNodes((id, node) => {
        if (kinds && !kinds.includes(node.kind)) return false;
        if (node.kind === 'paper') return late.has(id);
        if (node.kind === 'result') return late.has(node.evidence.paper);
        return graph.inEdges(id).some((key) => graph.getEdgeAttribute(key, 'evidence').some(({ paper }) => late.has(paper)));
      });
      expect(part.nodes().sort()).toEqual(wanted.sort());
      part.forEachEdge((_key, { evidence, kind }) => {
        expect(evidence.every(({ paper }) => late.has(paper))).toBe(true);
        if (kind !== 'variant_of' && kind !== 'related_to') expect(evidence.length).toBeGreaterThan(0);
      });
    }),
    { numRuns: 50 },
  );
});
