/** The map. The only file that knows sigma: everything else speaks of nodes, communities and a camera. */
import type { Attributes } from 'graphology-types';
import { Sigma } from 'sigma';
import { EdgeLineProgram, EdgeRectangleProgram, NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { KnowledgeGraph } from '../src/graph.ts';
import { LIGHT, mix, tone, toHex, type Rgb, type Theme } from './colours.ts';
import type { Box } from './labels.ts';
import { LabelLayer, type LabelView } from './label-layer.ts';
import { centreOf, computeRegions, paintRegions, type RegionPoint } from './regions.ts';
import { FRAGMENT, VERTEX, shapeIndex } from './shapes.ts';
import type { Camera } from './state.ts';
import { communityOf, neighbourhood } from './view.ts';

/** Parts of the stage that panels cover, in pixels. */
export interface Insets {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface SceneEvents {
  /** A node, a community (its name on the map), or null for the ground. */
  onSelect(id: string | null): void;
  onCamera(camera: Camera): void;
}

/** Above this many nodes the cheap programs draw. */
const SMALL = 5_000;
/** The ground's colour, which halos are painted in; read by the program on every frame. */
const ground: { rgb: Rgb } = { rgb: LIGHT.ground };

const ANGLES = [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]];
const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix', 'u_ground'] as const;
type Uniform = (typeof UNIFORMS)[number];
type Shaped = NodeDisplayData & { shape?: number };

/** Draws every kind of node: a triangle over the shape's circle, the shape itself by a distance function. */
class ShapeProgram extends NodeProgram<Uniform> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: ANGLES,
    };
  }

  processVisibleItem(index: number, offset: number, data: Shaped): void {
    this.array.set([data.x, data.y, data.size, data.shape ?? 0, floatColor(data.color), index], offset);
  }

  setUniforms(
    params: RenderParams,
    {
      gl,
      uniformLocations,
    }: { gl: WebGLRenderingContext | WebGL2RenderingContext; uniformLocations: { [name: string]: WebGLUniformLocation } },
  ): void {
    const at = (name: Uniform) => uniformLocations[name] ?? null;
    gl.uniform1f(at('u_sizeRatio'), params.sizeRatio);
    gl.uniform1f(at('u_correctionRatio'), params.correctionRatio);
    gl.uniformMatrix3fv(at('u_matrix'), false, params.matrix);
    gl.uniform3f(at('u_ground'), ground.rgb[0] / 255, ground.rgb[1] / 255, ground.rgb[2] / 255);
  }
}

export class Scene {
  readonly #graph: KnowledgeGraph;
  readonly #container: HTMLElement;
  readonly #sigma: Sigma;
  readonly #labels: LabelLayer;
  readonly #regionContext: CanvasRenderingContext2D;
  readonly #points: RegionPoint[];
  readonly #regions: ReturnType<typeof computeRegions>;
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  #raster: HTMLCanvasElement | null = null;
  #theme: Theme = LIGHT;
  #visible: ReadonlySet<string> = new Set();
  #selected: string | null = null;
  #hovered: string | null = null;
  #lit: ReadonlySet<string> = new Set();
  /** Shrinks nodes and pales lines on a crowded or narrow stage. */
  #scale = 1;
  #covered: () => readonly Box[] = () => [];

