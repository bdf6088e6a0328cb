import type { Community, KnowledgeGraph } from '../graph.ts';
import { match } from '../overlap.ts';

interface Name {
  id: string;
  label: string;
}

export interface CommunityChanges {
  /** With the one most of whose papers it was split off, where there is such a one. */
  new: (Name & { size: number; from?: Name })[];
  /** With the one that most of its papers went into, where there is such a one. */
  gone: (Name & { size: number; into?: Name })[];
  /** Mostly the same papers under another id or name. */
  renamed: { from: Name; to: Name }[];
  /** Papers of both graphs that are in another community now, or in one for the first time, or in none any more. */
  moved: { paper: string; title: string; from: Name | null; to: Name | null }[];
}

/** A community is the same where more than half of the papers that both graphs hold are, whatever its name. */
export function diffCommunities(before: KnowledgeGraph, after: KnowledgeGraph): CommunityChanges {
  const [old, now] = [before.getAttribute('communities'), after.getAttribute('communities')];
  const papers = after.filterNodes((_, { kind }) => kind === 'paper').sort((a, b) => (a < b ? -1 : 1));
  const was = indexes(before, old, papers);
  const is = indexes(after, now, papers);
  const { continues, merged, split, born, ended } = match(was, old.length, is, now.length);

  const name = (community: Community | undefined): Name | null => community ? { id: community.id, label: community.label } : null; // prettier-ignore
  const sized = (community: Community) => ({ ...name(community)!, size: community.size });
  const byId = <T extends Name>(list: T[]): T[] => list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    new: byId([...born.map((c) => sized(now[c]!)), ...split.map(({ from, into }) => ({ ...sized(now[into]!), from: name(old[from])! }))]),
    gone: byId([
      ...ended.map((c) => sized(old[c]!)),
      ...merged.map(({ from, into }) => ({ ...sized(old[from]!), into: name(now[into])! })),
    ]),
    renamed: Array.from(continues, (from, to) => ({ from: name(old[from]), to: name(now[to])! })).flatMap(({ from, to }) =>
      from && (from.id !== to.id || from.label !== to.label) ? [{ from, to }] : [],
    ),
    moved: papers.flatMap((paper, i) => {
      if (!before.hasNode(paper) || (is[i]! < 0 ? was[i]! < 0 : continues[is[i]!]! >= 0 && continues[is[i]!] === was[i])) return [];
      return [{ paper, title: after.getNodeAttribute(paper, 'label'), from: name(old[was[i]!]), to: name(now[is[i]!]) }];
    }),
  };
}

/** Index of the community of each paper, -1 for none. */
function indexes(graph: KnowledgeGraph, communities: readonly Community[], papers: readonly string[]): Int32Array {
  const number = new Map(communities.map(({ id }, i) => [id, i]));
  return Int32Array.from(papers, (paper) => {
    const community = graph.hasNode(paper) ? graph.getNodeAttribute(paper, 'community') : null;
    return community === null ? -1 : (number.get(community) ?? -1);
  });
}
