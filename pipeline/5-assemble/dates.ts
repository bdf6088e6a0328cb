import type { PartialDate } from '../../src/model.ts';

/** What is not known counts as late: "2022" may be any day of it. */
const rank = (date: PartialDate): number => (date.year ?? 9999) * 10_000 + (date.month ?? 13) * 100 + (date.day ?? 32);

/** The earliest of two dates; one without a year cannot be placed in time and is passed over. */
export function earliest(a: PartialDate | undefined, b: PartialDate | undefined): PartialDate | undefined {
  if (b?.year === undefined) return a;
  return a === undefined || rank(b) < rank(a) ? b : a;
}
