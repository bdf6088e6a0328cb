import type { EdgeAttributes, KnowledgeGraph } from '../../graph.ts';
import type { PartialDate } from '../../model.ts';

export interface Timeline {
  /** The day from which a node is there, as YYYY-MM-DD; undefined where no paper says. */
  ofNode(id: string): string | undefined;
  /** The first day on which both ends are there and a paper says so. */
  ofEdge(edge: EdgeAttributes, source: string, target: string): string | undefined;
}

/** From when things are there: papers from their date, results with their paper, entities from the first paper that names them. */
export function timeline(graph: KnowledgeGraph): Timeline {
  const days = new Map<string, string | undefined>();
  graph.forEachNode((id, node) => {
    if (node.kind === 'paper') days.set(id, firstDay(node.date));
  });
  graph.forEachNode((id, node) => {
    if (node.kind === 'result') days.set(id, days.get(node.evidence.paper));
    else if (node.kind !== 'paper') days.set(id, firstDay(node.firstSeen));
  });
  return {
    ofNode: (id) => days.get(id),
    ofEdge(edge, source, target) {
      const said = least(edge.evidence.map(({ paper }) => days.get(paper)));
      return greatest([days.get(source), days.get(target), said]);
    },
  };
}

/** The first day that a date may mean: 2022 begins on 2022-01-01. None where the year is not known, or is not of four digits. */
function firstDay(date: PartialDate | undefined): string | undefined {
  if (date?.year === undefined || date.year < 1 || date.year > 9999) return undefined;
  const two = (part: number | undefined): string => String(part ?? 1).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${date.month === undefined ? '01' : two(date.day)}`;
}

const least = (days: readonly (string | undefined)[]): string | undefined =>
  days.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
const greatest = (days: readonly (string | undefined)[]): string | undefined =>
  days.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
