import type { Community } from '../../../src/graph.ts';
import { match } from '../../../src/overlap.ts';
import type { Network, Previous } from '../../types.ts';
import type { AnalyseOptions } from '../options.ts';
import type { Projection } from '../projection.ts';
import { hierarchy } from './hierarchy.ts';
import { describe } from './names.ts';
import { livesOn, partitionsOf } from './previous.ts';
import { history, method } from './told.ts';

export interface Communities {
  /** Node indexes of the papers of each community, ascending; the largest first, equal ones by first paper. */
  members: number[][];
  communities: Community[];
  /** Coarser ones, the finest level first. */
  levels: Community[][];
  modularity: number;
  /** How they were found, and what became of those of the last build, in sentences. */
  told: string[];
}

/** Finds and names the communities of the papers, and those that they form in turn where there are many. */
export function communitiesOf(
  network: Network,
  { papers, links }: Projection,
  label: (node: number) => string,
  options: AnalyseOptions,
  previous?: Previous,
): Communities {
  const before = previous
    ? partitionsOf(
        previous,
        Array.from(papers, (paper) => network.ids[paper]!),
      )
    : [];
  const resolution = options.resolution * papers.length ** options.finer;
  const hold = Math.max(options.least, options.hold / papers.length);
  const known = previous && livesOn(previous, before) ? before.map(({ of }) => of) : [];
  const { found, levels } = hierarchy(links, { ...options, resolution, hold, maxRunNodes: options.maxRunPapers }, known);

  const taken = new Set(before.flatMap(({ communities }) => communities.map(({ id }) => id)));
  const named = levels.map((of, l) => {
    const groups = membersOf(of);
    const earlier = before[l];
    const matched = earlier && match(earlier.of, earlier.communities.length, of, groups.length);
    const members = groups.map((group) => group.map((i) => papers[i]!));
    const kept = members.map((_, c) => earlier?.communities[matched!.continues[c]!]);
    return { groups, members, matched, communities: describe(network, members, label, kept, taken) };
  });
  for (const [l, { groups, communities }] of named.entries())
    communities.forEach((community, c) => {
      const parent = named[l + 1]?.communities[levels[l + 1]![groups[c]![0]!]!];
      if (parent) community.parent = parent.id;
    });
  const [finest, ...coarser] = named;
  return {
    members: finest!.members,
    communities: finest!.communities,
    levels: coarser.map(({ communities }) => communities),
    modularity: found.modularity,
    told: [method(found, resolution), ...(finest!.matched ? history(finest!.matched, before[0]!.communities, finest!.communities) : [])],
  };
}

function membersOf(level: Int32Array): number[][] {
  const members: number[][] = [];
  level.forEach((community, i) => {
    if (community >= 0) (members[community] ??= []).push(i);
  });
  return members;
}
