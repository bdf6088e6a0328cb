import type { Community } from '../../../src/graph.ts';
import type { Previous } from '../../types.ts';

/** The communities of one level of an earlier build, and the index in them of each paper of this one, -1 for none. */
export interface Earlier {
  communities: readonly Community[];
  of: Int32Array;
}

/** The levels of an earlier build, the finest first. @param papers node ids */
export function partitionsOf({ communities, levels, of }: Previous, papers: readonly string[]): Earlier[] {
  const index = (list: readonly Community[]): Map<string, number> => new Map(list.map(({ id }, i) => [id, i]));
  let number = index(communities);
  let at = Int32Array.from(papers, (paper) => number.get(of.get(paper) ?? '') ?? -1);
  const found: Earlier[] = [{ communities, of: at }];
  let below = communities;
  for (const level of levels) {
    number = index(level);
    const parent = below.map(({ parent }) => number.get(parent ?? '') ?? -1);
    at = at.map((community) => parent[community] ?? -1);
    found.push({ communities: level, of: at });
    below = level;
  }
  return found;
}

/** Whether so many of its papers are here still that one begins from where it was. */
export const livesOn = ({ of }: Previous, [finest]: readonly Earlier[]): boolean =>
  finest !== undefined && 2 * finest.of.reduce((sum, community) => sum + Number(community >= 0), 0) > of.size;
