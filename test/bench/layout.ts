/**
 * The layout beside ForceAtlas2 from a random start, 300 iterations of graphology's, each by CPU time and quality: the mean length of an
 * edge over the mean distance of random pairs, the less the better. `npm run build && npx tsx test/bench/layout.ts [RECORDS]`, of the last
 * daily papers without a file of records.
 */
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { analyse } from '../../pipeline/6-analyse/analyse.ts';
import { layout } from '../../pipeline/7-layout/layout.ts';
import { seeded } from '../../src/random.ts';
import { DAILY, dailyFiles, needs, networkOf, recordsOf, timed } from './corpora.ts';

const given = process.argv[2];
if (given === undefined) needs(DAILY);
const { graph, network, label } = networkOf(await recordsOf(given, given === undefined ? dailyFiles().slice(-60) : []));
const analysis = analyse(network, label);
const random = seeded(1);

function quality(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const { offsets, targets } = network;
  const length = (a: number, b: number): number => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
  let edges = 0;
  for (let node = 0; node + 1 < offsets.length; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) edges += length(node, targets[k]!);
  const pairs = 200_000;
  const any = (): number => Math.floor(random() * x.length);
  let apart = 0;
  for (let i = 0; i < pairs; i++) apart += length(any(), any());
  return edges / targets.length / (apart / pairs);
}

const ours = timed(() => layout(network, analysis));
for (const id of graph.nodes()) graph.mergeNodeAttributes(id, { x: random(), y: random() });
const theirs = timed(() => {
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true };
  return forceAtlas2(graph, { iterations: 300, settings, getEdgeWeight: 'weight' });
});
const place = network.ids.map((id) => theirs.made[id]!);
const [mine, other] = [quality(ours.made.x, ours.made.y), quality(place.map(({ x }) => x), place.map(({ y }) => y))]; // prettier-ignore
console.log(`layout of ${network.ids.length} nodes: 1/${(theirs.seconds / ours.seconds).toFixed(1)} of the CPU of 300 iterations (${ours.seconds.toFixed(1)} s, ${theirs.seconds.toFixed(1)} s), quality ${mine.toFixed(3)} against ${other.toFixed(3)}`); // prettier-ignore
