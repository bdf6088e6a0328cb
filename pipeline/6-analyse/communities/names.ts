import { NODE_KINDS, type Community, type NodeKind } from '../../../src/graph.ts';
import { slug } from '../../../src/slug.ts';
import type { Network } from '../../types.ts';
import { eachNeighbour, isEntity, paperCounts } from '../bipartite.ts';
import { isGeneral } from '../general.ts';
import { Colours } from './palette.ts';

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

/** Power of the share of an entity's papers that are in the community: what is named everywhere sets nothing apart. */
const OWN = 1.5;

/** Entities told for a community. */
const TOP = 8;

/**
 * Describes communities by the entities that set them apart: much used within, little used without. One that goes on from an earlier
 * build keeps its id, name and colour; the others get their own, no two the same.
 * @param groups node indexes of the papers of each
 * @param kept the community that each goes on from
 * @param taken ids that are given away; those given here are added
 */
export function describe(
  network: Network,
  groups: readonly (readonly number[])[],
  label: (node: number) => string,
  kept: readonly (Community | undefined)[],
  taken: Set<string>,
): Community[] {
  const counts = paperCounts(network);
  const colours = new Colours(kept.flatMap((each) => each?.color ?? []));
  return groups.map((papers, i) => {
    const top = distinctive(network, papers, counts, label);
    const name = kept[i]?.label ?? uniqueName(top, label, taken) ?? numbered(label(papers[0]!), taken);
    const id = kept[i]?.id ?? idOf(name);
    taken.add(id);
    return {
      id,
      label: name,
      size: papers.length,
      color: kept[i]?.color ?? colours.next(),
      top: top.slice(0, TOP).map((node) => network.ids[node]!),
    };
  });
}

const idOf = (name: string): string => `community:${slug(name)}`;

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
    const own = (inside.get(node)! / counts[node]!) ** OWN;
    return weight.get(node)! * own * type * (inside.get(node)! > 1 ? 1 : 0.1) * nameable(label(node));
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
    if (labels.length >= 2 && !taken.has(idOf(name))) return name;
  }
  return labels.length === 1 && !taken.has(idOf(labels[0]!)) ? labels[0] : undefined;
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
  for (let n = 2; taken.has(idOf(candidate)); n++) candidate = `${name} (${n})`;
  return candidate;
}
