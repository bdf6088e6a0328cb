import type { LayoutOptions } from './options.ts';

/** Moves the middle to the origin and scales to the room that the circles need. */
export function fit(
  x: Float64Array,
  y: Float64Array,
  size: Float64Array,
  { margin, spread }: Pick<LayoutOptions, 'margin' | 'spread'>,
): void {
  const order = x.length;
  if (order === 0) return;
  const middleX = x.reduce((a, b) => a + b, 0) / order;
  const middleY = y.reduce((a, b) => a + b, 0) / order;
  let squared = 0;
  for (let i = 0; i < order; i++) {
    x[i]! -= middleX;
    y[i]! -= middleY;
    squared += x[i]! * x[i]! + y[i]! * y[i]!;
  }
  const room = size.reduce((sum, r) => sum + (r + margin) * (r + margin), 0);
  const scale = squared > 0 ? spread * Math.sqrt(room / (squared / order)) : 1;
  for (let i = 0; i < order; i++) {
    x[i]! *= scale;
    y[i]! *= scale;
  }
}
