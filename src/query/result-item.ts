import type { KnowledgeGraph } from '../graph.ts';
import { paperAt, quote, resultAt } from './access.ts';
import type { ResultItem } from './shapes.ts';
import type { Table } from './types.ts';

/** How a figure is shown, with its hedge ("up to 18x"). */
export const figures = {
  columns: ['value', 'direction', 'metric', 'baseline', 'dataset', 'hardware'],
  rows: (item) => [{ ...item, value: item.hedge ? `${item.hedge} ${item.value}` : item.value }],
} satisfies Table<ResultItem>;

/** A result as answers show it: the figure, what it is of, and the sentence that claims it. */
export function resultItem(graph: KnowledgeGraph, id: string): ResultItem {
  const { value, quantity, metric, direction, hedge, baseline, dataset, hardware, evidence } = resultAt(graph, id);
  const { paper } = evidence;
  const { title, date } = paperAt(graph, paper);
  return {
    id,
    value,
    ...(quantity && { quantity }),
    metric,
    direction,
    ...(hedge && { hedge }),
    baseline,
    dataset,
    hardware,
    paper,
    title,
    ...(date && { date }),
    evidence: [quote(graph, evidence)],
  };
}
