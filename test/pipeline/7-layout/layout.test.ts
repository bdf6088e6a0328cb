import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from '../../../pipeline/5-assemble/assemble.ts';
import { analyse } from '../../../pipeline/6-analyse/analyse.ts';
import { layout } from '../../../pipeline/7-layout/layout.ts';
import { coreOf } from '../../../pipeline/7-layout/leaves.ts';
import { separate } from '../../../pipeline/7-layout/separate.ts';
import { groupsOf } from '../../../pipeline/7-layout/start.ts';
import type { Positions } from '../../../pipeline/types.ts';
import type { Record } from '../../../src/model.ts';
import { naiveResolve, seedRecords } from '../../helpers/gold.ts';
import { anyRecords, entity, manyRecords, record } from '../../helpers/made.ts';

function laidOut(records: Record[]) {
  const { network } = assemble(naiveResolve(records));
  const analysis = analyse(network, (node) => network.ids[node]!);
  return { network, analysis, positions: layout(network, analysis) };
}

/** Pairs of circles that touch, found by comparing all. */
function overlaps({ x, y, size }: Positions, margin = 0): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) if (Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) < size[i]! + size[j]! + margin) found.push([i, j]);
  return found;
}

const allFinite = ({ x, y, size }: Positions): boolean =>
  [...x, ...y, ...size].every(Number.isFinite) && size.every((radius) => radius > 0);

test('seeds: no two circles overlap, none is flung far, communities are apart, and it is the same each time', () => {
  const { network, analysis, positions } = laidOut(seedRecords());
  expect(allFinite(positions)).toBe(true);
  expect(overlaps(positions, 1)).toEqual([]);
  expect(layout(network, analysis)).toEqual(positions);

  const { x, y } = positions;
  const radii = Array.from(x, (_, i) => Math.hypot(x[i]!, y[i]!)).sort((a, b) => a - b);
  expect(radii.at(-1)! / radii[Math.floor(radii.length * 0.8)]!).toBeLessThan(1.8);

  const mean = { within: [0, 0], between: [0, 0] } as globalThis.Record<string, [number, number]>;
  const papers = network.ids.flatMap((id, i) => (id.startsWith('paper:') && analysis.community[i]! >= 0 ? [i] : []));
  for (const i of papers)
    for (const j of papers) {
      if (i >= j) continue;
      const sum = mean[analysis.community[i] === analysis.community[j] ? 'within' : 'between']!;
      sum[0] += Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!);
      sum[1]++;
    }
  expect(mean['within']![0] / mean['within']![1]).toBeLessThan((0.75 * mean['between']![0]) / mean['between']![1]);
});

test('any graph: finite, and no two circles overlap', () =>
  fc.assert(
    fc.property(anyRecords, (records) => {
      const { positions } = laidOut(records);
      expect(allFinite(positions)).toBe(true);
      expect(overlaps(positions)).toEqual([]);
    }),
    { numRuns: 40 },
  ));

test('a larger graph: no two circles overlap', () => expect(overlaps(laidOut(manyRecords(300)).positions)).toEqual([]));

test('circles on one spot, in a row, far apart, or of very different size come apart', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(0, 0, 1, -3, 1e4), fc.constantFrom(0, 0, 2), fc.constantFrom(1, 1, 5, 24)), { maxLength: 60 }),
      fc.constantFrom(0.5, 2),
      (circles, margin) => {
        const [x, y, size] = [0, 1, 2].map((field) => Float64Array.from(circles, (circle) => circle[field]!)) as [Float64Array, Float64Array, Float64Array];
        separate(x, y, size, margin);
        expect(overlaps({ x, y, size }, margin * 0.99)).toEqual([]);
      },
    ),
  )); // prettier-ignore

test('what is apart stays where it is', () => {
  const x = new Float64Array([0, 100]);
  separate(x, new Float64Array(2), new Float64Array([5, 5]), 1);
  expect(x[0]).toBeCloseTo(0, 1);
  expect(x[1]).toBeCloseTo(100, 1);
});

test.each([0, 1, 2])('%i papers alone', (n) => {
  const { positions } = laidOut(Array.from({ length: n }, (_, i) => record(`p${i}`)));
  expect([positions.x.length, allFinite(positions), overlaps(positions)]).toEqual([n, true, []]);
});

test('the core: what joins others; of a pair that has only each other, one; what is alone', () => {
  const { network } = assemble(naiveResolve([
    record('a', [entity('technique', 'X'), entity('task', 'leaf')]),
    record('b', [entity('technique', 'X')]),
    record('c', [entity('task', 'only')]),
    record('d'),
  ])); // prettier-ignore
  expect(coreOf(network).map((node) => network.ids[node])).toEqual(['paper:a', 'paper:c', 'paper:d', 'technique:x']);
});

test('groups: communities keep their number, the rest goes by component', () => {
  const { network } = assemble(naiveResolve(['a', 'b', 'c'].map((id) => record(id, [entity('task', `of ${id}`)]))));
  const community = Int32Array.from(network.ids, (id) => (id.endsWith('a') ? 0 : -1));
  const group = groupsOf(network, community);
  const of = (id: string): number => group[network.ids.indexOf(id)]!;
  expect(['a', 'b', 'c'].map((id) => [of(`paper:${id}`), of(`task:of-${id}`)])).toEqual([[0, 0], [1, 1], [2, 2]]); // prettier-ignore
});
