import type { PartialDate } from '../model.ts';

export const PERIODS = ['year', 'quarter', 'month'] as const;
export type Period = (typeof PERIODS)[number];

const PER_YEAR: { readonly [period in Period]: number } = { year: 1, quarter: 4, month: 12 };
/** With more periods than this, a longer one is easier to look at. */
const MAX_PERIODS = 24;

/** Months since the year 0; undefined where the date does not say its month, or where a year is enough its year. */
export function monthOf({ year, month }: PartialDate, period: Period): number | undefined {
  if (year === undefined || (month === undefined && period !== 'year')) return undefined;
  return year * 12 + (month ?? 1) - 1;
}

/** The number of the period that a month lies in. */
export const numberOf = (month: number, period: Period): number => Math.floor(month / (12 / PER_YEAR[period]));

/** A period as people write it: 2024, 2024-Q2, 2024-05. */
export function nameOf(number: number, period: Period): string {
  const [year, part] = [Math.floor(number / PER_YEAR[period]), (number % PER_YEAR[period]) + 1];
  if (period === 'year') return String(year);
  return period === 'quarter' ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`;
}

/** The shortest period of which not too many lie between two months. */
export const fitting = (first: number, last: number): Period =>
  [...PERIODS].reverse().find((period) => numberOf(last, period) - numberOf(first, period) < MAX_PERIODS) ?? 'year';
