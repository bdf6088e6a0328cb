import type { Evidence, KnowledgeGraph, PaperNode } from '../graph.ts';
import { sentenceOf, type PartialDate } from '../model.ts';
import { wholeOf } from './whole.ts';

/** Several texts as one, a line each: the format's own lists are read by few. Undefined for none. */
export const list = (texts: readonly string[] | undefined): string | undefined => (texts?.length ? texts.join('\n') : undefined);

/** The sentence that evidence stands in; the paper need not be among what is exported. */
export function quote(graph: KnowledgeGraph, { paper, sentence }: Evidence): string {
  const whole = wholeOf(graph);
  return whole.hasNode(paper) ? sentenceOf(whole.getNodeAttributes(paper) as PaperNode, sentence) : '';
}

/** The label of a node, also of one that is not among what is exported; anything else is its own name. */
export function nameOf(graph: KnowledgeGraph, id: string): string {
  if (graph.hasNode(id)) return graph.getNodeAttribute(id, 'label');
  const whole = wholeOf(graph);
  return whole.hasNode(id) ? whole.getNodeAttribute(id, 'label') : id;
}

/** Paper, and offsets into its title and abstract. */
export const placeOf = ({ paper, start, end }: Evidence): string => `${paper} ${start}-${end}`;

/** Evidence without what stands in the same sentence as another before it. */
export function bySentence(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < 2) return evidence;
  return evidence.filter(({ paper, sentence }, i) => evidence.findIndex((e) => e.sentence === sentence && e.paper === paper) === i);
}

/** Each sentence once, in reading order. */
export const quotes = (graph: KnowledgeGraph, evidence: readonly Evidence[]): string | undefined =>
  evidence.length ? list(bySentence(evidence).map((e) => quote(graph, e))) : undefined;

/** ISO 8601, as precise as the date is: 2022-11-27, 2022-11, 2022, and --01-07 where the year is not known. */
export function dateText(date: PartialDate | undefined): string | undefined {
  if (date?.year === undefined && date?.month === undefined) return undefined;
  const { year, month, day } = date;
  const parts = [year === undefined ? '-' : String(year).padStart(4, '0')];
  for (const part of month === undefined ? [] : [month, day]) if (part !== undefined) parts.push(String(part).padStart(2, '0'));
  return parts.join('-');
}

/** An address of the web with nothing in it that could end it; undefined for anything else. */
export function webAddress(text: string): string | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href.replace(/[<>"{}|^`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
