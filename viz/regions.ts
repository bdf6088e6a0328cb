/** Communities as soft regions: a field of how dense each is, painted once in the graph's own coordinates. Pure. */

export interface RegionPoint {
  x: number;
  y: number;
  weight: number;
  /** Index of the community. */
  region: number;
}

export interface Regions {
  width: number;
  height: number;
  /** Community of each pixel, -1 for none; rows from the top (largest y). */
  owner: Int16Array;
  /** 0 to 1: how deep in its region a pixel lies. */
  depth: Float32Array;
  /** What the raster covers, in graph coordinates. */
  bounds: { x0: number; y0: number; x1: number; y1: number };
}

/** Share of the raster's longer side over which a point spreads. */
const SPREAD = 0.048;
const EDGE = 0.3;

/**
 * Adds a Gaussian around each point to the field of its community; a pixel belongs to the strongest.
 * @param resolution pixels along the longer side
 */
export function computeRegions(points: readonly RegionPoint[], count: number, resolution = 320): Regions {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (points.length === 0)
    return { width: 1, height: 1, owner: new Int16Array([-1]), depth: new Float32Array(1), bounds: { x0: 0, y0: 0, x1: 1, y1: 1 } };
  const span = Math.max(most(xs) - least(xs), most(ys) - least(ys)) || 1;
  const margin = span * SPREAD * 3.2;
  const bounds = { x0: least(xs) - margin, y0: least(ys) - margin, x1: most(xs) + margin, y1: most(ys) + margin };
  const scale = resolution / Math.max(bounds.x1 - bounds.x0, bounds.y1 - bounds.y0);
  const width = Math.max(1, Math.ceil((bounds.x1 - bounds.x0) * scale));
  const height = Math.max(1, Math.ceil((bounds.y1 - bounds.y0) * scale));
  const sigma = span * SPREAD * scale;
  const reach = Math.ceil(sigma * 3);
  const fields = Array.from({ length: count }, () => new Float32Array(width * height));
  for (const { x, y, weight, region } of points) {
    const field = fields[region];
    if (!field) continue;
    const cx = (x - bounds.x0) * scale;
    const cy = (bounds.y1 - y) * scale;
    for (let j = Math.max(0, Math.floor(cy - reach)); j <= Math.min(height - 1, cy + reach); j++)
      for (let i = Math.max(0, Math.floor(cx - reach)); i <= Math.min(width - 1, cx + reach); i++) {
        const at = j * width + i;
        field[at] = field[at]! + weight * Math.exp(-((i - cx) ** 2 + (j - cy) ** 2) / (2 * sigma * sigma));
      }
  }
  const owner = new Int16Array(width * height).fill(-1);
  const depth = new Float32Array(width * height);
  for (let at = 0; at < owner.length; at++) {
    let best = 0;
    let second = 0;
    let who = -1;
    for (const [region, field] of fields.entries()) {
      const value = field[at]!;
      if (value > best) {
        second = best;
        best = value;
        who = region;
      } else if (value > second) second = value;
    }
    // Fades towards its outer edge and where another community is as strong.
    const inside = Math.min(1, Math.max(0, (best - EDGE) / 0.55));
    const apart = best > 0 ? Math.min(1, ((best - second) / best) * 2.5) : 0;
    depth[at] = inside * inside * (3 - 2 * inside) * (0.35 + 0.65 * apart);
    if (depth[at]! > 0) owner[at] = who;
  }
  return { width, height, owner, depth, bounds };
}

/** The pixels of the regions, RGBA, not premultiplied. */
export function paintRegions(
  regions: Regions,
  colours: readonly (readonly [number, number, number])[],
  alpha: number,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(regions.owner.length * 4);
  for (const [at, who] of regions.owner.entries()) {
    const colour = colours[who];
    if (!colour) continue;
    pixels.set(colour, at * 4);
    pixels[at * 4 + 3] = Math.round(255 * alpha * regions.depth[at]!);
  }
  return pixels;
}

/** Where a region's name goes: the mean of its points, weighted. */
export function centreOf(points: readonly RegionPoint[], region: number): { x: number; y: number } | null {
  let x = 0;
  let y = 0;
  let sum = 0;
  for (const point of points) {
    if (point.region !== region) continue;
    x += point.x * point.weight;
    y += point.y * point.weight;
    sum += point.weight;
  }
  return sum > 0 ? { x: x / sum, y: y / sum } : null;
}
