/** Our communities on the links in a folder, for communities.ts: leiden.ts FOLDER NODES RESOLUTION; prints seconds of processor time. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCommunities } from '../../pipeline/6-analyse/communities/find.ts';
import { weighted } from '../../pipeline/6-analyse/communities/weighted.ts';
import { ANALYSE_DEFAULTS } from '../../pipeline/6-analyse/options.ts';
import { symmetric } from '../../pipeline/6-analyse/rows.ts';
import { timed } from './corpora.ts';

const [folder, nodes, resolution] = process.argv.slice(2) as [string, string, string];
const read = (name: string): ArrayBuffer => {
  const { buffer, byteOffset, length } = readFileSync(join(folder, name));
  return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
};
const ends = new Uint32Array(read('ends'));
const weights = new Float64Array(read('weights'));
const offsets = new Uint32Array(Number(nodes) + 1);
for (let k = 0; k < ends.length; k += 2) offsets[ends[k]! + 1]!++;
for (let node = 0; node < Number(nodes); node++) offsets[node + 1]! += offsets[node]!;
const graph = weighted(symmetric({ offsets, targets: ends.filter((_, i) => i % 2 === 1), weights }));
const { seconds, made } = timed(() =>
  findCommunities(graph, { ...ANALYSE_DEFAULTS, resolution: Number(resolution), maxRunNodes: ANALYSE_DEFAULTS.maxRunPapers }),
);
writeFileSync(join(folder, 'membership'), made.membership);
console.log(seconds);
