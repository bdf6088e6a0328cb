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

/** Share of the raster's longer side over which a point spreads, where there are few points. */
const SPREAD = 0.048;
const EDGE = 0.3;
/** Passes of a box blur that come near enough to a Gaussian (P. Kovesi, "Fast almost-Gaussian filtering", 2010). */
const PASSES = 3;

/**
 * Spreads each point over the field of its community, and gives each pixel to the strongest. The more points, the narrower each
 * spreads and the more of them it takes to make a region. Cost grows with pixels and communities, hardly with points.
 * @param resolution pixels along the longer side
 */
export function computeRegions(points: readonly RegionPoint[], count: number, resolution = 320): Regions {
  if (points.length === 0)
    return { width: 1, height: 1, owner: new Int16Array([-1]), depth: new Float32Array(1), bounds: { x0: 0, y0: 0, x1: 1, y1: 1 } };
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  const span = Math.max(x1 - x0, y1 - y0) || 1;
  const spread = SPREAD * Math.max(0.3, Math.min(1, (150 / points.length) ** 0.25));
  const margin = span * spread * 3.2;
  const bounds = { x0: x0 - margin, y0: y0 - margin, x1: x1 + margin, y1: y1 + margin };
  const scale = resolution / Math.max(bounds.x1 - bounds.x0, bounds.y1 - bounds.y0);
  const width = Math.max(1, Math.ceil((bounds.x1 - bounds.x0) * scale));
  const height = Math.max(1, Math.ceil((bounds.y1 - bounds.y0) * scale));
  const sigma = span * spread * scale;
  const peak = 2 * Math.PI * sigma * sigma;
  const fields: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const { x, y, weight, region } of points) {
    if (region < 0 || region >= count) continue;
    const field = (fields[region] ??= new Float32Array(width * height));
    const at = Math.min(height - 1, Math.floor((bounds.y1 - y) * scale)) * width + Math.min(width - 1, Math.floor((x - bounds.x0) * scale));
    field[at]! += weight * peak; // so that a point alone reaches its weight
  }
  const best = new Float32Array(width * height);
  const second = new Float32Array(width * height);
  const owner = new Int16Array(width * height).fill(-1);
  for (const [region, field] of fields.entries()) {
    if (!field) continue;
    blur(field, width, height, sigma);
    for (let at = 0; at < field.length; at++) {
      const value = field[at]!;
      if (value > best[at]!) {
        second[at] = best[at]!;
        best[at] = value;
        owner[at] = region;
      } else if (value > second[at]!) second[at] = value;
    }
  }
  const edge = EDGE * Math.max(1, Math.sqrt(points.length / 400));
  const depth = new Float32Array(width * height);
  for (let at = 0; at < owner.length; at++) {
    // Fades towards its outer edge and where another community is as strong.
    const inside = Math.min(1, Math.max(0, (best[at]! - edge) / (edge * 1.8)));
    const apart = best[at]! > 0 ? Math.min(1, ((best[at]! - second[at]!) / best[at]!) * 2.5) : 0;
    depth[at] = inside * inside * (3 - 2 * inside) * (0.35 + 0.65 * apart);
    if (depth[at]! <= 0) owner[at] = -1;
  }
  return { width, height, owner, depth, bounds };
}

/** A Gaussian blur in place, as repeated box blurs along rows and columns. */
function blur(field: Float32Array, width: number, height: number, sigma: number): void {
  const radius = Math.max(1, Math.round((Math.sqrt((12 * sigma * sigma) / PASSES + 1) - 1) / 2));
  const line = new Float32Array(Math.max(width, height));
  const pass = (start: number, step: number, length: number): void => {
    let sum = 0;
    for (let i = 0; i < length; i++) line[i] = field[start + i * step]!;
    for (let i = 0; i < Math.min(radius, length); i++) sum += line[i]!;
    for (let i = 0; i < length; i++) {
      if (i + radius < length) sum += line[i + radius]!;
      if (i - radius > 0) sum -= line[i - radius - 1]!;
      field[start + i * step] = sum / (2 * radius + 1);
    }
  };
  for (let n = 0; n < PASSES; n++) {
    for (let j = 0; j < height; j++) pass(j * width, 1, width);
    for (let i = 0; i < width; i++) pass(i, width, height);
  }
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

/** Where the name of each region goes: the weighted mean of its points; null for none. */
export function centresOf(points: readonly RegionPoint[], count: number): ({ x: number; y: number } | null)[] {
  const sums = Array.from({ length: count }, () => ({ x: 0, y: 0, weight: 0 }));
  for (const { x, y, weight, region } of points) {
    const sum = sums[region];
    if (!sum) continue;
    sum.x += x * weight;
    sum.y += y * weight;
    sum.weight += weight;
  }
  return sums.map(({ x, y, weight }) => (weight > 0 ? { x: x / weight, y: y / weight } : null));
}
