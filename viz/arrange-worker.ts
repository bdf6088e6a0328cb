/** Places a graph anew and tells on the way where its nodes stand: the forces of the build's own layout, many passes a message. */
import { balance } from '../pipeline/7-layout/again.ts';
import { fit } from '../pipeline/7-layout/fit.ts';
import { attract, type Forces } from '../pipeline/7-layout/forces.ts';
import { LAYOUT_DEFAULTS } from '../pipeline/7-layout/options.ts';
import { separate } from '../pipeline/7-layout/separate.ts';
import { sizes } from '../pipeline/7-layout/sizes.ts';
import { groupsOf } from '../pipeline/7-layout/start.ts';
import type { Unplaced } from './arrangement.ts';

export interface Arranged {
  x: Float64Array;
  y: Float64Array;
  done: number;
  total: number;
}

/** Steps until the end, each shown. */
const STEPS = 24;

let steps: Iterator<Arranged> | undefined;

/** A graph begins; every later message asks for the next step, so that none is made before the last has been drawn. */
addEventListener('message', ({ data }: MessageEvent<Unplaced | null>) => {
  if (data) steps = arrange(data);
  const { value } = steps?.next() ?? {};
  if (value) postMessage(value, { transfer: [value.x.buffer, value.y.buffer] });
});

function* arrange({ kinds, groups, offsets, targets, weights, related, x, y }: Unplaced): Generator<Arranged, undefined> {
  const { corePasses, work, minPasses, margin } = LAYOUT_DEFAULTS;
  const network = { ids: [], kinds, offsets, targets, weights };
  const forces: Forces = {
    network,
    groups: groupsOf(network, groups),
    related: Array.from(related.source, (source, i) => ({ source, target: related.target[i]!, weight: related.weight[i]! })),
    options: LAYOUT_DEFAULTS,
  };
  const size = sizes(network, { degree: Uint32Array.from(kinds, (_, node) => offsets[node + 1]! - offsets[node]!) });
  const all = Array.from(kinds.keys());
  const passes = Math.max(minPasses, Math.min(corePasses, Math.floor(work / Math.max(1, kinds.length))));
  const total = Math.min(STEPS, passes);
  balance(forces, x, y);
  for (let done = 1; done <= total; done++) {
    attract(forces, all, Math.ceil(passes / total), x, y);
    const [atX, atY] = [x.slice(), y.slice()];
    fit(atX, atY, size, LAYOUT_DEFAULTS);
    if (done === total) separate(atX, atY, size, margin);
    yield { x: atX, y: atY, done, total };
  }
}