  constructor(graph: KnowledgeGraph, container: HTMLElement, events: SceneEvents) {
    this.#graph = graph;
    this.#container = container;
    const communities = graph.getAttribute('communities');
    const index = new Map(communities.map(({ id }, i) => [id, i]));
    this.#points = [];
    graph.forEachNode((_id, node) => {
      const region = node.community === null ? undefined : index.get(node.community);
      if (region === undefined || node.kind === 'result' || (node.kind !== 'paper' && node.papers < 2)) return;
      this.#points.push({ x: node.x, y: node.y, weight: node.kind === 'paper' ? 1 : 0.35, region });
    });
    this.#regions = computeRegions(this.#points, communities.length);

    const small = graph.order <= SMALL;
    this.#sigma = new Sigma(graph as never, container, {
      defaultNodeType: 'shape',
      nodeProgramClasses: { shape: ShapeProgram as never },
      edgeProgramClasses: { line: small ? EdgeRectangleProgram : EdgeLineProgram },
      nodeReducer: (id) => this.#node(id),
      edgeReducer: (id, edge) => this.#edge(id, edge),
      defaultDrawNodeHover: () => undefined,
      renderLabels: false,
      zIndex: small,
      hideEdgesOnMove: !small,
      stagePadding: 0,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      minEdgeThickness: 1.5,
      zoomDuration: this.#still.matches ? 1 : 200,
      allowInvalidContainer: true,
    });
    this.#sigma.createCanvasContext('regions');
    const canvases = this.#sigma.getCanvases();
    const regions = canvases.regions!;
    container.prepend(regions);
    this.#regionContext = regions.getContext('2d')!;
    this.#sigma.createCanvasContext('names');
    const names = this.#sigma.getCanvases().names!;
    canvases.mouse!.before(names);
    this.#labels = new LabelLayer(graph, names);
    this.#sigma.resize(true);

    this.#sigma.on('afterRender', () => {
      this.#drawRegions();
      this.#drawLabels();
    });
    this.#sigma.on('enterNode', ({ node }) => this.hover(node));
    this.#sigma.on('leaveNode', () => this.hover(null));
    this.#sigma.on('clickNode', ({ node }) => events.onSelect(node));
    this.#sigma.on('clickStage', ({ event }) => events.onSelect(this.#labels.nameAt(event.x, event.y)));
    this.#sigma.on('doubleClickStage', ({ preventSigmaDefault }) => preventSigmaDefault());
    this.#sigma.getCamera().on('updated', ({ x, y, ratio }) => events.onCamera({ x, y, ratio }));
  }

  /** Draws these nodes with this one chosen. */
  show(visible: ReadonlySet<string>, selected: string | null): void {
    this.#visible = visible;
    this.#selected = selected;
    this.#scale = Math.max(0.4, Math.min(1, Math.sqrt(220 / visible.size))) * (this.#container.clientWidth < 600 ? 0.7 : 1);
    if (this.#hovered !== null && !visible.has(this.#hovered)) this.#hovered = null;
    this.#light();
    let papers = 0;
    for (const id of visible) if (this.#graph.getNodeAttribute(id, 'kind') === 'paper') papers++;
    Object.assign(this.#container.dataset, { papers: String(papers), nodes: String(visible.size) });
  }

  /** Tells where panels lie over the stage, so that no label hides under one. */
  keepClear(covered: () => readonly Box[]): void {
    this.#covered = covered;
  }

  /** Lights up a node's neighbourhood; null goes back to what is selected. */
  hover(id: string | null): void {
    if (id === this.#hovered || (id !== null && !this.#visible.has(id) && !communityOf(this.#graph, id))) return;
    this.#hovered = id;
    this.#container.classList.toggle('pointing', id !== null);
    this.#container.dataset.hovered = id ?? '';
    this.#light();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    ground.rgb = theme.ground;
    const { width, height } = this.#regions;
    const colours = this.#graph.getAttribute('communities').map(({ color }) => tone(color, theme));
    this.#raster = document.createElement('canvas');
    this.#raster.width = width;
    this.#raster.height = height;
    const pixels = paintRegions(this.#regions, colours, theme.dark ? 0.2 : 0.17);
    this.#raster.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0);
    this.#sigma.refresh({ skipIndexation: true });
  }

  /** Measures the labels anew, once their fonts are there. */
  redrawLabels(): void {
    this.#labels.forget();
    this.#sigma.refresh({ skipIndexation: true });
  }

  /** Moves the camera so that these nodes fill the part of the stage that no panel covers. */
  frame(nodes: Iterable<string>, insets: Insets, { animate = true, closest = 0.42 } = {}): void {
    const base = { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } };
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const id of nodes) {
      if (!this.#graph.hasNode(id)) continue;
      const { x, y } = this.#sigma.graphToViewport(this.#graph.getNodeAttributes(id), base);
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
    if (x0 > x1) return;
    const { width, height } = this.#sigma.getDimensions();
    const free = { width: Math.max(80, width - insets.left - insets.right), height: Math.max(80, height - insets.top - insets.bottom) };
    const ratio = Math.max(closest, (x1 - x0) / free.width, (y1 - y0) / free.height);
    const shift = { x: (insets.left - insets.right) / 2, y: (insets.top - insets.bottom) / 2 };
    const centre = this.#sigma.viewportToFramedGraph({ x: (x0 + x1) / 2 - shift.x * ratio, y: (y0 + y1) / 2 - shift.y * ratio }, base);
    this.moveTo({ ...centre, ratio }, animate);
  }

  moveTo(camera: Camera, animate = true): void {
    const still = !animate || this.#still.matches;
    if (still) this.#sigma.getCamera().setState(camera);
    else void this.#sigma.getCamera().animate(camera, { duration: 450, easing: 'cubicInOut' });
  }

  /** Zooms about the middle of the stage; a factor under 1 goes closer. */
  zoom(factor: number): void {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    this.moveTo({ x, y, ratio: Math.min(4, Math.max(0.02, ratio * factor)) });
  }

  /** Where a node stands on the stage, in pixels. */
  position(id: string): { x: number; y: number } {
    return this.#sigma.graphToViewport(this.#graph.getNodeAttributes(id));
  }

  #light(): void {
    const focus = this.#hovered ?? this.#selected;
    this.#lit = neighbourhood(this.#graph, focus);
    this.#sigma.refresh({ skipIndexation: true });
  }

  #colour(community: string | null): Rgb {
    const found = community === null ? undefined : communityOf(this.#graph, community);
    return found ? tone(found.color, this.#theme) : this.#theme.faint;
  }

  #node(id: string): Partial<NodeDisplayData> & { shape: number } {
    const node = this.#graph.getNodeAttributes(id);
    const { ground: paper } = this.#theme;
    const dim = this.#lit.size > 0 && !this.#lit.has(id);
    const colour = mix(this.#colour(node.community), paper, node.kind === 'paper' ? 0 : 0.18);
    const chosen = id === this.#selected || id === this.#hovered;
    return {
      x: node.x,
      y: node.y,
      label: null,
      type: 'shape',
      shape: shapeIndex(node.kind, dim),
      hidden: !this.#visible.has(id),
      size:
        nodeSize(node.kind, node.kind === 'paper' || node.kind === 'result' ? node.degree : node.papers) *
        (chosen ? 1.35 : 1) *
        this.#scale,
      color: toHex(dim ? mix(colour, paper, this.#theme.dark ? 0.56 : 0.58) : colour),
      zIndex: chosen ? 3 : dim ? 0 : node.kind === 'paper' ? 2 : 1,
    };
  }

  #edge(id: string, { kind }: Attributes): { hidden?: boolean; color?: string; size?: number; zIndex?: number } {
    const [source, target] = this.#graph.extremities(id);
    if (!this.#visible.has(source) || !this.#visible.has(target)) return { hidden: true };
    const focus = this.#hovered ?? this.#selected;
    const touches = focus !== null && (source === focus || target === focus || (this.#lit.size > 1 && !this.#graph.hasNode(focus)));
    const within = touches && this.#lit.has(source) && this.#lit.has(target);
    if (kind === 'related_to' && !within) return { hidden: true };
    const colour = this.#colour(this.#graph.getNodeAttribute(source, 'community'));
    const { ground: paper } = this.#theme;
    if (within)
      return { color: toHex(mix(colour, paper, kind === 'related_to' ? 0.55 : 0.15)), size: kind === 'related_to' ? 1.2 : 1.9, zIndex: 2 };
    const away = focus === null || this.#lit.size === 0 ? 0.9 - 0.32 * this.#scale : 0.84;
    return { color: toHex(mix(colour, paper, away)), size: 1, zIndex: 0 };
  }

  #drawRegions(): void {
    const context = this.#regionContext;
    const { width, height } = this.#sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    if (!this.#raster) return;
    const { x0, y0, x1, y1 } = this.#regions.bounds;
    const from = this.#sigma.graphToViewport({ x: x0, y: y1 });
    const to = this.#sigma.graphToViewport({ x: x1, y: y0 });
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.#raster, from.x, from.y, to.x - from.x, to.y - from.y);
  }

  #drawLabels(): void {
    const view: LabelView = {
      theme: this.#theme,
      visible: this.#visible,
      lit: this.#lit,
      selected: this.#selected,
      hovered: this.#hovered,
      ratio: this.#sigma.getCamera().ratio,
      ...this.#sigma.getDimensions(),
      covered: this.#covered(),
      at: (point) => this.#sigma.graphToViewport(point),
      size: (id) => this.#sigma.scaleSize(this.#sigma.getNodeDisplayData(id)?.size ?? 1),
      centre: (index) => centreOf(this.#points, index),
      colour: (community) => this.#colour(community),
    };
    this.#labels.draw(view);
    if (this.#selected !== null && this.#graph.hasNode(this.#selected)) {
      const { x, y } = this.position(this.#selected);
      this.#container.dataset.selectedAt = `${Math.round(x)},${Math.round(y)}`;
    } else delete this.#container.dataset.selectedAt;
  }
}

/** Radius in pixels with the whole graph in view. */
function nodeSize(kind: string, links: number): number {
  if (kind === 'paper') return Math.min(11, 5.2 + 0.75 * Math.sqrt(links));
  if (kind === 'result') return 3.6;
  return Math.min(10, 2 + 1.7 * Math.sqrt(links));
}
