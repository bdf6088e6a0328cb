import type { Network, Places } from '../types.ts';
import type { Forces } from './forces.ts';
import { GOLDEN_ANGLE } from './start.ts';

/**
 * Where nodes stood in an earlier drawing; what is new is put around the middle of those of its neighbours that have a place, and around
 * the origin where none has.
 * @returns undefined where fewer than half of the nodes stood in it
 */
export function asBefore({ ids, offsets, targets }: Network, places: Places): { x: Float64Array; y: Float64Array } | undefined {
  const x = new Float64Array(ids.length);
  const y = new Float64Array(ids.length);
  const placed = new Uint8Array(ids.length);
  const added: number[] = [];
  ids.forEach((id, node) => {
    const place = places.get(id);
    if (place) [x[node], y[node], placed[node]] = [...place, 1];
    else added.push(node);
  });
  if (2 * added.length > ids.length) return undefined;
  let rest = added;
  for (let before = Infinity; rest.length < before;) {
    before = rest.length;
    // by what stood before this round, so that the order of nodes decides nothing
    const found = rest.flatMap((node) => {
      const near = Array.from(targets.subarray(offsets[node], offsets[node + 1])).filter((other) => placed[other]);
      const mean = (at: Float64Array): number => near.reduce((sum, other) => sum + at[other]!, 0) / near.length;
      return near.length ? [{ node, x: mean(x), y: mean(y) }] : [];
    });
    for (const { node, ...at } of found) [x[node], y[node], placed[node]] = [at.x, at.y, 1];
    rest = rest.filter((node) => !placed[node]);
  }
  added.forEach((node, n) => {
    const radius = Math.sqrt(n + 1);
    x[node]! += radius * Math.cos(n * GOLDEN_ANGLE);
    y[node]! += radius * Math.sin(n * GOLDEN_ANGLE);
  });
  return { x, y };
}

/**
 * Scales a drawing, in place, to the size at which forces would hold it: there the virials of what pushes nodes apart, which is the same at
 * any size, and of what draws them together, which grows with its square, are equal.
 */
export function balance({ network, groups, related, options }: Forces, x: Float64Array, y: Float64Array): void {
  const { offsets, targets, weights } = network;
  const squared = (a: number, b: number): number => (x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2;
  let [sum, own, inward] = [0, 0, 0];
  for (let node = 0; node < x.length; node++) {
    const mass = 1 + offsets[node + 1]! - offsets[node]!;
    sum += mass;
    own += mass * mass;
    inward += options.gravity * mass * (x[node]! * x[node]! + y[node]! * y[node]!);
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const other = targets[k]!;
      if (other > node) inward += weights[k]! * (groups[node] === groups[other] ? 1 : options.between) * squared(node, other);
    }
  }
  for (const { source, target, weight } of related)
    if (groups[source] === groups[target]) inward += weight * options.kin * squared(source, target);
  const scale = inward > 0 ? Math.sqrt((options.scalingRatio * (sum * sum - own)) / 2 / inward) : 1;
  for (let node = 0; node < x.length; node++) {
    x[node]! *= scale;
    y[node]! *= scale;
  }
}
