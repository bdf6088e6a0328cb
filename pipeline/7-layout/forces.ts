import type { Network } from '../types.ts';
import { Bodies } from './bodies.ts';
import type { LayoutOptions } from './options.ts';

export interface Forces {
  network: Network;
  /** Group of each node: links within a group pull at full weight. */
  groups: Int32Array;
  related: readonly { source: number; target: number; weight: number }[];
  options: LayoutOptions;
}

/**
 * Moves some nodes by ForceAtlas2, in place, as if the others were not there.
 * M. Jacomy, T. Venturini, S. Heymann, M. Bastian: ForceAtlas2, a continuous graph layout algorithm, PLoS ONE 9(6), 2014; the speed of
 * each node as in graphology's implementation of it.
 */
export function attract(
  forces: Forces,
  members: readonly number[],
  passes: number,
  x: Float64Array,
  y: Float64Array,
  tell: (done: number, total: number) => void = () => {},
): void {
  if (members.length < 2) return;
  const { offsets } = forces.network;
  const { scalingRatio, gravity } = forces.options;
  const count = members.length;
  const atX = Float64Array.from(members, (node) => x[node]!);
  const atY = Float64Array.from(members, (node) => y[node]!);
  const mass = Float64Array.from(members, (node) => 1 + offsets[node + 1]! - offsets[node]!);
  const { from, to, weight } = springs(forces, members);
  const bodies = new Bodies(count);
  let [forceX, forceY] = [new Float64Array(count), new Float64Array(count)];
  let [beforeX, beforeY] = [new Float64Array(count), new Float64Array(count)];
  const ease = new Float64Array(count).fill(1);
  const slowDown = 1 + Math.log(count);
  for (let pass = 1; pass <= passes; pass++) {
    [forceX, forceY, beforeX, beforeY] = [beforeX, beforeY, forceX, forceY];
    forceX.fill(0);
    forceY.fill(0);
    bodies.repel(atX, atY, mass, scalingRatio, forceX, forceY);
    for (let i = 0; i < count; i++) {
      forceX[i]! -= atX[i]! * gravity * mass[i]!;
      forceY[i]! -= atY[i]! * gravity * mass[i]!;
    }
    for (let k = 0; k < from.length; k++) {
      const [a, b] = [from[k]!, to[k]!];
      const pullX = weight[k]! * (atX[a]! - atX[b]!);
      const pullY = weight[k]! * (atY[a]! - atY[b]!);
      forceX[a]! -= pullX;
      forceY[a]! -= pullY;
      forceX[b]! += pullX;
      forceY[b]! += pullY;
    }
    for (let i = 0; i < count; i++) {
      const swinging = 1 + Math.sqrt(mass[i]! * length(beforeX[i]! - forceX[i]!, beforeY[i]! - forceY[i]!));
      const traction = length(beforeX[i]! + forceX[i]!, beforeY[i]! + forceY[i]!) / 2;
      const speed = (ease[i]! * Math.log(1 + traction)) / swinging;
      ease[i] = Math.min(1, Math.sqrt((speed * (forceX[i]! * forceX[i]! + forceY[i]! * forceY[i]!)) / swinging));
      atX[i]! += forceX[i]! * (speed / slowDown);
      atY[i]! += forceY[i]! * (speed / slowDown);
    }
    tell(pass, passes);
  }
  members.forEach((node, i) => {
    x[node] = atX[i]!;
    y[node] = atY[i]!;
  });
}

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

interface Springs {
  from: Uint32Array;
  to: Uint32Array;
  weight: Float64Array;
}

/** What pulls the members together, by their places in the list: links, and related papers of one group. */
function springs({ network, groups, related, options }: Forces, members: readonly number[]): Springs {
  const { offsets, targets, weights } = network;
  const place = new Int32Array(groups.length).fill(-1);
  members.forEach((node, i) => (place[node] = i));
  const each = (add: (a: number, b: number, weight: number) => void): void => {
    for (const node of members)
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const other = targets[k]!;
        if (other > node && place[other]! >= 0) add(node, other, weights[k]! * (groups[node] === groups[other] ? 1 : options.between));
      }
    for (const { source, target, weight } of related)
      if (groups[source] === groups[target] && place[source]! >= 0 && place[target]! >= 0) add(source, target, weight * options.kin);
  };
  let count = 0;
  each(() => count++);
  const made: Springs = { from: new Uint32Array(count), to: new Uint32Array(count), weight: new Float64Array(count) };
  let at = 0;
  each((a, b, weight) => {
    made.from[at] = place[a]!;
    made.to[at] = place[b]!;
    made.weight[at++] = weight;
  });
  return made;
}
