import type { EdgeKind, KnowledgeGraph } from '../graph.ts';
import { idsOf, kindOf, resultAt } from './access.ts';
import { perGraph } from './cache.ts';
import { measure } from './figure.ts';
import { classOf, ofClass } from './hardware.ts';
import { bearers, looseKey } from './names.ts';
import { clearest, findNode } from './reference.ts';

/** The slots of a result that name an entity: the edge that leads there, and the kind of node. */
export const SLOTS = {
  metric: ['of', 'metric'],
  dataset: ['on', 'dataset'],
  hardware: ['runs_on', 'hardware'],
  baseline: ['over', 'technique'],
} as const;
export type Slot = keyof typeof SLOTS;
export const SLOT_NAMES = Object.keys(SLOTS) as Slot[];

/** All results in code-unit order, their figures, and those whose slots say the same words. */
export const resultIndex = perGraph((graph) => {
  const ids = idsOf(graph, (kind) => kind === 'result');
  const measures = new Map(ids.map((id) => [id, measure(resultAt(graph, id))]));
  const bySlot = Object.fromEntries(SLOT_NAMES.map((slot) => [slot, new Map<string, string[]>()])) as Record<Slot, Map<string, string[]>>;
  for (const id of ids)
    for (const slot of SLOT_NAMES) {
      const words = resultAt(graph, id)[slot];
      if (words === null) continue;
      const same = bySlot[slot].get(looseKey(words));
      if (same) same.push(id);
      else bySlot[slot].set(looseKey(words), [id]);
    }
  return { ids, measures, bySlot };
});

/** Ids of the nodes from which an edge of a kind leads to a node. */
const sources = (graph: KnowledgeGraph, id: string, kind: EdgeKind): string[] =>
  graph.filterInEdges(id, (_, edge) => edge.kind === kind).map((key) => graph.source(key));

/**
 * Results with a name in a slot: those linked to the entity, and those that say the same words of what is no entity. A class of
 * hardware ("mobile device") stands for all devices of the class, also where the result names none and its paper targets one.
 * An id stands for itself alone.
 * @throws NotFoundError, AmbiguousError
 */
export function withSlot(graph: KnowledgeGraph, slot: Slot, name: string): Set<string> {
  const [edge, kind] = SLOTS[slot];
  const exact = graph.hasNode(name) && kindOf(graph, name) === kind;
  const said = exact ? [] : (resultIndex(graph).bySlot[slot].get(looseKey(name)) ?? []);
  const is = slot === 'hardware' && !exact ? classOf(name) : undefined;
  const devices = is ? ofClass(graph, is) : [];
  const known = exact ? [name] : bearers(graph, name, [kind]);
  let one = known.length > 1 ? clearest(graph, name, known) : known[0];
  if (one === undefined && !said.length && !is) one = findNode(graph, name, [kind]);
  const entities = new Set(one === undefined ? devices : [...devices, one]);
  const found = new Set([...said, ...[...entities].flatMap((id) => sources(graph, id, edge))]);
  if (slot === 'hardware' && !exact) for (const id of aimedAt(graph, entities)) found.add(id);
  return found;
}

/** Results that name no hardware, of papers that target some. */
function aimedAt(graph: KnowledgeGraph, devices: ReadonlySet<string>): string[] {
  const papers = new Set([...devices].flatMap((id) => sources(graph, id, 'targets')));
  return [...papers].flatMap((paper) => graph.filterOutNeighbors(paper, (_, node) => node.kind === 'result' && node.hardware === null));
}

/** The entity that a slot of a result leads to, or else its words: what is the same in two results is the same string. */
export function groundOf(graph: KnowledgeGraph, result: string, slot: Slot): string | undefined {
  const [edge] = SLOTS[slot];
  const entity = graph.findOutEdge(result, (_, { kind }) => kind === edge);
  if (entity !== undefined) return graph.target(entity);
  const words = resultAt(graph, result)[slot];
  return words === null ? undefined : looseKey(words);
}
