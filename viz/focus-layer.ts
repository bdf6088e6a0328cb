/** What is lit, drawn over the map: a veil on everything else, then links, figures and nodes. Costs what is lit, never the whole. */
import { toHex, mix, type Rgb, type Theme } from './colours.ts';
import type { Arc, Focus } from './focus.ts';
import { nodeColour } from './look.ts';
import { edgeKindAt, kindAt, type Model } from './model.ts';
import { PATHS } from './shapes.ts';

export interface FocusView {
  theme: Theme;
  focus: Focus;
  width: number;
  height: number;
  colour(community: number): Rgb;
  at(node: number): { x: number; y: number };
  radius(node: number): number;
}

const VEIL = 0.76;

/** The middle of an arc's curve, in pixels: bent to the left of its way, so that there and back are two lines. */
export function bend(from: { x: number; y: number }, to: { x: number; y: number }): { x: number; y: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return { x: (from.x + to.x) / 2 - dy * 0.18, y: (from.y + to.y) / 2 + dx * 0.18 };
}

export class FocusLayer {
  readonly #model: Model;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #drawn = false;
  readonly #paths = new Map(Object.entries(PATHS).map(([kind, path]) => [kind, new Path2D(path)]));

  constructor(model: Model, canvas: HTMLCanvasElement) {
    this.#model = model;
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d')!;
  }

  draw(view: FocusView): void {
    const context = this.#context;
    const { focus, theme, width, height } = view;
    if (this.#drawn) context.clearRect(0, 0, width, height);
    this.#drawn = focus.nodes.length > 0;
    this.#canvas.dataset['lit'] = String(focus.nodes.length);
    if (!this.#drawn) return;
    context.globalAlpha = VEIL;
    context.fillStyle = toHex(theme.ground);
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
    for (const edge of focus.edges) this.#edge(edge, view);
    for (const arc of focus.arcs) this.#arc(arc, view);
    for (const node of [...focus.nodes].reverse()) this.#node(node, view);
  }

  #edge(edge: number, { focus, theme, colour, at, width, height }: FocusView): void {
    const { source, target, community } = this.#model;
    const [from, to] = [at(source[edge]!), at(target[edge]!)];
    if (Math.max(from.x, to.x) < 0 || Math.min(from.x, to.x) > width || Math.max(from.y, to.y) < 0 || Math.min(from.y, to.y) > height)
      return;
    const related = edgeKindAt(this.#model, edge) === 'related_to';
    const context = this.#context;
    context.strokeStyle = toHex(mix(colour(community[source[edge]!]!), theme.ground, related ? 0.5 : 0.2));
    context.lineWidth = related ? 1.1 : focus.edges.length === 1 ? 2.6 : 1.7;
    context.setLineDash(related ? [4, 4] : []);
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    context.setLineDash([]);
  }

  #arc({ from, to }: Arc, { theme, at, radius }: FocusView): void {
    const [a, b] = [at(from), at(to)];
    const middle = bend(a, b);
    const context = this.#context;
    context.strokeStyle = context.fillStyle = toHex(theme.claim);
    context.lineWidth = 1.8;
    context.beginPath();
    context.moveTo(a.x, a.y);
    // The curve passes through `middle` at its half.
    const control = { x: 2 * middle.x - (a.x + b.x) / 2, y: 2 * middle.y - (a.y + b.y) / 2 };
    context.quadraticCurveTo(control.x, control.y, b.x, b.y);
    context.stroke();
    const angle = Math.atan2(b.y - control.y, b.x - control.x);
    const tip = { x: b.x - Math.cos(angle) * (radius(to) + 2), y: b.y - Math.sin(angle) * (radius(to) + 2) };
    context.beginPath();
    context.moveTo(tip.x, tip.y);
    for (const turn of [-0.42, 0.42]) context.lineTo(tip.x - 9 * Math.cos(angle + turn), tip.y - 9 * Math.sin(angle + turn));
    context.fill();
  }

  #node(node: number, view: FocusView): void {
    const { x, y } = view.at(node);
    if (x < -20 || y < -20 || x > view.width + 20 || y > view.height + 20) return;
    const context = this.#context;
    const chosen = node === view.focus.centre;
    const radius = Math.max(3, view.radius(node)) * (chosen ? 1.3 : 1);
    context.save();
    context.translate(x, y);
    context.scale(radius, radius);
    const path = this.#paths.get(kindAt(this.#model, node))!;
    context.lineJoin = 'round';
    context.lineWidth = (chosen ? 7 : 4) / radius;
    context.strokeStyle = toHex(chosen ? view.theme.accent : view.theme.ground);
    context.stroke(path);
    if (chosen) {
      context.lineWidth = 3 / radius;
      context.strokeStyle = toHex(view.theme.ground);
      context.stroke(path);
    }
    context.fillStyle = toHex(nodeColour(this.#model, node, view.colour, view.theme));
    context.fill(path, 'evenodd');
    context.restore();
  }
}
