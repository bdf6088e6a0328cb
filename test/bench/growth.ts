/**
 * What joining, grouping and relating papers costs, and how it grows: `npx tsx test/bench/growth.ts [--records FILE] [--papers N]`.
 * Processor time of each step for N papers (10,000 unless told) drawn from the arXiv corpus, and for all of them, in one run; the
 * exponent is of the growth between the two. Needs ../shared/corpora; FILE holds its records as `claimgraph extract` prints them.
 */
import { parseArgs } from 'node:util';
import { resolve } from '../../pipeline/4-resolve/resolve.ts';
import { assemble } from '../../pipeline/5-assemble/assemble.ts';
import { communitiesOf } from '../../pipeline/6-analyse/communities/communities.ts';
import { ANALYSE_DEFAULTS } from '../../pipeline/6-analyse/options.ts';
import { project } from '../../pipeline/6-analyse/projection.ts';
import { relatedPapers } from '../../pipeline/6-analyse/related.ts';
import { loadLists } from '../../pipeline/knowledge.ts';
import type { Record } from '../../src/model.ts';
import { whole } from '../../src/query/relatedness/whole.ts';
import { seeded } from '../../src/random.ts';
import { ARXIV, needs, recordsOf, timed } from './corpora.ts';

const { values } = parseArgs({ options: { records: { type: 'string' }, papers: { type: 'string', default: '10000' } } });
needs(ARXIV);
const all = await recordsOf(values.records, [ARXIV]);
const few = drawn(Number(values.papers));
const lists = loadLists();

/** Each step's seconds. */
function steps(records: readonly Record[]): Map<string, number> {
  const seconds = new Map<string, number>();
  const step = <T>(name: string, work: () => T): T => {
    const { seconds: taken, made } = timed(work);
    seconds.set(name, taken);
    return made;
  };
  const resolved = step('resolution', () => resolve(records, lists));
  const { graph, network } = step('graph', () => assemble(resolved));
  const label = (node: number): string => graph.getNodeAttribute(network.ids[node]!, 'label');
  const projection = step('projection', () => project(network, label, ANALYSE_DEFAULTS));
  step('communities', () => communitiesOf(network, projection, label, ANALYSE_DEFAULTS));
  step('related papers of each', () => relatedPapers(network, projection, ANALYSE_DEFAULTS));
  step('index of related', () => whole(graph));
  seconds.set('all of them', [...seconds.values()].reduce((sum, each) => sum + each, 0)); // prettier-ignore
  return seconds;
}

function drawn(count: number): Record[] {
  const random = seeded(1);
  const order = all.map((record) => ({ record, at: random() })).sort((a, b) => a.at - b.at);
  return order.slice(0, count).map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1)); // prettier-ignore
}

const small = steps(few);
const large = steps(all);
console.log(`${''.padEnd(24)}${`${few.length} papers`.padStart(14)}${`${all.length} papers`.padStart(14)}${'exponent'.padStart(10)}`);
for (const [name, seconds] of small) {
  const exponent = Math.log(large.get(name)! / seconds) / Math.log(all.length / few.length);
  console.log(`${name.padEnd(24)}${`${seconds.toFixed(2)} s`.padStart(14)}${`${large.get(name)!.toFixed(2)} s`.padStart(14)}${exponent.toFixed(2).padStart(10)}`); // prettier-ignore
}
