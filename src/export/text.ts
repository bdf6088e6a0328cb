import type { Evidence, KnowledgeGraph, PaperNode } from '../graph.ts';
import { sentenceOf, type PartialDate } from '../model.ts';

/** Several texts as one, a line each: the format's own lists are read by few. Undefined for none. */
export const list = (texts: readonly string[] | undefined): string | undefined => (texts?.length ? texts.join('\n') : undefined);

/** The sentence that evidence stands in. */
export const quote = (graph: KnowledgeGraph, { paper, sentence }: Evidence): string =>
  graph.hasNode(paper) ? sentenceOf(graph.getNodeAttributes(paper) as PaperNode, sentence) : '';

/** Paper, and offsets into its title and abstract. */
export const placeOf = ({ paper, start, end }: Evidence): string => `${paper} ${start}-${end}`;

/** Each sentence once, in reading order. */
export function quotes(graph: KnowledgeGraph, evidence: readonly Evidence[]): string | undefined {
  const once = new Map(evidence.map((e) => [`${e.sentence} ${e.paper}`, e]));
  return list([...once.values()].map((e) => quote(graph, e)));
}

/** ISO 8601, as precise as the date is: 2022-11-27, 2022-11, 2022, and --01-07 where the year is not known. */
export function dateText(date: PartialDate | undefined): string | undefined {
  if (date?.year === undefined && date?.month === undefined) return undefined;
  const { year, month, day } = date;
  const parts = [year === undefined ? '-' : String(year).padStart(4, '0')];
  for (const part of month === undefined ? [] : [month, day]) if (part !== undefined) parts.push(String(part).padStart(2, '0'));
  return parts.join('-');
}
