import type { KnowledgeGraph } from '../graph.ts';
import { idsOf, paperAt } from './access.ts';
import { BadParamsError } from './errors.ts';
import { fitting, monthOf, numberOf } from './periods.ts';
import type { Period } from './periods.ts';
import { inSpan } from './when.ts';
import type { Span } from './when.ts';

/** More periods than this are no answer. */
const MAX_PERIODS = 1000;

/** The dated papers of a span, in periods of one length. */
export interface Axis {
  period: Period;
  /** Number of the first period. */
  first: number;
  /** Index of the period of each paper. */
  place: Map<string, number>;
  /** Papers of each period. */
  totals: number[];
  /** Index of the period with which the later half of the papers begins. */
  half: number;
}

/**
 * @param wanted length of a period; without it one that fits the span
 * @throws BadParamsError where there would be too many periods
 */
export function axisOf(graph: KnowledgeGraph, span: Span, wanted?: Period): Axis {
  const dates = idsOf(graph, (kind) => kind === 'paper').flatMap((id) => {
    const { date } = paperAt(graph, id);
    return date?.year !== undefined && inSpan(date, span) ? [{ id, date }] : [];
  });
  const years = dates.map(({ date }) => monthOf(date, 'year')!);
  const [earliest, latest] = years.reduce(([low, high], month) => [Math.min(low, month), Math.max(high, month)], [Infinity, -Infinity]);
  const period = wanted ?? (dates.length ? fitting(earliest, latest) : 'year');
  const numbers = dates.flatMap(({ id, date }) => {
    const month = monthOf(date, period);
    return month === undefined ? [] : [[id, numberOf(month, period)] as const];
  });
  const [first, last] = numbers.reduce(([low, high], [, number]) => [Math.min(low, number), Math.max(high, number)], [Infinity, -Infinity]);
  const count = numbers.length ? last - first + 1 : 0;
  if (count > MAX_PERIODS)
    throw new BadParamsError(`the papers span ${count} periods`, 'give a longer "period", or narrow the span with "since" and "until"');
  const totals = Array<number>(count).fill(0);
  for (const [, number] of numbers) totals[number - first]!++;
  return {
    period,
    first: count ? first : 0,
    place: new Map(numbers.map(([id, number]) => [id, number - first])),
    totals,
    half: middle(totals),
  };
}

/** The period, but the first, at whose beginning nearest to half of all have passed. */
function middle(totals: readonly number[]): number {
  const all = totals.reduce((a, b) => a + b, 0);
  let best = 0;
  let passed = 0;
  let nearest = Infinity;
  totals.forEach((papers, i) => {
    if (i > 0 && Math.abs(passed - all / 2) < nearest) [best, nearest] = [i, Math.abs(passed - all / 2)];
    passed += papers;
  });
  return best;
}
