/** Passes before the whole drawing is widened instead. */
const PASSES = 40;
const WIDEN = 1.04;

/**
 * Moves circles apart, in place, until none is nearer than `margin` to another: neighbours found by a grid push each other by half
 * of what is missing; what is still crowded after some passes is given room by widening the whole, which always ends.
 */
export function separate(x: Float64Array, y: Float64Array, radius: Float64Array, margin: number): void {
  spreadEqual(x, y);
  const cell = 2 * radius.reduce((a, b) => Math.max(a, b), 0) + margin;
  for (let pass = 0; collide(x, y, radius, margin, cell); pass++) {
    if (pass % PASSES !== PASSES - 1) continue;
    for (let i = 0; i < x.length; i++) {
      x[i]! *= WIDEN;
      y[i]! *= WIDEN;
    }
  }
}

/** Pushes all that are too near once. @returns whether any were */
function collide(x: Float64Array, y: Float64Array, radius: Float64Array, margin: number, cell: number): boolean {
  const grid = new Map<number, number[]>();
  const key = (i: number, dx: number, dy: number): number => (Math.floor(x[i]! / cell) + dx) * 0x4000000 + Math.floor(y[i]! / cell) + dy;
  for (let i = 0; i < x.length; i++) {
    const at = key(i, 0, 0);
    const there = grid.get(at);
    if (there) there.push(i);
    else grid.set(at, [i]);
  }
  const moveX = new Float64Array(x.length);
  const moveY = new Float64Array(x.length);
  let any = false;
  for (let i = 0; i < x.length; i++)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const j of grid.get(key(i, dx, dy)) ?? []) {
          if (j <= i) continue;
          const apart = radius[i]! + radius[j]! + margin;
          const distX = x[j]! - x[i]!;
          const distY = y[j]! - y[i]!;
          const squared = distX * distX + distY * distY;
          if (squared >= apart * apart) continue;
          any = true;
          const distance = Math.sqrt(squared) || 1e-9;
          // The larger moves less; a little more than needed, so that passes come to an end.
          const push = (apart - distance) * 1.02 + 1e-6;
          const share = (radius[j]! * radius[j]! + 1) / (radius[i]! * radius[i]! + radius[j]! * radius[j]! + 2);
          moveX[i]! -= (distX / distance) * push * share;
          moveY[i]! -= (distY / distance) * push * share;
          moveX[j]! += (distX / distance) * push * (1 - share);
          moveY[j]! += (distY / distance) * push * (1 - share);
        }
  // Pushes from many sides add up; damped, they do not overshoot.
  for (let i = 0; i < x.length; i++) {
    x[i]! += moveX[i]! * 0.6;
    y[i]! += moveY[i]! * 0.6;
  }
  return any;
}

/** Points on one spot have no direction to part in: each is moved a little, to a side of its own. */
function spreadEqual(x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]!) || !Number.isFinite(y[i]!)) x[i] = y[i] = 0;
    x[i]! += 1e-3 * Math.cos(i * 2.4) * Math.sqrt(i + 1);
    y[i]! += 1e-3 * Math.sin(i * 2.4) * Math.sqrt(i + 1);
  }
}
