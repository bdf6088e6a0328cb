/** What is lit on the map: a node with its neighbourhood, a community, an edge, or the answer to a question. Pure. */
import { EDGE_KINDS } from '../src/graph.ts';
import type { Passing } from './filter.ts';
import { edgeKindAt, edgeOf, forEachLink, PAPER, RESULT, type Model } from './model.ts';

/** A claimed figure, drawn as what it is: a line from who claims to what it is compared with, the figure on it. */
export interface Arc {
  result: number;
  from: number;
  to: number;
}

export interface Focus {
  /** Rows, the most important first. What the map does not show otherwise is drawn while it is lit. */
  nodes: readonly number[];
  edges: readonly number[];
  arcs: readonly Arc[];
  /** The row that all is about, -1 where there is none. */
  centre: number;
}

export const DARK: Focus = { nodes: [], edges: [], arcs: [], centre: -1 };
export interface How {
  asked: boolean;
  depth: number;
  shows(kind: number): boolean;
  follows(kind: number): boolean;
}

/** Of a hub no more neighbours than these are lit, the strongest links first. */
const MOST = 300;
const RELATED = EDGE_KINDS.indexOf('related_to');

/**
 * The neighbourhood of a node (or what a community or an edge holds).
 * @param how.depth steps from the node; from the second on, only over what passes
 * @param how.asked whether the reader asked for it: then what the filter leaves out for being rare is lit too, and a paper's results
 * @param how.shows whether a kind of node may be lit at all
 * @param how.follows whether a kind of link is followed
 */
export function focusOf(model: Model, { nodes, edges }: Passing, id: string | null, { asked, depth, shows, follows }: How): Focus {
  if (id === null) return DARK;
  const community = model.communities.findIndex((one) => one.id === id);
  if (community >= 0) {
    const lit: number[] = [];
    for (let i = 0; i < nodes.length; i++) if (nodes[i] && model.community[i] === community) lit.push(i);
    lit.sort((a, b) => model.links[b]! - model.links[a]! || a - b);
    return { ...DARK, nodes: lit };
  }
  const edge = edgeOf(model, id);
  if (edge >= 0) return { ...DARK, nodes: [model.source[edge]!, model.target[edge]!], edges: [edge] };
  const centre = model.row(id);
  if (centre < 0) return DARK;
  const near = new Map<number, number>();
  forEachLink(model, centre, (edge, other) => {
    const ofPaper = model.kind[centre] === PAPER && model.kind[other] === RESULT;
    if (!follows(model.edgeKind[edge]!)) return;
    const wanted = edges[edge] || (nodes[other] && !nodes[centre]) || (asked && (ofPaper || shows(model.kind[other]!)));
    if (wanted && (asked || model.edgeKind[edge] !== RELATED)) near.set(other, Math.max(near.get(other) ?? 0, rank(model, edge)));
  });
  const lit = [...near].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST);
  const first = [centre, ...lit.map(([node]) => node)];
  if (depth === 1) return withLinks(model, first, centre);
  return { ...withLinks(model, further(model, edges, first, depth - 1), -1), centre };
}

/** Some nodes with what lies so many passing links beyond them, nearest first. */
function further(model: Model, passing: Uint8Array, nodes: readonly number[], steps: number): number[] {
  const reached = new Set(nodes);
  let ring = nodes.slice(1);
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    for (const node of ring)
      forEachLink(model, node, (edge, other) => {
        if (!passing[edge] || model.edgeKind[edge] === RELATED || reached.has(other) || reached.size >= MOST) return;
        reached.add(other);
        next.push(other);
      });
    ring = next;
  }
  return [...reached];
}

/** Links from text before likeness, the stronger first. */
const rank = (model: Model, edge: number): number => model.weight[edge]! + (model.edgeKind[edge] === RELATED ? 0 : 10);

/** Some nodes with the links of the centre, or of all where there is no centre, and the figures claimed among them. */
export function withLinks(model: Model, nodes: readonly number[], centre: number): Focus {
  const among = new Set(nodes);
  const found = new Set<number>();
  const arcs: Arc[] = [];
  for (const node of centre < 0 ? nodes : [centre])
    forEachLink(model, node, (edge, other) => {
      if (among.has(other) && (centre >= 0 || model.edgeKind[edge] !== RELATED)) found.add(edge);
    });
  for (const node of nodes) {
    if (model.kind[node] !== RESULT) continue;
    const arc = arcOf(model, node);
    if (arc && among.has(arc.to) && among.has(arc.from)) arcs.push(arc);
  }
  return { nodes, edges: [...found], arcs, centre };
}

/** From the technique that the paper proposes, or the paper itself, to the baseline; null where the result has none. */
export function arcOf(model: Model, result: number): Arc | null {
  let paper = -1;
  let to = -1;
  forEachLink(model, result, (edge, other) => {
    const kind = edgeKindAt(model, edge);
    if (kind === 'claims') paper = other;
    else if (kind === 'over') to = other;
  });
  return paper >= 0 && to >= 0 ? { result, from: paper, to } : null;
}

/** Each of the neighbours that is lit, by where it lies: for walking with the arrow keys. */
export function neighbourTowards(model: Model, focus: Focus, dx: number, dy: number): number {
  const { centre, nodes } = focus;
  if (centre < 0) return -1;
  let best = -1;
  let least = Infinity;
  for (const node of nodes) {
    if (node === centre) continue;
    const [x, y] = [model.x[node]! - model.x[centre]!, model.y[node]! - model.y[centre]!];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy - y * dx);
    if (along <= 0 || across > along * 1.2) continue;
    const cost = along + 2 * across;
    if (cost < least) [best, least] = [node, cost];
  }
  return best;
}
