import type { PartialDate } from '../../../src/model.ts';
import { joined } from '../authors.ts';
import { checkDate, parseDate } from '../date.ts';
import type { Say } from '../drafts.ts';
import { readableTitle } from '../markup/readable.ts';
import { listAt, textAt } from './values.ts';

/** A date of CSL: `{ "date-parts": [[2024, 3, 5]] }`, of which the first is taken, or `raw` or `literal` text. */
function cslDate(value: unknown): PartialDate | null {
  if (typeof value === 'string' || typeof value === 'number') return parseDate(String(value));
  const parts = listAt(value, 'date-parts')[0];
  const [year, month, day] = (Array.isArray(parts) ? (parts as unknown[]) : []).map((part) =>
    part === null || part === '' ? undefined : Number(part),
  );
  const date = year === undefined || Number.isNaN(year) ? null : checkDate({ year, month, day });
  return date ?? parseDate(textAt(value, 'raw') || textAt(value, 'literal') || textAt(value, 'date-time').slice(0, 10));
}

/** The first of some dates that can be read; where one is there that cannot, it is told. */
export function dateAmong(values: readonly unknown[], say: Say): { date?: PartialDate } {
  for (const value of values) {
    const date = cslDate(value);
    if (date) return { date };
    if (
      listAt(value, 'date-parts')
        .flat()
        .some((part) => part !== null && part !== '')
    )
      say(`"${JSON.stringify(value).slice(0, 60)}" is no date that can be read: left out`);
  }
  return {};
}

/** A name of CSL or Crossref: family and given name, with a particle and a suffix, or a literal one. */
export function cslName(value: unknown): string {
  const family = joined(textAt(value, 'non-dropping-particle') || textAt(value, 'dropping-particle'), textAt(value, 'family'));
  const name = joined(textAt(value, 'given'), family, textAt(value, 'suffix'));
  return readableTitle(name || textAt(value, 'literal') || textAt(value, 'name') || (typeof value === 'string' ? value : ''));
}
