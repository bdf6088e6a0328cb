import type { KnowledgeGraph } from '../graph.ts';
import { resultAt } from './access.ts';
import { measure } from './figure.ts';
import { looseKey } from './names.ts';
import { groundOf } from './slots.ts';

/** One thing in which claims must agree if their figures are to be compared. */
interface Facet {
  of(graph: KnowledgeGraph, id: string): string;
  /** What a claim says of itself that differs here from most. */
  say(graph: KnowledgeGraph, id: string): string;
}

const isValue = (graph: KnowledgeGraph, id: string): boolean => resultAt(graph, id).direction === 'value';

const FACETS: readonly Facet[] = [
  {
    of: (graph, id) => resultAt(graph, id).direction,
    say: (graph, id) => (isValue(graph, id) ? 'an absolute figure' : `a change (${resultAt(graph, id).direction})`),
  },
  {
    of: (graph, id) => measure(resultAt(graph, id))?.scale ?? 'none',
    say: (graph, id) => {
      const { quantity } = resultAt(graph, id);
      return quantity ? `unit: ${quantity.unit || 'none'}` : 'not read as a number';
    },
  },
  {
    of: (graph, id) => (isValue(graph, id) ? '' : (groundOf(graph, id, 'baseline') ?? '')),
    say: (graph, id) => (resultAt(graph, id).baseline === null ? 'against an unnamed baseline' : 'another baseline'),
  },
  {
    of: (graph, id) => groundOf(graph, id, 'hardware') ?? '',
    say: (graph, id) => (resultAt(graph, id).hardware === null ? 'hardware not named' : 'other hardware'),
  },
  {
    of: (graph, id) => looseKey(resultAt(graph, id).metric ?? ''),
    say: (graph, id) => `metric written "${resultAt(graph, id).metric ?? ''}"`,
  },
  { of: (graph, id) => resultAt(graph, id).hedge ?? '', say: (graph, id) => resultAt(graph, id).hedge ?? 'not hedged' },
];

/** For claims to be shown side by side: in what each differs from most of them, other than in the figure. */
export function unlike(graph: KnowledgeGraph, ids: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { of, say } of FACETS) {
    const values = ids.map((id) => of(graph, id));
    const usual = commonest(values);
    ids.forEach((id, i) => {
      if (values[i] !== usual) found.get(id)!.push(say(graph, id));
    });
  }
  return found;
}

/** The value that most have; of several the first in code-unit order. */
export function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
