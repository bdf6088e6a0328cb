/** Text on the map: names of communities, papers, entities and claimed figures, each where it covers nothing else. */
import { legible, mix, toHex, type Rgb } from './colours.ts';
import type { Drawn } from './detail.ts';
import { bend, type FocusView } from './focus-layer.ts';
import { placeLabels, type Box, type Candidate, type PlacedLabel } from './labels.ts';
import { kindAt, type Model } from './model.ts';
import { shortTitle } from './titles.ts';

export interface LabelView extends FocusView {
  drawn: Drawn;
  /** Ids of what is chosen and pointed at: nodes or communities. */
  selected: string | null;
  hovered: string | null;
  /** The camera's: 1 is the whole graph. */
  ratio: number;
  /** Panels over the stage. */
  covered: readonly Box[];
  /** Whether the map moves: then the same texts come again on every frame. */
  moving: boolean;
  /** See `Sizes.rank`. */
  rank(node: number): number;
  /** Number of papers shown of each community. */
  papersOf: readonly number[];
  /** Middle of a community on the stage. */
  centre(community: number): { x: number; y: number } | null;
}

interface Style {
  font: string;
  /** In pixels. */
  size: number;
  serif: boolean;
  lineHeight: number;
  colour: Rgb;
}
export interface Text {
  lines: string[];
  style: Style;
  alpha: number;
  centred: boolean;
  /** In smaller type below the others. */
  note?: string;
}

const SANS = "'Inter Variable', system-ui, sans-serif";
const SERIF = "'Source Serif 4 Variable', Georgia, serif";
/** Beyond the edge of the stage labels are placed too, so that panning does not make them jump. */
const MARGIN = 160;
const MOST = 500;
/** Of what is lit only so many names are tried, the most important first: no stage has room for more. */
const MOST_LIT = 80;
/** Where papers are dots, only so many names are tried. */
const MOST_FAR = 60;
/** Room around a line of text for its halo, in pixels. */
const PAD = 4;
const MOST_SPRITES = 1_500;
/** A stage narrower than this, in pixels, has room for few names. */
const NARROW = 600;

/** Gets the fonts that names are written in. */
export const labelFonts = (): Promise<unknown> =>
  Promise.all([`550 12px ${SANS}`, `italic 600 14px ${SERIF}`].map((font) => document.fonts.load(font)));

export class LabelLayer {
  readonly #model: Model;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #widths = new Map<string, number>();
  readonly #sprites = new Map<string, HTMLCanvasElement>();
  #names: PlacedLabel[] = [];
  /** What was drawn last, for a picture of it. */
  drawn: { box: PlacedLabel; text: Text }[] = [];

  constructor(model: Model, canvas: HTMLCanvasElement) {
    this.#model = model;
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
    this.#sprites.clear();
  }

  draw(view: LabelView): void {
    const context = this.#context;
    context.clearRect(0, 0, view.width, view.height);
    const texts = new Map<string, Text>();
    const candidates: Candidate[] = [];
    const obstacles: (Box & { id: string })[] = [];
    this.#communities(view, candidates, texts);
    this.#nodes(view, candidates, obstacles, texts);
    this.#arcs(view, candidates, texts);
    for (const [i, box] of view.covered.entries()) obstacles.push({ ...box, id: `panel ${i}` });
    const placed = placeLabels(candidates, obstacles, { x: 2, y: 2, width: view.width - 4, height: view.height - 4 });
    this.#names = placed.filter(({ id }) => this.#model.row(id) < 0 && !id.startsWith('arc '));
    this.#canvas.dataset['labels'] = String(placed.length);
    this.#canvas.dataset['communities'] = String(this.#names.length);
    this.drawn = placed.reverse().flatMap((box) => {
      const text = texts.get(box.id);
      return text ? [{ box, text }] : [];
    });
    for (const { box, text } of this.drawn) this.#text(box, text, view);
  }

