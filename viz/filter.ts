/** Which nodes and edges a filter lets through. Every part narrows, and all of them combine. Pure. */
import { EDGE_KINDS, NODE_KINDS, type EdgeKind, type NodeKind } from '../src/graph.ts';
import { forEachLink, PAPER, RESULT, type Model } from './model.ts';

export interface Filter {
  /** In the order of NODE_KINDS. */
  hiddenKinds: readonly NodeKind[];
  /** Ids, in code-unit order. */
  hiddenCommunities: readonly string[];
  /** In the order of EDGE_KINDS; those from a paper to a technique are its role. */
  hiddenLinks: readonly EdgeKind[];
  /** Entities named by fewer papers are left out. */
  least: number;
  /** Links that the text says fewer times are left out, but for those that are not from text. */
  said: number;
  /** Links from a paper to what it names that are less sure, in hundredths, are left out; none whose confidence is not known. */
  sure: number;
  /** Months as `Model.month` counts them, both included; null for open. A paper without a year passes where both are open. */
  from: number | null;
  to: number | null;
  /** Ids of entities: only papers linked with all of them, in code-unit order. */
  linked: readonly string[];
}

/** Papers and what they share; results wait until they are asked for. */
export const OPEN: Filter = {
  hiddenKinds: ['result'],
  hiddenCommunities: [],
  hiddenLinks: [],
  least: 2,
  said: 1,
  sure: 0,
  from: null,
  to: null,
  linked: [],
};

export const isOpen = (filter: Filter): boolean => JSON.stringify(filter) === JSON.stringify(OPEN);

export interface Passing {
  /** 1 for a node that passes. */
  nodes: Uint8Array;
  /** 1 for an edge that passes and whose ends do. */
  edges: Uint8Array;
}

/** The rows that are marked. */
export function rowsOf(marked: Uint8Array): number[] {
  const rows: number[] = [];
  marked.forEach((is, row) => {
    if (is) rows.push(row);
  });
  return rows;
}

/**
 * Papers go by kind, community, date and what they are linked with; an entity passes while a passing link leads to it from a
 * paper that passes (hidden papers count too, where all papers are hidden by kind), a result with its paper.
 */
export function passing(model: Model, filter: Filter): Passing {
  const { count, kind, community, month, links, source, target, edgeKind, said, confidence } = model;
  const kindHidden = NODE_KINDS.map((one) => filter.hiddenKinds.includes(one));
  const linkHidden = EDGE_KINDS.map((one) => filter.hiddenLinks.includes(one));
  const hidden = new Set(filter.hiddenCommunities);
  const communityHidden = model.communities.map(({ id }) => hidden.has(id));
  const linkPasses = (edge: number): boolean =>
    !linkHidden[edgeKind[edge]!] &&
    (said[edge] === 0 || said[edge]! >= filter.said) &&
    (confidence[edge] === 0 || confidence[edge]! > filter.sure);
  const wanted = filter.linked.map((id) => model.row(id)).filter((row) => row >= 0);
  const from = filter.from ?? -Infinity;
  const to = filter.to ?? Infinity;
  const dated = filter.from !== null || filter.to !== null;

  const paper = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    if (kind[i] !== PAPER || (community[i]! >= 0 && communityHidden[community[i]!])) continue;
    if (dated && (month[i]! < 0 || month[i]! < from || month[i]! > to)) continue;
    paper[i] = 1;
  }
  for (const entity of wanted) {
    const near = new Set<number>();
    forEachLink(model, entity, (edge, other) => {
      if (!linkPasses(edge)) return;
      if (kind[other] === PAPER) near.add(other);
      else if (kind[other] === RESULT) forEachLink(model, other, (_edge, one) => void (kind[one] === PAPER && near.add(one)));
    });
    for (let i = 0; i < paper.length; i++) if (paper[i] && !near.has(i)) paper[i] = 0;
  }

  const nodes = new Uint8Array(count);
  for (let i = 0; i < count; i++) if (paper[i] && !kindHidden[PAPER]) nodes[i] = 1;
  for (let edge = 0; edge < source.length; edge++) {
    const other = target[edge]!;
    const is = kind[other]!;
    if (!paper[source[edge]!] || is === PAPER || kindHidden[is] || !linkPasses(edge)) continue;
    if (is === RESULT || links[other]! >= filter.least) nodes[other] = 1;
  }
  const edges = new Uint8Array(source.length);
  for (let edge = 0; edge < source.length; edge++) if (nodes[source[edge]!] && nodes[target[edge]!] && linkPasses(edge)) edges[edge] = 1;
  return { nodes, edges };
}

/** Number of nodes of each kind, in the order of NODE_KINDS; of those that a mask lets through. */
export function countKinds({ kind }: Model, mask?: Uint8Array): number[] {
  const counts = NODE_KINDS.map(() => 0);
  for (let i = 0; i < kind.length; i++) if (!mask || mask[i]) counts[kind[i]!]!++;
  return counts;
}

/** Number of papers of each community. */
export function countCommunities({ kind, community, communities }: Model, mask: Uint8Array): number[] {
  const counts = communities.map(() => 0);
  for (let i = 0; i < kind.length; i++) if (kind[i] === PAPER && mask[i] && community[i]! >= 0) counts[community[i]!]!++;
  return counts;
}

/** Number of papers a month, from the first month that any has to the last; empty where no paper is dated. */
export function histogram({ kind, month }: Model, mask?: Uint8Array): { first: number; counts: Uint32Array } {
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] !== PAPER || month[i]! < 0) continue;
    first = Math.min(first, month[i]!);
    last = Math.max(last, month[i]!);
  }
  if (first > last) return { first: 0, counts: new Uint32Array() };
  const counts = new Uint32Array(last - first + 1);
  for (let i = 0; i < kind.length; i++) if (kind[i] === PAPER && month[i]! >= 0 && (!mask || mask[i])) counts[month[i]! - first]!++;
  return { first, counts };
}
