/**
 * How still communities hold while papers come in: `npx tsx test/bench/stability.ts [--records FILE]`.
 * The daily papers of 570 days are built, then of 575, then of 580, each given the build before; told is how many of the papers that
 * were in a community are in the one of the same id. The baseline, in the same run, finds communities anew each time, and gives them
 * the ids of the build before by overlap alone. Needs ../shared/corpora; FILE holds records as `claimgraph extract` prints them.
 */
import { parseArgs } from 'node:util';
import { analyse } from '../../pipeline/6-analyse/analyse.ts';
import { ANALYSE_DEFAULTS } from '../../pipeline/6-analyse/options.ts';
import type { Analysis, Network, Previous } from '../../pipeline/types.ts';
import type { Record } from '../../src/model.ts';
import { match } from '../../src/overlap.ts';
import { DAILY, dailyFiles, firstFile, needs, networkOf, percent, recordsOf } from './corpora.ts';

const { values } = parseArgs({ options: { records: { type: 'string' } } });
needs(DAILY);
const files = dailyFiles();
const day = firstFile(files);
const records = await recordsOf(values.records, files);

interface Build {
  analysis: Analysis;
  previous: Previous;
}

// Centrality is not what is measured.
const OPTIONS = { ...ANALYSE_DEFAULTS, exactNodes: 0, sources: 1 };
function build(chosen: readonly Record[], before?: Previous): Build {
  const { network, label } = networkOf(chosen);
  const analysis = analyse(network, label, OPTIONS, before);
  return { analysis, previous: previousOf(network, analysis) };
}

function previousOf({ ids }: Network, { community, communities, levels }: Analysis): Previous {
  const papers = ids.flatMap((id, i) =>
    id.startsWith('paper:') && community[i]! >= 0 ? [[id, communities[community[i]!]!.id] as const] : [],
  );
  return { communities, levels, of: new Map(papers) };
}

/** A build as if found anew, with ids given by overlap afterwards. */
function byOverlap(anew: Previous, before: Previous): Previous {
  const papers = [...anew.of.keys()];
  const index = ({ communities }: Previous) => new Map(communities.map(({ id }, i) => [id, i]));
  const [old, now] = [index(before), index(anew)];
  const was = Int32Array.from(papers, (paper) => old.get(before.of.get(paper) ?? '') ?? -1);
  const is = Int32Array.from(papers, (paper) => now.get(anew.of.get(paper)!)!);
  const { continues } = match(was, old.size, is, now.size);
  const id = (c: number): string => before.communities[continues[c]!]?.id ?? `new ${anew.communities[c]!.id}`;
  return {
    ...anew,
    communities: anew.communities.map((community, c) => ({ ...community, id: id(c) })),
    of: new Map(papers.map((paper, i) => [paper, id(is[i]!)])),
  };
}

const stayed = (before: Previous, after: Previous): string =>
  percent([...before.of].filter(([paper, id]) => after.of.get(paper) === id).length, before.of.size);

let held: Build | undefined;
let anew: Previous | undefined;
for (const days of [570, 575, 580]) {
  const chosen = records.filter(({ id }) => (day.get(id) ?? 0) < days);
  const fresh = build(chosen);
  const next = held ? build(chosen, held.previous) : fresh;
  const { communities, modularity } = next.analysis;
  console.log(`${days} days: ${chosen.length} papers, ${communities.length} communities, modularity ${modularity.toFixed(4)}`);
  if (held) {
    const known = new Set(held.analysis.communities.map(({ id }) => id));
    const loose = byOverlap(fresh.previous, anew!);
    console.log(
      `  papers in the community of the same id   ${stayed(held.previous, next.previous)}   found anew, ids by overlap ${stayed(anew!, loose)}`,
    );
    console.log(`  communities that go on                   ${communities.filter(({ id }) => known.has(id)).length} of ${known.size}`);
    console.log(`  modularity, against found anew           ${(modularity / fresh.analysis.modularity).toFixed(4)}`);
    anew = loose;
  } else anew = fresh.previous;
  held = next;
}

const all = new Map(held!.analysis.communities.map(({ id, label }) => [id, label]));
const without = (id: string): Record[] => records.filter((record) => record.id !== id);
for (const { id } of [records[0]!, records[Math.floor(records.length / 2)]!, records.at(-1)!]) {
  const before = build(without(id), held!.previous);
  const after = build(records, before.previous);
  const names = new Map(before.analysis.communities.map((community) => [community.id, community.label]));
  const renamed = after.analysis.communities.filter((community) => names.get(community.id) !== community.label).length;
  console.log(
    `one paper added, ${id}: ${renamed} of ${all.size} communities new or renamed, ${stayed(before.previous, after.previous)} of papers stay`,
  );
}
