import type { KnowledgeGraph } from '../graph.ts';
import { resultAt } from './access.ts';
import { perGraph } from './cache.ts';
import type { Measure } from './figure.ts';
import { resultIndex } from './slots.ts';

export const ORDERS = ['greatest', 'least'] as const;
export type Order = (typeof ORDERS)[number];

/**
 * Sorts results by their figures. Figures of different scales (a factor, milliseconds, per cent reached) cannot be put in one order:
 * the scale with the most figures comes first, each sorted for itself, and what could not be read last.
 */
export function arranged(graph: KnowledgeGraph, results: readonly string[], order: Order): { ids: string[]; notes: string[] } {
  const measures = scaled(graph);
  const groups = new Map<string, { id: string; value: number }[]>();
  for (const id of results) {
    const { scale, low, high } = measures.get(id)!;
    const row = { id, value: order === 'least' ? low : -high };
    const group = groups.get(scale);
    if (group) group.push(row);
    else groups.set(scale, [row]);
  }
  const sorted = [...groups].sort(
    ([a, some], [b, others]) => Number(a === UNREAD) - Number(b === UNREAD) || others.length - some.length || (a < b ? -1 : 1),
  );
  for (const [, rows] of sorted) rows.sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1));
  const scales = sorted.map(([scale, { length }]) => `${length} ${named(scale)}`);
  const notes = scales.length > 1 ? [`These figures are of several kinds, each sorted for itself: ${scales.join(', ')}.`] : [];
  return { ids: sorted.flatMap(([, rows]) => rows.map(({ id }) => id)), notes };
}

const UNREAD = 'unread';

/** Every figure with its scale; a figure reached and a change by as much are different things, also in one unit. */
const scaled = perGraph((graph): ReadonlyMap<string, Measure> => {
  const { ids, measures } = resultIndex(graph);
  return new Map(
    ids.map((id) => {
      const found = measures.get(id) ?? { scale: UNREAD, low: 0, high: 0 };
      if (found.scale === 'change' || found.scale === UNREAD) return [id, found];
      const what = resultAt(graph, id).direction === 'value' ? 'reached' : 'gained or lost';
      return [id, { ...found, scale: `${what} ${found.scale}` }];
    }),
  );
});

function named(scale: string): string {
  if (scale === 'change') return 'changes by a factor or per cent';
  if (scale === UNREAD) return 'not read as a number';
  return scale.endsWith(' ') ? `${scale}(no unit)` : scale;
}
