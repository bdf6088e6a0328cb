/** What lies under a point of the stage. Pure. */
import type { Model } from './model.ts';

/** Pixels from graph coordinates: x0 + dx * x, y0 + dy * y; `size` pixels for a radius of 1. */
export interface Projection {
  x0: number;
  y0: number;
  dx: number;
  dy: number;
  size: number;
}

/** The nearest of some nodes whose shape (a radius a node), grown by `slack` pixels, holds the point; -1 for none. */
export function nodeAt(
  model: Model,
  radius: Float32Array,
  nodes: ArrayLike<number>,
  to: Projection,
  px: number,
  py: number,
  slack: number,
): number {
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const dx = to.x0 + to.dx * model.x[node]! - px;
    const dy = to.y0 + to.dy * model.y[node]! - py;
    if (Math.abs(dx) > 60 || Math.abs(dy) > 60) continue;
    const away = Math.hypot(dx, dy) - radius[node]! * to.size;
    if (away <= slack && away < least) [best, least] = [node, away];
  }
  return best;
}

/** The nearest of some edges within `slack` pixels of the point; -1 for none. */
export function edgeAt(model: Model, edges: ArrayLike<number>, to: Projection, px: number, py: number, slack: number): number {
  let best = -1;
  let least = slack;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!;
    const [a, b] = [model.source[edge]!, model.target[edge]!];
    const ax = to.x0 + to.dx * model.x[a]! - px;
    const ay = to.y0 + to.dy * model.y[a]! - py;
    const bx = to.x0 + to.dx * model.x[b]! - px;
    const by = to.y0 + to.dy * model.y[b]! - py;
    const [dx, dy] = [bx - ax, by - ay];
    const along = dx * dx + dy * dy;
    const t = along > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / along)) : 0;
    const away = Math.hypot(ax + t * dx, ay + t * dy);
    if (away <= least) [best, least] = [edge, away];
  }
  return best;
}
