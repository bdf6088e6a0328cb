import type { KnowledgeGraph, PaperNode, ResultNode } from '../graph.ts';
import { row } from './csv.ts';
import { dateText, quote } from './text.ts';
import type { FileExporter } from './types.ts';

const COLUMNS = [
  'paper', 'title', 'date', 'result', 'value', 'low', 'high', 'unit', 'metric', 'direction', 'hedge',
  'baseline', 'dataset', 'hardware', 'sentence',
] as const; // prettier-ignore

/** Every claimed figure, one a row, in the order of their ids. */
export const resultsCsv: FileExporter = {
  id: 'csv',
  summary: 'every claimed result with its sentence, one a row (CSV)',
  extension: 'csv',
  mime: 'text/csv',
  *write(graph) {
    yield row(COLUMNS);
    for (const id of graph.filterNodes((_, node) => node.kind === 'result').sort((a, b) => (a < b ? -1 : 1))) yield rowOf(graph, id);
  },
};

function rowOf(graph: KnowledgeGraph, id: string): string {
  const result = graph.getNodeAttributes(id) as ResultNode;
  const { evidence, quantity } = result;
  const paper = graph.hasNode(evidence.paper) ? (graph.getNodeAttributes(evidence.paper) as PaperNode) : undefined;
  return row([
    evidence.paper,
    paper?.title,
    dateText(paper?.date),
    id,
    result.value,
    quantity?.low,
    quantity?.high,
    quantity?.unit,
    result.metric,
    result.direction,
    result.hedge,
    result.baseline,
    result.dataset,
    result.hardware,
    quote(graph, evidence),
  ]);
}
