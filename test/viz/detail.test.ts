import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byImportance, chooseDrawn, type Budget, type Sight } from '../../viz/detail.ts';
import { OPEN, passing } from '../../viz/filter.ts';
import { sizesBy } from '../../viz/look.ts';
import { modelOf, PAPER } from '../../viz/model.ts';
import { edgeAt, nodeAt, type Projection } from '../../viz/pick.ts';
import { smallGraph } from '../helpers/graph.ts';

const model = modelOf(smallGraph());
for (let i = 0; i < model.count; i++) {
  model.x[i] = (i * 37) % 100;
  model.y[i] = (i * 53) % 100;
}
const order = byImportance(model);
const shown = passing(model, { ...OPEN, least: 1, hiddenKinds: [] });
const everywhere: Sight = { x0: -1, y0: -1, x1: 101, y1: 101 };
const total = shown.nodes.reduce((a, b) => a + b, 0);

test('a small graph is drawn whole, also what is out of sight', () => {
  const drawn = chooseDrawn(model, order, shown, { x0: 0, y0: 0, x1: 1, y1: 1 });
  expect([drawn.tier, drawn.nodes.length, drawn.cut]).toEqual(['whole', total, 0]);
});

test('of a large one no more than the budget, papers before all, nothing that does not pass or is out of sight, and the rest counted', () => {
  const budget = fc.record({ whole: fc.nat(10), dots: fc.integer({ min: 1, max: 9 }), nodes: fc.integer({ min: 1, max: 30 }), edges: fc.nat(12) });
  const side = fc.integer({ min: -1, max: 101 });
  fc.assert(
    fc.property(budget, side, side, side, side, (limits: Budget, a, b, c, d) => {
      const sight = { x0: Math.min(a, b), x1: Math.max(a, b), y0: Math.min(c, d), y1: Math.max(c, d) };
      const drawn = chooseDrawn(model, order, shown, sight, limits);
      const seen = [...shown.nodes.keys()].filter((i) => shown.nodes[i] && model.x[i]! >= sight.x0 && model.x[i]! <= sight.x1 && model.y[i]! >= sight.y0 && model.y[i]! <= sight.y1);
      expect(drawn.nodes.length + drawn.cut).toBe(seen.length);
      expect(drawn.nodes.length).toBeLessThanOrEqual(drawn.tier === 'far' ? limits.dots : limits.nodes);
      expect(drawn.edges.length).toBeLessThanOrEqual(drawn.tier === 'far' ? 0 : limits.edges);
      for (const node of drawn.nodes) expect(seen).toContain(node);
      const kinds = [...drawn.nodes].map((node) => model.kind[node] === PAPER);
      expect(kinds.lastIndexOf(true)).toBe(kinds.filter(Boolean).length - 1);
      for (const edge of drawn.edges) for (const end of [model.source[edge]!, model.target[edge]!]) expect([...drawn.nodes]).toContain(end);
    }),
  );
}); // prettier-ignore

const to: Projection = { x0: 10, y0: 500, dx: 5, dy: -5, size: 1 };

const { radius } = sizesBy(model, 'links');

test('each node is found at its own place, and nothing far from all', () => {
  const nodes = [...order];
  for (const node of nodes) {
    const found = nodeAt(model, radius, nodes, to, to.x0 + to.dx * model.x[node]!, to.y0 + to.dy * model.y[node]!, 0);
    expect([model.x[found], model.y[found]]).toEqual([model.x[node], model.y[node]]);
  }
  expect(nodeAt(model, radius, nodes, to, -500, -500, 20)).toBe(-1);
});

test('a link is found at its middle', () => {
  const { edges } = chooseDrawn(model, order, shown, everywhere);
  expect(edges.length).toBeGreaterThan(5);
  for (const edge of edges) {
    const [a, b] = [model.source[edge]!, model.target[edge]!];
    const px = to.x0 + (to.dx * (model.x[a]! + model.x[b]!)) / 2;
    const py = to.y0 + (to.dy * (model.y[a]! + model.y[b]!)) / 2;
    expect(edgeAt(model, [edge], to, px, py, 0.01)).toBe(edge);
    expect(edgeAt(model, [edge], to, px + 1e4, py, 5)).toBe(-1);
  }
});
