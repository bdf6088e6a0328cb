/**
 * The map. The only file, with its program, that knows sigma: everything else speaks of rows, communities and a camera. Sigma gets a small graph of
 * what is drawn, never the whole; what is lit lies on a layer above, so that pointing and choosing touch none of its buffers.
 */
import { MultiDirectedGraph } from 'graphology';
import { Sigma } from 'sigma';
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { LIGHT, type Rgb, type Theme } from './colours.ts';
import { byImportance, chooseDrawn, sameNodes, type Budget, type Drawn, type Sight } from './detail.ts';
import type { Passing } from './filter.ts';
import { graphOfDrawn } from './drawn-graph.ts';
import { FocusLayer } from './focus-layer.ts';
import { DARK as UNLIT, type Focus } from './focus.ts';
import { LabelLayer } from './label-layer.ts';
import type { Box } from './labels.ts';
import { crowding, palette, sizesBy, type Sizes } from './look.ts';
import type { Measure } from './measures.ts';
import { boundsOf, keyOf, type Model } from './model.ts';
import { edgeAt, nodeAt, type Projection } from './pick.ts';
import type { Picture } from './picture.ts';
import { pictureOf } from './snapshot.ts';
import { RegionLayer } from './region-layer.ts';
import { ground, ShapeProgram } from './shape-program.ts';
import type { Camera } from './state.ts';

/** Parts of the stage that panels cover, in pixels. */
export interface Insets {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface SceneEvents {
  /** A node, a community (its name on the map), an edge's key, or null for the ground. */
  onSelect(id: string | null): void;
  /** A node or community under the pointer, or null. */
  onPoint(id: string | null): void;
  onCamera(camera: Camera): void;
  /** What is drawn has changed: by filter or by moving. */
  onDrawn(drawn: Drawn): void;
}

/** How long the camera rests before what is drawn is chosen anew, in ms. */
const REST = 140;
/** The map moves where one step follows another within so many ms. */
const GOES_ON = 120;
/** Beyond the edges of the stage nodes are drawn too, as a share of its size, so that panning does not show their lack. */
const MARGIN = 0.25;
const CLOSEST = 0.004;
const FURTHEST = 4;

export class Scene {
  readonly #model: Model;
  readonly #container: HTMLElement;
  readonly #sigma: Sigma;
  readonly #labels: LabelLayer;
  readonly #lights: FocusLayer;
  readonly #regions: RegionLayer;
  readonly #order: Uint32Array;
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #events: SceneEvents;
  readonly #budget: Budget | undefined;
  #theme: Theme = LIGHT;
  #sizes: Sizes;
  #colour: (community: number) => Rgb;
  #passing: Passing | null = null;
  #papersOf: readonly number[] = [];
  #drawn: Drawn = { nodes: new Uint32Array(), edges: new Uint32Array(), cut: 0, tier: 'whole' };
  #focus: Focus = UNLIT;
  #hovered: string | null = null;
  #selected: string | null = null;
  #scale = 1;
  /** Where the regions were drawn last, and when they moved. */
  #place = '';
  #moved = -Infinity;
  #covered: () => readonly Box[] = () => [];
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** The frame in which the overlay is drawn anew, 0 for none. */
  #coming = 0;

