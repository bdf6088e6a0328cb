import { expect, test } from 'vitest';
import { centresOf, computeRegions, paintRegions, type RegionPoint } from '../../viz/regions.ts';

const points: RegionPoint[] = [
  { x: 0, y: 0, weight: 1, region: 0 },
  { x: 10, y: 5, weight: 1, region: 0 },
  { x: 100, y: 100, weight: 1, region: 1 },
];

const ownerAt = (regions: ReturnType<typeof computeRegions>, x: number, y: number): number => {
  const { bounds, width, height, owner } = regions;
  const i = Math.floor(((x - bounds.x0) / (bounds.x1 - bounds.x0)) * width);
  const j = Math.floor(((bounds.y1 - y) / (bounds.y1 - bounds.y0)) * height);
  return owner[j * width + i]!;
};

test('a point lies in the region of its community, and what lies between belongs to none', () => {
  const regions = computeRegions(points, 2);
  for (const { x, y, region } of points) expect(ownerAt(regions, x, y)).toBe(region);
  expect(ownerAt(regions, 55, 50)).toBe(-1);
});

test('painted: a colour where there is a region, clear elsewhere', () => {
  const regions = computeRegions(points, 2, 60);
  const pixels = paintRegions(regions, [[255, 0, 0], [0, 0, 255]], 0.5); // prettier-ignore
  for (const [at, owner] of regions.owner.entries()) {
    expect(pixels[at * 4 + 3]! > 0 ? owner : -1).toBe(pixels[at * 4 + 3]! > 0 ? (pixels[at * 4] ? 0 : 1) : -1);
    expect(pixels[at * 4 + 3]).toBeLessThanOrEqual(128);
  }
  expect(new Set(regions.owner)).toEqual(new Set([-1, 0, 1]));
});

test('nothing to paint', () => {
  expect(computeRegions([], 3).owner).toEqual(new Int16Array([-1]));
  expect(computeRegions([points[0]!], 1).owner).toContain(0);
});

test('centres', () => {
  expect(centresOf(points, 3)).toEqual([{ x: 5, y: 2.5 }, { x: 100, y: 100 }, null]);
});
