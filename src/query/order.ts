import type { KnowledgeGraph } from '../graph.ts';
import { resultAt } from './access.ts';
import type { Measure } from './figure.ts';
import { resultIndex } from './slots.ts';

export const ORDERS = ['greatest', 'least'] as const;
export type Order = (typeof ORDERS)[number];

/**
 * Sorts results by their figures. Figures of different scales (a factor, milliseconds, per cent reached) cannot be put in one order:
 * the scale with the most figures comes first, each sorted for itself, and what could not be read last.
 */
export function arranged(graph: KnowledgeGraph, results: readonly string[], order: Order): { ids: string[]; notes: string[] } {
  const rows = results.map((id) => ({ id, measure: scaled(graph, id) }));
  const counts = new Map<string, number>();
  for (const { measure } of rows) counts.set(measure.scale, (counts.get(measure.scale) ?? 0) + 1);
  const value = ({ low, high }: Measure): number => (order === 'least' ? low : -high);
  const place = new Map(
    [...counts]
      .sort(([a, n], [b, m]) => Number(a === UNREAD) - Number(b === UNREAD) || m - n || (a < b ? -1 : 1))
      .map(([scale], i) => [scale, i]),
  );
  rows.sort(
    (a, b) => place.get(a.measure.scale)! - place.get(b.measure.scale)! || value(a.measure) - value(b.measure) || (a.id < b.id ? -1 : 1),
  );
  const scales = [...place.keys()].map((scale) => `${counts.get(scale)} ${named(scale)}`);
  const notes = scales.length > 1 ? [`These figures are of several kinds, each sorted for itself: ${scales.join(', ')}.`] : [];
  return { ids: rows.map(({ id }) => id), notes };
}

const UNREAD = 'unread';

/** A figure reached and a change by as much are different things, also in one unit. */
function scaled(graph: KnowledgeGraph, id: string): Measure {
  const found = resultIndex(graph).measures.get(id);
  if (!found) return { scale: UNREAD, low: 0, high: 0 };
  if (found.scale === 'change') return found;
  return { ...found, scale: `${resultAt(graph, id).direction === 'value' ? 'reached' : 'gained or lost'} ${found.scale}` };
}

function named(scale: string): string {
  if (scale === 'change') return 'changes by a factor or per cent';
  if (scale === UNREAD) return 'not read as a number';
  return scale.endsWith(' ') ? `${scale}(no unit)` : scale;
}
