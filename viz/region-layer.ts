/** Communities as painted regions below the map: computed once for where the nodes stand, then one picture that is moved about. */
import { tone, type Theme } from './colours.ts';
import { PAPER, RESULT, type Model } from './model.ts';
import type { Projection } from './pick.ts';
import { centresOf, computeRegions, paintRegions, type RegionPoint, type Regions } from './regions.ts';

/** Pixels along the longer side; fewer where there are many fields to compute. */
const FINE = 320;

export class RegionLayer {
  /** Where the name of each community goes, in the graph's coordinates. */
  centres!: readonly ({ x: number; y: number } | null)[];
  readonly #model: Model;
  #regions!: Regions;
  readonly #context: CanvasRenderingContext2D;
  readonly #raster = document.createElement('canvas');

  constructor(model: Model, canvas: HTMLCanvasElement) {
    this.#model = model;
    this.#context = canvas.getContext('2d')!;
    this.place();
  }

  /** Computes the regions from where the nodes stand now; they are to be painted then. */
  place(): void {
    const { communities } = this.#model;
    const points = pointsOf(this.#model);
    this.centres = centresOf(points, communities.length);
    this.#regions = computeRegions(points, communities.length, communities.length > 12 ? FINE / 1.4 : FINE);
    this.#raster.width = this.#regions.width;
    this.#raster.height = this.#regions.height;
  }

  paint(theme: Theme): void {
    const { width, height } = this.#regions;
    const colours = this.#model.communities.map(({ color }) => tone(color, theme));
    const pixels = paintRegions(this.#regions, colours, theme.dark ? 0.2 : 0.17);
    this.#raster.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0);
  }

  /** The picture, and where it lies on the stage. */
  picture({ x0, y0, dx, dy }: Projection): { raster: HTMLCanvasElement; x: number; y: number; width: number; height: number } {
    const { bounds } = this.#regions;
    const [x, y] = [x0 + dx * bounds.x0, y0 + dy * bounds.y1];
    return { raster: this.#raster, x, y, width: dx * (bounds.x1 - bounds.x0), height: -dy * (bounds.y1 - bounds.y0) };
  }

  draw(to: Projection, stage: { width: number; height: number }): void {
    const context = this.#context;
    context.clearRect(0, 0, stage.width, stage.height);
    context.imageSmoothingQuality = 'high';
    const { raster, x, y, width, height } = this.picture(to);
    context.drawImage(raster, x, y, width, height);
  }
}

function pointsOf({ kind, community, links, x, y }: Model): RegionPoint[] {
  const points: RegionPoint[] = [];
  for (let i = 0; i < kind.length; i++)
    if (community[i]! >= 0 && kind[i] !== RESULT && (kind[i] === PAPER || links[i]! > 1))
      points.push({ x: x[i]!, y: y[i]!, weight: kind[i] === PAPER ? 1 : 0.35, region: community[i]! });
  return points;
}
