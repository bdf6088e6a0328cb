import type { KnowledgeGraph } from '../graph.ts';
import { paperAt, quote, resultAt } from './access.ts';
import type { Item } from './types.ts';

/** A result as answers show it: the figure, what it is of, and the sentence that claims it. */
export function resultItem(graph: KnowledgeGraph, id: string): Item {
  const { value, quantity, metric, direction, hedge, baseline, dataset, hardware, evidence } = resultAt(graph, id);
  const { paper } = evidence;
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
    title: graph.hasNode(paper) ? paperAt(graph, paper).title : paper,
    evidence: [quote(graph, evidence)],
  };
}
