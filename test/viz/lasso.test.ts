import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inside, within, type Point } from '../../viz/lasso.ts';
import { modelOf } from '../../viz/model.ts';
import { boardsOf } from '../../viz/panels/selection.ts';
import { smallGraph } from '../helpers/graph.ts';

const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });

test('inside a triangle is on the same side of all three of its edges', () => {
  const side = (p: Point, a: Point, b: Point) => Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
  fc.assert(
    fc.property(point, point, point, point, (p, a, b, c) => {
      const sides = [side(p, a, b), side(p, b, c), side(p, c, a)];
      fc.pre(!sides.includes(0));
      expect(inside(p, [a, b, c])).toBe(new Set(sides).size === 1);
    }),
  );
});

test('only passing nodes are in it, where they stand on the stage', () => {
  const graph = smallGraph();
  graph.forEachNode((id) => graph.mergeNodeAttributes(id, { x: id.length, y: 0 }));
  const model = modelOf(graph);
  const to = { x0: 100, y0: 200, dx: 10, dy: -10, size: 1 };
  const around = [{ x: 100, y: 190 }, { x: 301, y: 190 }, { x: 301, y: 210 }, { x: 100, y: 210 }]; // prettier-ignore
  const passing = new Uint8Array(model.count).fill(1);
  const short = graph.nodes().filter((id) => id.length <= 20).sort(); // prettier-ignore
  expect(within(model, passing, to, around).map((row) => model.id(row))).toEqual(short);
  passing[model.row(short[0]!)] = 0;
  expect(within(model, passing, to, around).map((row) => model.id(row))).toEqual(short.slice(1));
});

test('claims of the papers stand side by side by metric and dataset, where they name a metric', () => {
  const model = modelOf(smallGraph());
  const rows = [...model.kind.keys()];
  const said = boardsOf(model, rows).map(({ metric, dataset, results }) => [model.id(metric), dataset < 0 ? null : model.id(dataset), results.length]);
  expect(said).toEqual([
    ['metric:accuracy', 'dataset:glue', 1],
    ['metric:flops', 'dataset:imagenet-1k', 1],
  ]);
  expect(boardsOf(model, [model.row('paper:2403.00005')])).toEqual([]);
}); // prettier-ignore
