import { aggregate, byCommunity, renumber } from './aggregate.ts';
import { findCommunities, type Found, type FindOptions } from './find.ts';
import type { Weighted } from './weighted.ts';

export interface HierarchyOptions extends FindOptions {
  /** Papers that a community must have. */
  minCommunity: number;
  /** Communities are put together to coarser ones, by these parts of the resolution one after the other... */
  coarser: readonly number[];
  /** ...as long as there are at least so many of them. */
  fold: number;
}

export interface Hierarchy {
  /** How the finest level was found. */
  found: Found;
  /** For each level, the finest first, the community of each paper: the largest is 0, equal ones by first paper; -1 for none. */
  levels: Int32Array[];
}

/**
 * Communities, and the coarser ones that they form. A coarser one holds two of the level below or more; what joins no other is in
 * none of that level.
 * @param before the same levels of an earlier build: community of each paper, -1 for none
 */
export function hierarchy(links: Weighted, options: HierarchyOptions, before: readonly Int32Array[] = []): Hierarchy {
  const found = findCommunities(links, options, asStart(before[0]));
  let partition = found.membership.slice();
  const levels = [ranked(partition, options.minCommunity)];
  for (const part of options.coarser) {
    const below = levels.at(-1)!;
    if (countOf(below) < options.fold) break;
    const nodes = renumber(partition);
    const known = before[levels.length] && mostOf(before[levels.length]!, partition, nodes);
    const { membership } = findCommunities(
      aggregate(links, partition, nodes),
      { ...options, resolution: options.resolution * part },
      asStart(known),
    );
    const children = new Uint32Array(nodes);
    byCommunity(partition, nodes).start.forEach((at, node, start) => {
      if (node < nodes && start[node + 1]! - at >= options.minCommunity) children[membership[node]!]!++;
    });
    partition = partition.map((node) => membership[node]!);
    const level = ranked(partition, options.minCommunity, (community) => children[community]! > 1);
    if (countOf(level) < 2) break;
    levels.push(level);
  }
  return { found, levels };
}

const countOf = (level: Int32Array): number => level.reduce((most, community) => Math.max(most, community + 1), 0);

/** Numbers the communities of a partition by size; those too small, or refused, become -1. */
function ranked(partition: Uint32Array, least: number, allowed: (community: number) => boolean = () => true): Int32Array {
  const count = partition.reduce((most, each) => Math.max(most, each + 1), 0);
  const { start, members } = byCommunity(partition, count);
  const size = (c: number): number => start[c + 1]! - start[c]!;
  const number = new Int32Array(count).fill(-1);
  Array.from(number.keys())
    .filter((c) => size(c) >= least && allowed(c))
    .sort((a, b) => size(b) - size(a) || members[start[a]!]! - members[start[b]!]!)
    .forEach((c, i) => (number[c] = i));
  return Int32Array.from(partition, (c) => number[c]!);
}

/** A known partition to begin from, with what is in none of it each on its own; undefined where nothing is known. */
function asStart(known: Int32Array | undefined): Uint32Array | undefined {
  const count = known ? countOf(known) : 0;
  if (!known || count === 0) return undefined;
  const start = Uint32Array.from(known, (each, i) => (each < 0 ? count + i : each));
  renumber(start);
  return start;
}

/** For each part of a partition the value that most of its members have, the smallest of equals. */
function mostOf(values: Int32Array, partition: Uint32Array, count: number): Int32Array {
  const { start, members } = byCommunity(partition, count);
  return Int32Array.from({ length: count }, (_, part) => {
    const votes = new Map<number, number>();
    for (const member of members.subarray(start[part]!, start[part + 1]!))
      votes.set(values[member]!, (votes.get(values[member]!) ?? 0) + 1);
    return [...votes].reduce((best, vote) => (vote[1] > best[1] || (vote[1] === best[1] && vote[0] < best[0]) ? vote : best), [-1, 0])[0];
  });
}