  constructor(model: Model, container: HTMLElement, events: SceneEvents, budget?: Budget) {
    this.#model = model;
    this.#container = container;
    this.#events = events;
    this.#budget = budget;
    this.#order = byImportance(model);
    this.#colour = palette(model, this.#theme);
    this.#sizes = sizesBy(model, 'links');

    this.#sigma = new Sigma(new MultiDirectedGraph(), container, {
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: ShapeProgram as never },
      edgeProgramClasses: { line: EdgeLineProgram, thick: EdgeRectangleProgram },
      defaultDrawNodeHover: () => undefined,
      renderLabels: false,
      hideEdgesOnMove: false,
      stagePadding: 0,
      minCameraRatio: CLOSEST,
      maxCameraRatio: FURTHEST,
      minEdgeThickness: 1.3,
      enableCameraRotation: false,
      zoomDuration: this.#still.matches ? 1 : 200,
      allowInvalidContainer: true,
    });
    this.#sigma.setCustomBBox(boundsOf(model));
    this.#sigma.createCanvasContext('regions');
    this.#sigma.createCanvasContext('lights');
    this.#sigma.createCanvasContext('names');
    const canvases = this.#sigma.getCanvases();
    container.prepend(canvases['regions']!);
    canvases['mouse']!.before(canvases['lights']!, canvases['names']!);
    this.#regions = new RegionLayer(model, canvases['regions']!);
    this.#lights = new FocusLayer(model, canvases['lights']!);
    this.#labels = new LabelLayer(model, canvases['names']!);
    this.#sigma.resize(true);

    this.#sigma.on('afterRender', () => this.#overlay());
    const [mouse, touch] = [this.#sigma.getMouseCaptor(), this.#sigma.getTouchCaptor()];
    // Sigma would read pixels back for each of these; what is under the pointer is computed here.
    mouse.removeAllListeners();
    touch.removeAllListeners();
    mouse.on('mousemove', ({ x, y }) => this.#point(x, y));
    mouse.on('mouseleave', () => this.#point(-1e6, 0));
    mouse.on('click', ({ x, y }) => events.onSelect(this.#pick(x, y, false, true)));
    mouse.on('doubleClick', (event) => event.preventSigmaDefault());
    touch.on('tap', ({ touches: [one], previousTouches: [last] }) => {
      const at = one ?? last;
      if (at) events.onSelect(this.#pick(at.x, at.y, true, true));
    });
    touch.on('doubletap', (event) => event.preventSigmaDefault());
    this.#sigma.getCamera().on('updated', ({ x, y, ratio }) => {
      clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#settle(), REST);
      events.onCamera({ x, y, ratio });
    });
  }

  /** Draws what passes a filter. */
  show(passing: Passing, papersOf: readonly number[]): void {
    this.#passing = passing;
    this.#papersOf = papersOf;
    this.#settle(true);
  }

  /** Lights up a part of the map; `selected` and `hovered` are named in full. */
  light(focus: Focus, selected: string | null, hovered: string | null): void {
    this.#focus = focus;
    this.#selected = selected;
    this.#hovered = hovered;
    this.#container.classList.toggle('pointing', hovered !== null);
    this.#container.dataset['hovered'] = hovered ?? '';
    this.#overlayLater();
  }

  /** Tells where panels lie over the stage, so that no label hides under one. */
  keepClear(covered: () => readonly Box[]): void {
    this.#covered = covered;
  }

  /** What the size of a node tells from now on. */
  sizeBy(measure: Measure): void {
    this.#sizes = sizesBy(this.#model, measure);
    if (this.#passing) this.#draw();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    ground.rgb = theme.ground;
    this.#colour = palette(this.#model, theme);
    this.#regions.paint(theme);
    if (this.#passing) this.#draw();
  }

  /** Draws anew after nodes of the model have moved. */
  placed(): void {
    this.#regions.place();
    this.#regions.paint(this.#theme);
    this.#place = '';
    this.#settle(true);
  }

  /** Measures the labels anew, once their fonts are there. */
  redrawLabels(): void {
    this.#labels.forget();
    this.#overlayLater();
  }

  /** Moves the camera so that these nodes fill the part of the stage that no panel covers. */
  frame(nodes: Iterable<number>, insets: Insets, { animate = true, closest = 0.42 } = {}): void {
    const base = { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } };
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of nodes) {
      const [x, y] = [this.#model.x[node]!, this.#model.y[node]!];
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
    if (x0 > x1) return;
    const from = this.#sigma.graphToViewport({ x: x0, y: y1 }, base);
    const to = this.#sigma.graphToViewport({ x: x1, y: y0 }, base);
    const { width, height } = this.#sigma.getDimensions();
    const free = { width: Math.max(80, width - insets.left - insets.right), height: Math.max(80, height - insets.top - insets.bottom) };
    const ratio = Math.min(FURTHEST, Math.max(closest, (to.x - from.x) / free.width, (to.y - from.y) / free.height));
    const shift = { x: (insets.left - insets.right) / 2, y: (insets.top - insets.bottom) / 2 };
    const middle = { x: (from.x + to.x) / 2 - shift.x * ratio, y: (from.y + to.y) / 2 - shift.y * ratio };
    this.moveTo({ ...this.#sigma.viewportToFramedGraph(middle, base), ratio }, animate);
  }

  moveTo(camera: Camera, animate = true): void {
    const still = !animate || this.#still.matches;
    if (still) this.#sigma.getCamera().setState(camera);
    else void this.#sigma.getCamera().animate(camera, { duration: 450, easing: 'cubicInOut' });
    if (still) this.#settle();
  }

  /** Zooms about the middle of the stage; a factor under 1 goes closer. */
  zoom(factor: number): void {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    this.moveTo({ x, y, ratio: Math.min(FURTHEST, Math.max(CLOSEST, ratio * factor)) });
  }

  /** Pans by pixels. */
  pan(dx: number, dy: number): void {
    const { ratio } = this.#sigma.getCamera().getState();
    const { width, height } = this.#sigma.getDimensions();
    this.moveTo({ ...this.#sigma.viewportToFramedGraph({ x: width / 2 + dx, y: height / 2 + dy }), ratio });
  }

  /** Where a node stands on the stage, in pixels. */
  position(node: number): { x: number; y: number } {
    return this.#sigma.graphToViewport({ x: this.#model.x[node]!, y: this.#model.y[node]! });
  }

  /** Lets go of everything: another graph takes the stage. */
  kill(): void {
    clearTimeout(this.#resting);
    cancelAnimationFrame(this.#coming);
    this.#sigma.kill();
    this.#container.replaceChildren();
  }

  /** What is on the stage now, as shapes. */
  picture(legend: Picture['legend']): Picture {
    if (this.#coming) this.#overlay();
    const { width, height } = this.#sigma.getDimensions();
    const lit = new Set(this.#focus.nodes);
    return pictureOf({
      model: this.#model,
      theme: this.#theme,
      colour: this.#colour,
      radius: this.#sizes.radius,
      stage: { width, height },
      to: this.projection(),
      nodes: [...this.#drawn.nodes.filter((node) => !lit.has(node)), ...lit],
      edges: this.#drawn.edges,
      focus: this.#focus,
      labels: this.#labels.drawn,
      regions: this.#regions.picture(this.projection()),
      legend,
    });
  }

  /** From the graph's plane to the stage, and how large things are there. */
  projection(): Projection {
    const { x: x0, y: y0 } = this.#sigma.graphToViewport({ x: 0, y: 0 });
    const { x: x1 } = this.#sigma.graphToViewport({ x: 1, y: 0 });
    const { y: y1 } = this.#sigma.graphToViewport({ x: 0, y: 1 });
    return { x0, y0, dx: x1 - x0, dy: y1 - y0, size: this.#sigma.scaleSize(1) * this.#scale };
  }

  #sight(): Sight {
    const { width, height } = this.#sigma.getDimensions();
    const a = this.#sigma.viewportToGraph({ x: -width * MARGIN, y: height * (1 + MARGIN) });
    const b = this.#sigma.viewportToGraph({ x: width * (1 + MARGIN), y: -height * MARGIN });
    return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) };
  }

  /** Chooses what is drawn; sends it only where it is something else. */
  #settle(force = false): void {
    clearTimeout(this.#resting);
    if (!this.#passing) return;
    const before = this.#drawn;
    const drawn = chooseDrawn(this.#model, this.#order, this.#passing, this.#sight(), this.#budget);
    this.#drawn = drawn;
    if (force || drawn.tier !== before.tier || !sameNodes(drawn.nodes, before.nodes)) this.#draw();
    this.#events.onDrawn(drawn);
  }

  #draw(): void {
    const { nodes, edges, tier } = this.#drawn;
    this.#scale = crowding(nodes.length, this.#container.clientWidth);
    const look = { theme: this.#theme, colour: this.#colour, sizes: this.#sizes, scale: this.#scale };
    const graph = graphOfDrawn(this.#model, this.#drawn, look);
    this.#sigma.setGraph(graph as never);
    Object.assign(this.#container.dataset, { tier, drawn: String(nodes.length), lines: String(edges.length) });
  }

  #point(px: number, py: number): void {
    const id = this.#pick(px, py, false, false);
    if (id !== this.#hovered) this.#events.onPoint(id);
  }

  /** Lit nodes first, then those of the map, then names of communities, then links. */
  #pick(px: number, py: number, touch: boolean, lines: boolean): string | null {
    const to = this.projection();
    const slack = touch ? 16 : 4;
    const { model, nodes, edges } = { model: this.#model, ...this.#drawn };
    const { radius } = this.#sizes;
    let node = nodeAt(model, radius, this.#focus.nodes, to, px, py, slack);
    const name = this.#labels.nameAt(px, py);
    if (node < 0 && name !== null) return name;
    if (node < 0) node = nodeAt(model, radius, nodes, to, px, py, slack);
    if (node >= 0) return model.id(node);
    if (!lines) return null;
    const edge = this.#focus.nodes.length ? edgeAt(model, this.#focus.edges, to, px, py, 6) : edgeAt(model, edges, to, px, py, 4);
    return edge >= 0 ? keyOf(model, edge) : null;
  }

  /** Draws the overlay in the next frame, once, however much has changed by then. */
  #overlayLater(): void {
    this.#coming ||= requestAnimationFrame(() => this.#overlay());
  }

  #overlay(): void {
    cancelAnimationFrame(this.#coming);
    this.#coming = 0;
    const to = this.projection();
    const size = this.#sigma.getDimensions();
    const place = `${to.x0} ${to.y0} ${to.dx} ${size.width} ${size.height} ${this.#theme.dark}`;
    const moved = place !== this.#place; // lighting up moves nothing
    if (moved) this.#regions.draw(to, size);
    this.#place = place;
    const [now, before] = [performance.now(), this.#moved];
    if (moved) this.#moved = now;
    const at = (node: number) => ({ x: to.x0 + to.dx * this.#model.x[node]!, y: to.y0 + to.dy * this.#model.y[node]! });
    const radius = (node: number) => this.#sizes.radius[node]! * to.size;
    const view = { theme: this.#theme, focus: this.#focus, ...size, colour: this.#colour, at, radius };
    this.#lights.draw(view);
    this.#labels.draw({
      ...view,
      drawn: this.#drawn,
      moving: moved && now - before < GOES_ON, // a single step is no movement
      rank: this.#sizes.rank,
      hovered: this.#hovered,
      selected: this.#selected,
      ratio: this.#sigma.getCamera().ratio,
      covered: this.#covered(),
      papersOf: this.#papersOf,
      centre: (community) => {
        const centre = this.#regions.centres[community];
        return centre ? { x: to.x0 + to.dx * centre.x, y: to.y0 + to.dy * centre.y } : null;
      },
    });
    const centre = this.#focus.centre;
    if (centre >= 0) {
      const { x, y } = at(centre);
      this.#container.dataset['selectedAt'] = `${Math.round(x)},${Math.round(y)}`;
    } else delete this.#container.dataset['selectedAt'];
  }
}
