import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bodies } from '../../../pipeline/7-layout/bodies.ts';
import { Near } from '../../../pipeline/7-layout/near.ts';
import { seeded } from '../../../src/random.ts';

interface Points {
  x: Float64Array;
  y: Float64Array;
  mass: Float64Array;
}

/** Each pair by itself. */
function naive({ x, y, mass }: Points, strength: number): [x: number, y: number][] {
  return Array.from(x, (_, i) => {
    const force: [number, number] = [0, 0];
    for (let j = 0; j < x.length; j++) {
      const squared = (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2;
      if (squared === 0) continue;
      force[0] += ((x[i]! - x[j]!) * strength * mass[i]! * mass[j]!) / squared;
      force[1] += ((y[i]! - y[j]!) * strength * mass[i]! * mass[j]!) / squared;
    }
    return force;
  });
}

function pushed({ x, y, mass }: Points, strength: number, theta?: number): [x: number, y: number][] {
  const [forceX, forceY] = [new Float64Array(x.length), new Float64Array(x.length)];
  new Bodies(x.length).repel(x, y, mass, strength, forceX, forceY, theta);
  return Array.from(forceX, (force, i) => [force, forceY[i]!]);
}

const length = (forces: readonly (readonly number[])[]): number => Math.hypot(...forces.flat());
const apart = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number => length(a.map((force, i) => force.map((f, d) => f - b[i]![d]!))) / (length(b) || 1); // prettier-ignore

const points = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 1, -3.5, 1e3, 1e-7), fc.integer({ min: -5000, max: 5000 }).map((y) => y / 100), fc.integer({ min: 1, max: 40 })), { maxLength: 120 })
  .map((all): Points => ({ x: Float64Array.from(all, ([x]) => x), y: Float64Array.from(all, ([, y]) => y), mass: Float64Array.from(all, ([, , mass]) => mass) })); // prettier-ignore

test('where no cell is far enough to push as one, each pair pushes', () =>
  fc.assert(fc.property(points, (all) => void expect(apart(pushed(all, 3, 0), naive(all, 3))).toBeLessThan(1e-9))));

/** Clouds of points, as communities are. */
function clouds(count: number): Points {
  const random = seeded(7);
  const spread = (): number => random() + random() + random() - 1.5;
  const centres = Array.from({ length: 12 }, () => [300 * spread(), 300 * spread()] as const);
  const of = Array.from({ length: count }, () => centres[Math.floor(random() * centres.length)]!);
  const [x, y] = [0, 1].map((axis) => Float64Array.from(of, (centre) => centre[axis]! + 20 * spread())) as [Float64Array, Float64Array];
  return { x, y, mass: Float64Array.from(of, () => 1 + Math.floor(10 * random())) };
}

test('far ones together push about as they do one by one', () => {
  const all = clouds(3000);
  expect(apart(pushed(all, 8), naive(all, 8))).toBeLessThan(0.03);
});

test('many on one spot, and one far away, come to an end', () => {
  const all = clouds(20_000);
  all.x.fill(1, 0, 15_000);
  all.y.fill(1, 0, 15_000);
  all.x[0] = 1e9;
  expect(pushed(all, 8).flat().every(Number.isFinite)).toBe(true);
});

test('circles that may touch: all pairs that do are met, each once', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: -40, max: 40, noNaN: true }), fc.constantFrom(0, 1, -30), fc.constantFrom(0.5, 1, 1.2, 6, 24)), { maxLength: 60 }),
      fc.constantFrom(0, 1.5),
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      (circles, margin, some) => {
        const [x, y, size] = [0, 1, 2].map((field) => Float64Array.from(circles, (circle) => circle[field]!)) as [Float64Array, Float64Array, Float64Array];
        const taken = Uint8Array.from(circles, (_, i) => Number(some[i]));
        const near = new Near(size, margin);
        near.place(x, y);
        const met: string[] = [];
        for (let i = 0; i < x.length; i++) if (taken[i]) near.each(i, taken, (a, b) => met.push([a, b].sort((p, q) => p - q).join()));
        expect(new Set(met).size).toBe(met.length);
        for (let i = 0; i < x.length; i++)
          for (let j = i + 1; j < x.length; j++)
            if ((taken[i] || taken[j]) && Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) < size[i]! + size[j]! + margin) expect(met).toContain(`${i},${j}`);
      },
    ),
  )); // prettier-ignore
