import { z } from 'zod';
import type { PartialDate } from '../model.ts';

const FORM = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** A year, a month or a day, as text. */
const day = (what: string) =>
  z.string().regex(FORM, 'write a year, a month or a day: 2024, 2024-05 or 2024-05-31').optional().describe(what);

/** A span of time: part of every query that may be asked for one. */
export const span = {
  since: day('only from this year, month or day on: 2024, 2024-05 or 2024-05-31'),
  until: day('only to this year, month or day, with it'),
};

/** Compares two dates as far as both are known. */
function compare(a: PartialDate, b: PartialDate): number {
  for (const part of ['year', 'month', 'day'] as const) {
    const [x, y] = [a[part], b[part]];
    if (x === undefined || y === undefined) return 0;
    if (x !== y) return x - y;
  }
  return 0;
}

function read(text: string): PartialDate {
  const [year, month, day] = text.split('-').map(Number);
  return { year: year!, ...(month && { month }), ...(day && { day }) };
}

/** The limits of a span, where they are given. */
export interface Span {
  since?: string | undefined;
  until?: string | undefined;
}

/** Whether a date may lie in a span; one without a year lies in none. */
export function inSpan(
  date: PartialDate | undefined,
  { since, until }: { since?: string | undefined; until?: string | undefined },
): boolean {
  if (since === undefined && until === undefined) return true;
  if (date?.year === undefined) return false;
  return (since === undefined || compare(date, read(since)) >= 0) && (until === undefined || compare(date, read(until)) <= 0);
}

/** Earliest first; what is known less precisely comes first, and what has no year last. */
export function byDate(a: PartialDate | undefined, b: PartialDate | undefined): number {
  const number = ({ year, month = 0, day = 0 }: PartialDate = {}): number => (year ?? 1e5) * 1e4 + month * 100 + day;
  return number(a) - number(b);
}
