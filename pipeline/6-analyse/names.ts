import { NODE_KINDS, type Community, type NodeKind } from '../../src/graph.ts';
import { slug } from '../../src/slug.ts';
import type { Network } from '../types.ts';
import { eachNeighbour, isEntity, paperCounts } from './bipartite.ts';
import { isGeneral } from './general.ts';
import { colour } from './palette.ts';

/** How well an entity of each type names a field of work. */
const NAMING: { readonly [kind in NodeKind]: number } = {
  technique: 1,
  task: 1,
  dataset: 0.6,
  hardware: 0.6,
  metric: 0.2,
  paper: 0,
  result: 0,
};

/** A label longer than this makes no name that one takes in at a glance. */
const LONG = 32;
const LONG_FACTOR = 0.4;

/** Of names too general to name a field. */
const GENERAL_FACTOR = 0.2;

/** Entities told for a community. */
const TOP = 8;

/**
 * Describes communities by the entities that set them apart: much used within, little used without. No two share a name or
 * an id; both come from the content alone.
 */
export function describe(network: Network, members: readonly (readonly number[])[], label: (node: number) => string): Community[] {
  const counts = paperCounts(network);
  const taken = new Set<string>();
  return members.map((papers, i) => {
    const top = distinctive(network, papers, counts, label);
    const name = uniqueName(top, label, taken) ?? numbered(label(papers[0]!), taken);
    taken.add(slug(name));
    return {
      id: `community:${slug(name)}`,
      label: name,
      size: papers.length,
      color: colour(i),
      top: top.slice(0, TOP).map((node) => network.ids[node]!),
    };
  });
}

/** Entities of a group of papers, the most telling first; those that only one of the papers names come last. */
function distinctive(network: Network, papers: readonly number[], counts: Uint32Array, label: (node: number) => string): number[] {
  const weight = new Map<number, number>();
  const inside = new Map<number, number>();
  for (const paper of papers)
    eachNeighbour(network, paper, (node, w) => {
      if (!isEntity(network.kinds[node]!)) return;
      weight.set(node, (weight.get(node) ?? 0) + w);
      inside.set(node, (inside.get(node) ?? 0) + 1);
    });
  const score = (node: number): number => {
    const type = NAMING[NODE_KINDS[network.kinds[node]!]!];
    return weight.get(node)! * (inside.get(node)! / counts[node]!) * type * (inside.get(node)! > 1 ? 1 : 0.1) * nameable(label(node));
  };
  return [...weight.keys()].map((node) => ({ node, score: score(node) })).sort((a, b) => b.score - a.score || a.node - b.node).map(({ node }) => node); // prettier-ignore
}

const nameable = (label: string): number => (isGeneral(label) ? GENERAL_FACTOR : 1) * (label.length > LONG ? LONG_FACTOR : 1);

/** Two of the labels that do not say the same, a third where two are taken; undefined if all that are tried are. */
function uniqueName(top: readonly number[], label: (node: number) => string, taken: ReadonlySet<string>): string | undefined {
  const labels: string[] = [];
  for (const node of top.slice(0, TOP * 3)) {
    const next = label(node);
    if (labels.some((known) => overlap(known, next))) continue;
    labels.push(next);
    const name = labels.join(' · ');
    if (labels.length >= 2 && !taken.has(slug(name))) return name;
  }
  return labels.length === 1 && !taken.has(slug(labels[0]!)) ? labels[0] : undefined;
}

/** Whether all words of one stand in the other: "pruning" and "structured pruning". */
function overlap(a: string, b: string): boolean {
  const [short, long] = [a, b].map((text) => new Set(slug(text).split('-').map(singular))).sort((x, y) => x.size - y.size);
  return [...short!].every((word) => long!.has(word));
}

/** Near enough to tell "network" from no other word than "networks". */
const singular = (word: string): string => word.replace(/([^s])s$/, '$1');

function numbered(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(slug(candidate)); n++) candidate = `${name} (${n})`;
  return candidate;
}
