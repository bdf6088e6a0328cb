/**
 * How much of the map is drawn at once. A small graph is drawn whole; of a large one, what lies in sight: papers first, then
 * what most of them share, then their links, as far as the budget goes. Going closer brings out the rest. Pure.
 */
import { EDGE_KINDS } from '../src/graph.ts';
import type { Passing } from './filter.ts';
import { forEachLink, PAPER, type Model } from './model.ts';

/** A part of the plane, in the graph's own coordinates. */
export interface Sight {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface Budget {
  /** A graph of at most so many passing nodes is drawn whole, with every link. */
  whole: number;
  /** Papers drawn as dots when too many are in sight for links and entities. */
  dots: number;
  /** Nodes drawn with their links. */
  nodes: number;
  edges: number;
}

/** Chosen so that building the picture and sending it costs under a tenth of a second on a slow machine. */
export const BUDGET: Budget = { whole: 2_000, dots: 10_000, nodes: 2_500, edges: 6_000 };

export interface Drawn {
  nodes: Uint32Array;
  edges: Uint32Array;
  /** Number of passing nodes in sight that are not drawn. */
  cut: number;
  /** `whole`: all that passes; `near`: papers, entities and links in sight; `far`: papers alone. */
  tier: 'whole' | 'near' | 'far';
}

const RELATED = EDGE_KINDS.indexOf('related_to');

/** Papers first, then the most linked; ties by row. Made once a model. */
export function byImportance({ kind, links }: Model): Uint32Array {
  return Uint32Array.from(kind.keys()).sort(
    (a, b) => Number(kind[b] === PAPER) - Number(kind[a] === PAPER) || links[b]! - links[a]! || a - b,
  );
}

/** Chooses what is drawn. `order` is `byImportance` of the model. */
export function chooseDrawn(model: Model, order: Uint32Array, { nodes, edges }: Passing, sight: Sight, budget: Budget = BUDGET): Drawn {
  const { x, y, kind } = model;
  let passing = 0;
  for (let i = 0; i < nodes.length; i++) passing += nodes[i]!;
  if (passing <= budget.whole) {
    const all = order.filter((i) => nodes[i]);
    return { nodes: all, edges: linksAmong(model, all, edges, Infinity), cut: 0, tier: 'whole' };
  }
  const { x0, y0, x1, y1 } = sight;
  const inSight = new Uint32Array(passing);
  let [seen, papers] = [0, 0];
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    if (!nodes[i] || x[i]! < x0 || x[i]! > x1 || y[i]! < y0 || y[i]! > y1) continue;
    inSight[seen++] = i;
    if (kind[i] === PAPER) papers++; // they come first
  }
  const far = papers >= budget.nodes;
  if (far) {
    const dots = inSight.slice(0, Math.min(budget.dots, papers));
    return { nodes: dots, edges: new Uint32Array(), cut: seen - dots.length, tier: 'far' };
  }
  const near = inSight.slice(0, Math.min(budget.nodes, seen));
  return { nodes: near, edges: linksAmong(model, near, edges, budget.edges), cut: seen - near.length, tier: 'near' };
}

/** The strongest passing links between some nodes; likeness of papers is drawn on focus alone. */
function linksAmong(model: Model, nodes: Uint32Array, passing: Uint8Array, most: number): Uint32Array {
  const among = new Uint8Array(model.count);
  for (const node of nodes) among[node] = 1;
  const found: number[] = [];
  for (const node of nodes)
    forEachLink(model, node, (edge, other) => {
      if (passing[edge] && among[other] && model.source[edge] === node && model.edgeKind[edge] !== RELATED) found.push(edge);
    });
  if (found.length > most) found.sort((a, b) => model.weight[b]! - model.weight[a]! || a - b).length = most;
  return Uint32Array.from(found);
}

/** Whether the same is drawn, in the same order. */
export const sameNodes = (a: Uint32Array, b: Uint32Array): boolean => a.length === b.length && a.every((value, i) => value === b[i]);
