import type { Evidence, KnowledgeGraph, PaperNode } from '../graph.ts';
import { sentenceOf, type PartialDate } from '../model.ts';

/** The sentence that a piece of evidence stands in; '' if its paper is not in the graph. */
export function sentenceAt(graph: KnowledgeGraph, { paper, sentence }: Evidence): string {
  return graph.hasNode(paper) ? sentenceOf(graph.getNodeAttributes(paper) as PaperNode, sentence) : '';
}

const two = (n: number | undefined): string => String(n ?? 0).padStart(2, '0');

/** ISO 8601, as precise as the date is: 2022-11-27, 2022-11, 2022, and --01-07 where there is no year. */
export function isoDate({ year, month, day }: PartialDate): string | undefined {
  if (year === undefined && month === undefined) return undefined;
  const parts = [year === undefined ? '-' : String(year).padStart(4, '0')];
  if (month !== undefined) parts.push(two(month));
  if (month !== undefined && day !== undefined) parts.push(two(day));
  return parts.join('-');
}
