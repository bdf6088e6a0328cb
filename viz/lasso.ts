/** Drawing around what one means: with Shift held, or once armed by its button, also by finger. */
import type { Model } from './model.ts';
import type { Projection } from './pick.ts';

export interface Point {
  x: number;
  y: number;
}

/** Fewer points are a slip of the hand. */
const LEAST = 4;
/** Pixels between two points. */
const STEP = 5;
const SVG = 'http://www.w3.org/2000/svg';

/** Whether a point lies in a polygon: a ray from it crosses the outline an odd number of times. */
export function inside({ x, y }: Point, polygon: readonly Point[]): boolean {
  let is = false;
  for (const [i, a] of polygon.entries()) {
    const b = polygon[(i + 1) % polygon.length]!;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) is = !is;
  }
  return is;
}

/** Rows of the passing nodes in a polygon on the stage. */
export function within(model: Model, passing: Uint8Array, to: Projection, polygon: readonly Point[]): number[] {
  const [xs, ys] = [polygon.map(({ x }) => x), polygon.map(({ y }) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const found: number[] = [];
  for (let i = 0; i < model.count; i++) {
    if (!passing[i]) continue;
    const at = { x: to.x0 + to.dx * model.x[i]!, y: to.y0 + to.dy * model.y[i]! };
    if (at.x >= x0 && at.x <= x1 && at.y >= y0 && at.y <= y1 && inside(at, polygon)) found.push(i);
  }
  return found;
}

export class Lasso {
  readonly #stage: HTMLElement;
  #armed = false;

  /** @param onDrawn gets the outline, in pixels of the stage */
  constructor(stage: HTMLElement, signal: AbortSignal, onDrawn: (outline: readonly Point[]) => void) {
    this.#stage = stage;
    // Before the map takes them for the start of a drag.
    const held = (event: Event) => this.#armed || (event as MouseEvent).shiftKey;
    for (const type of ['mousedown', 'touchstart'])
      stage.addEventListener(type, (event) => held(event) && event.stopPropagation(), { capture: true, signal });
    stage.addEventListener(
      'pointerdown',
      (event) => {
        if (!held(event) || event.button !== 0) return;
        event.stopPropagation();
        this.#draw(event, onDrawn);
      },
      { capture: true, signal },
    );
  }

  /** The next line that is drawn is one, whatever it is drawn with; once more lets go. */
  arm(on = !this.#armed): boolean {
    this.#armed = on;
    this.#stage.classList.toggle('lasso', on);
    return on;
  }

  #draw(down: PointerEvent, onDrawn: (outline: readonly Point[]) => void): void {
    const box = this.#stage.getBoundingClientRect();
    const at = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX - box.left, y: clientY - box.top });
    const points: Point[] = [at(down)];
    const layer = document.createElementNS(SVG, 'svg');
    const shape = document.createElementNS(SVG, 'polygon');
    layer.setAttribute('class', 'outline');
    layer.append(shape);
    this.#stage.append(layer);
    const ended = new AbortController();
    const move = (event: PointerEvent) => {
      const [last, next] = [points.at(-1)!, at(event)];
      if (Math.hypot(next.x - last.x, next.y - last.y) < STEP) return;
      points.push(next);
      shape.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '));
    };
    const end = (event: PointerEvent) => {
      ended.abort();
      layer.remove();
      this.arm(false);
      const release = new AbortController(); // the click that ends the line is no click on what lies there
      this.#stage.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true, signal: release.signal });
      setTimeout(() => release.abort());
      if (event.type === 'pointerup' && points.length >= LEAST) onDrawn(points);
    };
    addEventListener('pointermove', move, { signal: ended.signal });
    for (const type of ['pointerup', 'pointercancel'] as const) addEventListener(type, end, { signal: ended.signal });
  }
}
