import { alongCurve } from './curve.ts';
import { Near } from './near.ts';

/** Passes before the whole drawing is widened instead. */
const PASSES = 20;
const WIDEN = 1.04;

/**
 * Moves circles apart, in place, until none is nearer than `margin` to another: neighbours push each other by half of what is
 * missing; what is still crowded after some passes is given room by widening the whole, which always ends.
 */
export function separate(x: Float64Array, y: Float64Array, radius: Float64Array, margin: number): void {
  spreadEqual(x, y);
  // Neighbours in the plane stand near each other in memory too, which is most of the time that this takes.
  const order = new Uint32Array(x.length);
  alongCurve(x, y, order, new Uint32Array(x.length));
  const [atX, atY, size] = [x, y, radius].map((values) => Float64Array.from(order, (i) => values[i]!)) as [Float64Array, Float64Array, Float64Array]; // prettier-ignore
  const near = new Near(size, margin);
  const moved = new Uint8Array(x.length).fill(1);
  for (let pass = 0; collide(atX, atY, size, margin, near, moved); pass++) {
    if (pass % PASSES !== PASSES - 1) continue;
    for (let i = 0; i < x.length; i++) {
      atX[i]! *= WIDEN;
      atY[i]! *= WIDEN;
    }
  }
  order.forEach((node, i) => {
    x[node] = atX[i]!;
    y[node] = atY[i]!;
  });
}

/**
 * Pushes all that are too near once. Two that were far enough apart and have not moved still are, so only those that moved in the
 * pass before are looked at.
 * @param moved in and out: who moved
 * @returns whether any did
 */
function collide(x: Float64Array, y: Float64Array, radius: Float64Array, margin: number, near: Near, moved: Uint8Array): boolean {
  near.place(x, y);
  const moveX = new Float64Array(x.length);
  const moveY = new Float64Array(x.length);
  const pushed = new Uint8Array(x.length);
  const push = (i: number, j: number): void => {
    const apart = radius[i]! + radius[j]! + margin;
    const distX = x[j]! - x[i]!;
    const distY = y[j]! - y[i]!;
    const squared = distX * distX + distY * distY;
    if (squared >= apart * apart) return;
    pushed[i] = pushed[j] = 1;
    const distance = Math.sqrt(squared) || 1e-9;
    // The larger moves less; a little more than needed, so that passes come to an end.
    const by = ((apart - distance) * 1.02 + 1e-6) / distance;
    const share = (radius[j]! * radius[j]! + 1) / (radius[i]! * radius[i]! + radius[j]! * radius[j]! + 2);
    moveX[i]! -= distX * by * share;
    moveY[i]! -= distY * by * share;
    moveX[j]! += distX * by * (1 - share);
    moveY[j]! += distY * by * (1 - share);
  };
  for (let i = 0; i < x.length; i++) if (moved[i]) near.each(i, moved, push);
  moved.set(pushed);
  // Pushes from many sides add up; damped, they do not overshoot.
  for (let i = 0; i < x.length; i++) {
    x[i]! += moveX[i]! * 0.6;
    y[i]! += moveY[i]! * 0.6;
  }
  return pushed.includes(1);
}

/** Points on one spot have no direction to part in: each is moved a little, to a side of its own. */
function spreadEqual(x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]!) || !Number.isFinite(y[i]!)) x[i] = y[i] = 0;
    x[i]! += 1e-3 * Math.cos(i * 2.4) * Math.sqrt(i + 1);
    y[i]! += 1e-3 * Math.sin(i * 2.4) * Math.sqrt(i + 1);
  }
}
