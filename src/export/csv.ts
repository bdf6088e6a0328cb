import type { KnowledgeGraph, PaperNode } from '../graph.ts';
import { isoDate, sentenceAt } from './text.ts';
import type { Exporter } from './types.ts';

export const csv: Exporter = {
  id: 'csv',
  summary: 'every claimed result as a row of a table, with its paper and sentence',
  extension: 'csv',
  mime: 'text/csv; charset=utf-8',
  write,
};

const HEAD = ['paper', 'title', 'date', 'value', 'low', 'high', 'unit', 'direction', 'hedge', 'metric', 'baseline', 'dataset', 'hardware', 'sentence']; // prettier-ignore

function* write(graph: KnowledgeGraph): Generator<string> {
  yield `${HEAD.join(',')}\r\n`;
  for (const key of graph.nodes().sort()) {
    const node = graph.getNodeAttributes(key);
    if (node.kind !== 'result') continue;
    const { evidence, value, quantity, direction, hedge, metric, baseline, dataset, hardware } = node;
    const paper = graph.hasNode(evidence.paper) ? (graph.getNodeAttributes(evidence.paper) as PaperNode) : undefined;
    const row = [
      evidence.paper, paper?.title, paper?.date && isoDate(paper.date), value, quantity?.low, quantity?.high, quantity?.unit,
      direction, hedge, metric, baseline, dataset, hardware, sentenceAt(graph, evidence),
    ]; // prettier-ignore
    yield `${row.map(cell).join(',')}\r\n`;
  }
}

/** Spreadsheets run text that begins like this as a formula, also after white space and in full-width forms. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u;

/** Numbers stand as they are; text that a spreadsheet would run gets an apostrophe before it. */
export function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
