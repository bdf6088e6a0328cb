/** Memory of the graph that the stages work on, a link: `npx tsx test/bench/network.ts [PAPERS]`, on papers made up. */
import { manyRecords } from '../helpers/made.ts';
import { networkOf } from './corpora.ts';

const { graph, network } = networkOf(manyRecords(Number(process.argv[2] ?? 3000)));
const { kinds, offsets, targets, weights } = network;
const bytes = [kinds, offsets, targets, weights].reduce((sum, array) => sum + array.byteLength, 0);
console.log(`working graph: ${(bytes / graph.size).toFixed(1)} bytes an edge, of ${graph.size} edges`);