  #communities(view: LabelView, candidates: Candidate[], texts: Map<string, Text>): void {
    const { focus, drawn, ratio, width, papersOf } = view;
    const near = Math.min(1, Math.max(0, (ratio - 0.22) / 0.2));
    const fade = focus.centre >= 0 || focus.edges.length ? 0 : drawn.tier === 'far' ? 1 : near;
    if (fade <= 0.05) return;
    const most = Math.max(1, ...papersOf);
    for (const [index, { id, label }] of this.#model.communities.entries()) {
      const centre = view.centre(index);
      const papers = papersOf[index] ?? 0;
      if (!centre || papers < 1) continue;
      const alone = focus.nodes.length > 0;
      if (alone && id !== view.hovered && id !== view.selected) continue;
      const px = Math.round((width < NARROW ? 11 : 13.5) + 6 * Math.sqrt(papers / most));
      const style: Style = {
        font: `italic 600 ${px}px ${SERIF}`,
        size: px,
        serif: true,
        lineHeight: px * 1.15,
        colour: legible(mix(view.colour(index), view.theme.ink, 0.25), view.theme),
      };
      const lines = label.split(/\s{0,3}[·,]\s{1,3}/).slice(0, width < NARROW ? 1 : 2);
      const note = drawn.tier === 'far' ? `${papers.toLocaleString('en')} papers` : undefined;
      const widest = Math.max(...lines.map((line) => this.#width(line, style.font)));
      texts.set(id, { lines, style, alpha: fade, centred: true, ...(note && { note }) });
      candidates.push({
        id,
        ...centre,
        gap: 0,
        width: widest + 8,
        height: (lines.length + (note ? 0.8 : 0)) * style.lineHeight + 4,
        priority: 1e6 + papers,
        centred: true,
        force: drawn.tier === 'whole' && !alone && this.#model.communities.length <= 8,
      });
    }
  }

  #nodes(view: LabelView, candidates: Candidate[], obstacles: (Box & { id: string })[], texts: Map<string, Text>): void {
    const { theme, focus, drawn, width, height, ratio } = view;
    const model = this.#model;
    const lit = focus.nodes.length > 0;
    const far = drawn.tier === 'far';
    const most = lit ? MOST_LIT : far ? (ratio > 0.5 ? 0 : MOST_FAR) : MOST;
    const arcs = new Set(focus.arcs.map(({ result }) => result));
    let rank = 0;
    for (const node of lit ? focus.nodes : drawn.nodes) {
      const id = model.id(node);
      const { x, y } = view.at(node);
      const chosen = id === view.hovered || id === view.selected;
      rank++;
      if (x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN) continue;
      const radius = view.radius(node);
      if (!far || lit) obstacles.push({ id, x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
      const kind = kindAt(this.#model, node);
      const paper = kind === 'paper';
      if (!chosen && candidates.length > most) {
        if (far) break;
        continue;
      }
      if (kind === 'result' && !chosen && (arcs.has(node) || (!lit && ratio > 0.3))) continue;
      if (!paper && width < NARROW && !lit && ratio > 0.5) continue;
      const style: Style = {
        font: `${chosen ? 640 : paper ? 550 : 420} ${chosen || paper ? 12 : 11}px ${SANS}`,
        size: chosen || paper ? 12 : 11,
        serif: false,
        lineHeight: 15,
        colour: chosen || paper ? theme.ink : mix(theme.ink, theme.ground, 0.3),
      };
      const text = shortTitle(model.label(node), chosen ? 64 : paper ? 34 : 30);
      texts.set(id, { lines: [text], style, alpha: 1, centred: false });
      const weight = lit ? 1e3 - rank : (paper ? 20 : 0) + view.rank(node) * (paper ? 1 : 8);
      candidates.push({
        id,
        x,
        y,
        gap: chosen ? radius * 1.3 + 8 : radius + 4,
        width: this.#width(text, style.font),
        height: style.lineHeight,
        priority: (chosen ? 2e6 : 0) + weight,
        force: chosen,
      });
    }
  }

  #arcs({ focus, at, theme }: LabelView, candidates: Candidate[], texts: Map<string, Text>): void {
    for (const { result, from, to } of focus.arcs) {
      const id = `arc ${result}`;
      const font = `600 11.5px ${SANS}`;
      const text = shortTitle(this.#model.label(result), 36);
      texts.set(id, {
        lines: [text],
        style: { font, size: 11.5, serif: false, lineHeight: 15, colour: theme.claim },
        alpha: 1,
        centred: true,
      });
      candidates.push({ id, ...bend(at(from), at(to)), gap: 0, width: this.#width(text, font), height: 15, priority: 2e3, centred: true });
    }
  }

  #width(text: string, font: string): number {
    const key = `${font}\n${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#context.font = font;
      width = this.#context.measureText(text).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  #text(box: PlacedLabel, { lines, style, alpha, centred, note }: Text, { theme, moving }: LabelView): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    const x = centred ? box.x + box.width / 2 : box.x;
    const rows = lines.length + (note ? 0.8 : 0);
    const line = (text: string, font: string, size: number, row: number): void => {
      const ink: Ink = { font, size, colour: toHex(style.colour), halo: toHex(theme.ground), thick: centred ? 4.5 : 3 };
      const width = Math.ceil(this.#width(text, font)) + 2 * PAD;
      const height = Math.ceil(size * 1.5) + 2 * PAD;
      const [left, top] = [Math.round(centred ? x - width / 2 : x - PAD), Math.round(box.y + (box.height / rows) * row - height / 2)];
      const key = `${text}\n${font}\n${ink.colour}\n${ink.halo}`;
      const sprite = this.#sprites.get(key) ?? (moving ? this.#sprite(key, text, ink, width, height) : null);
      if (sprite) context.drawImage(sprite, left, top, width, height);
      else write(context, text, ink, left + PAD, top + height / 2);
    };
    for (const [i, text] of lines.entries()) line(text, style.font, style.size, i + 0.5);
    if (note) line(note, `450 11px ${SANS}`, 11, lines.length + 0.4);
    context.globalAlpha = 1;
  }

  /** A line of text with its halo as a picture: stroking letters is what labels cost while the map moves. */
  #sprite(key: string, text: string, ink: Ink, width: number, height: number): HTMLCanvasElement {
    if (this.#sprites.size > MOST_SPRITES) this.#sprites.clear();
    const image = document.createElement('canvas');
    const sharp = window.devicePixelRatio || 1;
    image.width = Math.ceil(width * sharp);
    image.height = Math.ceil(height * sharp);
    const context = image.getContext('2d')!;
    context.scale(sharp, sharp);
    write(context, text, ink, PAD, height / 2);
    this.#sprites.set(key, image);
    return image;
  }
}

interface Ink {
  font: string;
  size: number;
  colour: string;
  halo: string;
  /** Of the halo, in pixels. */
  thick: number;
}

function write(context: CanvasRenderingContext2D, text: string, { font, colour, halo, thick }: Ink, x: number, y: number): void {
  Object.assign(context, { font, textBaseline: 'middle', lineJoin: 'round', lineWidth: thick, strokeStyle: halo, fillStyle: colour });
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}
