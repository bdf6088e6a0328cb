/** Text on the map: names of communities, papers and entities, each where it covers nothing else. */
import type { KnowledgeGraph } from '../src/graph.ts';
import { mix, toHex, type Rgb, type Theme } from './colours.ts';
import { placeLabels, type Box, type Candidate, type PlacedLabel } from './labels.ts';
import { shortTitle } from './view.ts';

export interface LabelView {
  theme: Theme;
  visible: ReadonlySet<string>;
  lit: ReadonlySet<string>;
  selected: string | null;
  hovered: string | null;
  /** The camera's: 1 is the whole graph. */
  ratio: number;
  width: number;
  height: number;
  /** Panels over the stage. */
  covered: readonly Box[];
  at(point: { x: number; y: number }): { x: number; y: number };
  size(id: string): number;
  centre(community: number): { x: number; y: number } | null;
  colour(community: string | null): Rgb;
}

interface Style {
  font: string;
  lineHeight: number;
  colour: string;
  spacing?: string;
}

const SANS = "'Inter Variable', system-ui, sans-serif";
const SERIF = "'Source Serif 4 Variable', Georgia, serif";
/** Beyond the edge of the stage labels are placed too, so that panning does not make them jump. */
const MARGIN = 160;
const MAX_CANDIDATES = 900;
/** A stage narrower than this, in pixels, has room for few names. */
const NARROW = 600;

export class LabelLayer {
  readonly #graph: KnowledgeGraph;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #widths = new Map<string, number>();
  #names: PlacedLabel[] = [];

  constructor(graph: KnowledgeGraph, canvas: HTMLCanvasElement) {
    this.#graph = graph;
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d')!;
  }

  /** The community whose name is drawn at a point of the stage. */
  nameAt(x: number, y: number): string | null {
    return this.#names.find((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)?.id ?? null;
  }

  /** Forgets measured widths: call when fonts have loaded. */
  forget(): void {
    this.#widths.clear();
  }

  draw(view: LabelView): void {
    const context = this.#context;
    context.clearRect(0, 0, view.width, view.height);
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    const texts = new Map<string, { lines: string[]; style: Style; alpha: number }>();
    const candidates: Candidate[] = [];
    const obstacles: (Box & { id: string })[] = [];
    this.#communities(view, candidates, texts);
    this.#nodes(view, candidates, obstacles, texts);
    for (const [i, box] of view.covered.entries()) obstacles.push({ ...box, id: `panel ${i}` });
    const placed = placeLabels(candidates, obstacles, { x: 2, y: 2, width: view.width - 4, height: view.height - 4 });
    this.#names = placed.filter(({ id }) => !this.#graph.hasNode(id));
    this.#canvas.dataset.labels = String(placed.length);
    for (const box of placed.reverse()) {
      const text = texts.get(box.id);
      if (text) this.#text(box, text, view);
    }
  }

  #communities(view: LabelView, candidates: Candidate[], texts: Map<string, { lines: string[]; style: Style; alpha: number }>): void {
    const fade = Math.min(1, Math.max(0, (view.ratio - 0.22) / 0.2)) * (view.selected !== null ? 0 : view.lit.size > 0 ? 0.4 : 1);
    if (fade <= 0.05) return;
    for (const [index, { id, label, size }] of this.#graph.getAttribute('communities').entries()) {
      const centre = view.centre(index);
      if (!centre || size < 2) continue;
      const px = Math.round((view.width < NARROW ? 11 : 14) + Math.min(6, size * 0.4));
      const style: Style = {
        font: `italic 600 ${px}px ${SERIF}`,
        lineHeight: px * 1.15,
        colour: toHex(mix(view.colour(id), view.theme.ink, 0.35)),
        spacing: '0.02em',
      };
      const lines = label.split(/\s{0,3}[·,]\s+/).slice(0, view.width < NARROW ? 1 : 2);
      const width = Math.max(...lines.map((line) => this.#width(line, style)));
      texts.set(id, { lines, style, alpha: fade });
      candidates.push({
        id,
        ...view.at(centre),
        gap: 0,
        width: width + 8,
        height: lines.length * style.lineHeight + 4,
        priority: 1e6 + size,
        centred: true,
        force: view.lit.size === 0,
      });
    }
  }

  #nodes(
    view: LabelView,
    candidates: Candidate[],
    obstacles: (Box & { id: string })[],
    texts: Map<string, { lines: string[]; style: Style; alpha: number }>,
  ): void {
    const { theme } = view;
    for (const id of view.visible) {
      const node = this.#graph.getNodeAttributes(id);
      const { x, y } = view.at(node);
      if (x < -MARGIN || y < -MARGIN || x > view.width + MARGIN || y > view.height + MARGIN) continue;
      const radius = view.size(id);
      obstacles.push({ id, x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
      const chosen = id === view.hovered || id === view.selected;
      const dimmed = view.lit.size > 0 && !view.lit.has(id);
      if (dimmed && !chosen) continue;
      const paper = node.kind === 'paper';
      if (node.kind === 'result' && view.lit.size === 0 && view.ratio > 0.3) continue;
      if (!paper && view.width < NARROW && view.lit.size === 0 && view.ratio > 0.5) continue;
      if (candidates.length > MAX_CANDIDATES && !chosen) continue;
      const style: Style = {
        font: `${chosen ? 640 : paper ? 550 : 420} ${chosen || paper ? 12 : 11}px ${SANS}`,
        lineHeight: 15,
        colour: toHex(chosen || paper ? theme.ink : mix(theme.ink, theme.ground, 0.3)),
      };
      const text = paper ? (chosen ? shortTitle(node.title, 64) : shortTitle(node.title)) : shortTitle(node.label, chosen ? 64 : 30);
      texts.set(id, { lines: [text], style, alpha: 1 });
      candidates.push({
        id,
        x,
        y,
        gap: radius + 4,
        width: this.#width(text, style),
        height: style.lineHeight,
        priority:
          (chosen ? 2e6 : 0) +
          (view.lit.has(id) ? 1e3 : 0) +
          (paper ? 20 : 0) +
          (node.kind === 'result' || paper ? node.degree : node.papers * 8),
        force: chosen,
      });
    }
  }

  #width(text: string, { font, spacing }: Style): number {
    const key = `${font}\n${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#context.font = font;
      this.#context.letterSpacing = spacing ?? '0px';
      width = this.#context.measureText(text).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  #text(box: PlacedLabel, { lines, style, alpha }: { lines: string[]; style: Style; alpha: number }, view: LabelView): void {
    const context = this.#context;
    context.font = style.font;
    context.letterSpacing = style.spacing ?? '0px';
    context.globalAlpha = alpha;
    context.textAlign = lines.length > 1 || box.id === '' ? 'center' : 'left';
    context.strokeStyle = toHex(view.theme.ground);
    context.lineWidth = 3;
    context.fillStyle = style.colour;
    for (const [i, line] of lines.entries()) {
      const x = context.textAlign === 'center' ? box.x + box.width / 2 : box.x;
      const y = box.y + (box.height / lines.length) * (i + 0.5);
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    }
    context.globalAlpha = 1;
    context.letterSpacing = '0px';
  }
}
