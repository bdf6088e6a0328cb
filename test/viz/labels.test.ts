import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap, placeLabels, type Candidate } from '../../viz/labels.ts';

const stage = { x: 0, y: 0, width: 800, height: 600 };
const candidate = fc.record({
  x: fc.integer({ min: -50, max: 850 }),
  y: fc.integer({ min: -50, max: 650 }),
  gap: fc.integer({ min: 2, max: 12 }),
  width: fc.integer({ min: 5, max: 200 }),
  height: fc.integer({ min: 8, max: 30 }),
  priority: fc.nat(5),
});
const many = fc.array(candidate, { maxLength: 40 }).map((all) => all.map((one, i): Candidate => ({ ...one, id: `n${i}` })));
const dots = (all: readonly Candidate[]) =>
  all.map(({ id, x, y, gap }) => ({ id, x: x - gap + 2, y: y - gap + 2, width: 2 * gap - 4, height: 2 * gap - 4 }));

test('no label covers a label or another node, and those of nodes on the stage stay on it', () => {
  fc.assert(
    fc.property(many, (all) => {
      const placed = placeLabels(all, dots(all), stage);
      for (const [i, label] of placed.entries()) {
        for (const other of placed.slice(i + 1)) expect(overlap(label, other)).toBe(false);
        for (const dot of dots(all)) if (dot.id !== label.id) expect(overlap(label, dot)).toBe(false);
        const node = all.find(({ id }) => id === label.id)!;
        const on = node.x >= 0 && node.x <= 800 && node.y >= 0 && node.y <= 600;
        if (on)
          expect([label.x >= 0, label.y >= 0, label.x + label.width <= 800, label.y + label.height <= 600]).toEqual([
            true,
            true,
            true,
            true,
          ]);
      }
    }),
  );
});

test('the same whatever the order; the most important is always there', () => {
  fc.assert(
    fc.property(
      many.filter((all) => all.length > 0),
      (all) => {
        const first: Candidate = { id: 'first', x: 400, y: 300, gap: 3, width: 50, height: 10, priority: 9 };
        const placed = placeLabels([...all, first], [], stage);
        expect(placed[0]!.id).toBe('first');
        expect(placeLabels([first, ...[...all].reverse()], [], stage)).toEqual(placed);
      },
    ),
  );
});

test('what is forced is placed where nothing is free', () => {
  const wall = [{ id: 'wall', x: -1e3, y: -1e3, width: 3e3, height: 3e3 }];
  const one: Candidate = { id: 'a', x: 10, y: 10, gap: 3, width: 50, height: 10, priority: 1 };
  expect(placeLabels([one], wall, stage)).toEqual([]);
  expect(placeLabels([{ ...one, force: true }], wall, stage)).toHaveLength(1);
});

test('the name of a region stays on the stage, a little off its edge', () => {
  const [name] = placeLabels([{ id: 'r', x: 790, y: 4, gap: 0, width: 200, height: 20, priority: 1, centred: true }], [], stage);
  expect(name).toMatchObject({ x: 586, width: 200 });
  expect(name!.y).toBeGreaterThanOrEqual(14);
});
