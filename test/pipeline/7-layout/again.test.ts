import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from '../../../pipeline/5-assemble/assemble.ts';
import { analyse } from '../../../pipeline/6-analyse/analyse.ts';
import { asBefore, balance } from '../../../pipeline/7-layout/again.ts';
import { attract } from '../../../pipeline/7-layout/forces.ts';
import { layout } from '../../../pipeline/7-layout/layout.ts';
import { LAYOUT_DEFAULTS } from '../../../pipeline/7-layout/options.ts';
import { groupsOf } from '../../../pipeline/7-layout/start.ts';
import type { Network, Places, Positions } from '../../../pipeline/types.ts';
import type { Record } from '../../../src/model.ts';
import { naiveResolve } from '../../helpers/gold.ts';
import { entity, manyRecords, record } from '../../helpers/made.ts';

const ALWAYS = { againFrom: 0 };

function analysed(records: Record[]) {
  const { network } = assemble(naiveResolve(records));
  return { network, analysis: analyse(network, (node) => network.ids[node]!) };
}

const placesOf = ({ ids }: Network, { x, y }: Pick<Positions, 'x' | 'y'>): Places => new Map(ids.map((id, i) => [id, [x[i]!, y[i]!]]));

/** Root mean square distance from the middle. */
const extent = ({ x, y }: Positions): number => Math.sqrt(x.reduce((sum, at, i) => sum + at * at + y[i]! ** 2, 0) / x.length);

test('papers are added: what stood somewhere stays near, what is new stands by its own, and it is the same each time', () => {
  const before = analysed(manyRecords(200));
  const first = layout(before.network, before.analysis);
  const places = placesOf(before.network, first);
  const { network, analysis } = analysed(manyRecords(210));
  const again = layout(network, analysis, ALWAYS, () => {}, places);
  expect(layout(network, analysis, ALWAYS, () => {}, new Map([...places].reverse()))).toEqual(again);

  const moved = network.ids.flatMap((id, i) => {
    const place = places.get(id);
    return place ? [Math.hypot(again.x[i]! - place[0], again.y[i]! - place[1])] : [];
  });
  moved.sort((a, b) => a - b);
  expect(moved[Math.floor(moved.length / 2)]).toBeLessThan(0.2 * extent(first));
  expect(extent(again) / extent(first)).toBeGreaterThan(0.8);
  expect(extent(again) / extent(first)).toBeLessThan(1.25);

  const free = (i: number, j: number): number => Math.hypot(again.x[i]! - again.x[j]!, again.y[i]! - again.y[j]!) - again.size[i]! - again.size[j]!; // prettier-ignore
  for (let i = 0; i < network.ids.length; i++) for (let j = 0; j < i; j++) expect(free(i, j)).toBeGreaterThan(0);
});

test('an earlier drawing decides nothing where it has fewer than half of the nodes, or the graph is small', () => {
  const { network, analysis } = analysed(manyRecords(60));
  const anew = layout(network, analysis);
  const some: Places = new Map(network.ids.slice(0, network.ids.length / 2 - 1).map((id) => [id, [7, 7]]));
  expect(layout(network, analysis, ALWAYS, () => {}, some)).toEqual(anew);
  expect(layout(network, analysis, {}, () => {}, placesOf(network, anew))).toEqual(anew);
});

test('what is new stands around the middle of its neighbours, and what only it leads to around it', () => {
  const { network } = assemble(naiveResolve([
    record('a', [entity('technique', 'X'), entity('task', 'T'), entity('task', 'U')]),
    record('b', [entity('technique', 'X'), entity('task', 'V'), entity('task', 'W')]),
    record('n', [entity('technique', 'X'), entity('task', 'T'), entity('dataset', 'new')]),
  ])); // prettier-ignore
  const at = (id: string): number => network.ids.indexOf(id);
  const places: Places = new Map(
    network.ids
      .filter((id) => id !== 'paper:n' && id !== 'dataset:new')
      .map((id) => [id, id === 'technique:x' ? [1000, 0] : id === 'task:t' ? [3000, 4000] : [0, 0]]),
  );
  const { x, y } = asBefore(network, places)!;
  for (const [id, place] of places) expect([x[at(id)], y[at(id)]]).toEqual(place);
  for (const id of ['paper:n', 'dataset:new']) expect(Math.hypot(x[at(id)]! - 2000, y[at(id)]! - 2000)).toBeLessThan(10);
});

test('in balance: forces pull a drawing as much together as they push it apart, whatever its size was', () => {
  const { network, analysis } = analysed(manyRecords(100));
  const forces = { network, groups: groupsOf(network, analysis.community), related: analysis.related, options: LAYOUT_DEFAULTS };
  const settled = (): { x: Float64Array; y: Float64Array } => {
    const { x, y } = layout(network, analysis);
    attract(forces, Array.from(x.keys()), 2000, x, y);
    return { x, y };
  };
  const { x, y } = settled();
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (scale) => {
      const [a, b] = [x, y].map((values) => values.map((value) => value * scale)) as [Float64Array, Float64Array];
      balance(forces, a, b);
      for (const [i, value] of a.entries()) expect(Math.abs(value - x[i]!)).toBeLessThan(0.05 * Math.max(...x));
    }),
    { numRuns: 10 },
  );
});
