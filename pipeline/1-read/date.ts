import type { PartialDate } from '../../src/model.ts';
import type { Say } from './drafts.ts';

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
]; // prettier-ignore
const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const YEAR = String.raw`(?<year>[12]\d{3})`;
const NAME = String.raw`(?<name>\p{L}{3,9})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const TIME = String.raw`(?:[T ]\d{2}:\d{2}[\d:.,]{0,16} ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?`;

/** Numbers alone are read only with the year first: 03/04/2024 means two days. */
const FORMS = [
  String.raw`${YEAR}(?:[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2})${TIME})?)?`,
  String.raw`${WEEKDAY}${NAME} ${DAY}(?:,? ${YEAR}${TIME})?`,
  String.raw`${WEEKDAY}${DAY} ${NAME}(?:,? ${YEAR}${TIME})?`,
  String.raw`${NAME}(?:,? ${YEAR})?`,
  String.raw`${YEAR} ${NAME}(?: ${DAY})?`,
].map((form) => new RegExp(`^${form}$`, 'iu'));

/**
 * The one date parser: "Nov 27, 2022", "27 November 2022", "November 2022", "Jan 1", "2024 Nov 27", "2024-03-05", "2024-03", "2024",
 * "2024-03-05T10:00:00Z".
 * As precise as its source: what is not said is absent, and the day of a date with a time is the one written, in no other time zone.
 * @returns null for what is no date, or none in the calendar (Feb 31)
 */
export function parseDate(text: string): PartialDate | null {
  if (text.length > 64) return null;
  const tidy = text.trim().replace(/\s+/g, ' ');
  for (const form of FORMS) {
    const parts = form.exec(tidy)?.groups;
    if (!parts) continue;
    const month = parts['name'] === undefined ? number(parts['month']) : monthOf(parts['name']);
    return month === null ? null : checkDate({ year: number(parts['year']), month, day: number(parts['day']) });
  }
  return null;
}

/** The date that is written somewhere, by the first way of reading that can; one that none can read is told. */
export function dateIn(written: string, say: Say, ...ways: ((written: string) => PartialDate | null)[]): { date?: PartialDate } {
  for (const way of [parseDate, ...ways]) {
    const date = way(written);
    if (date) return { date };
  }
  if (written.trim() !== '') say(`"${written.slice(0, 60)}" is no date that can be read: left out`);
  return {};
}

/** A date of MEDLINE, where only its year can be relied on: "1998 Dec-1999 Jan", "2000 Spring". */
export function medlineDate(text: string): PartialDate | null {
  return parseDate(/^\d{4}(?=$|[ -])/.exec(text)?.[0] ?? '');
}

/** A date of RIS, whose parts may be empty and be followed by words: "2024/03/05/Spring", "2024//", "2024/3". */
export function slashedDate(text: string): PartialDate | null {
  const [year = '', month = '', day = ''] = text
    .slice(0, 64)
    .split('/')
    .map((part) => part.trim());
  return parseDate(month === '' ? year : day === '' ? `${year}/${month}` : `${year}/${month}/${day}`) ?? parseDate(year);
}

/** The date without absent parts, or null when it is none in the calendar. */
export function checkDate({ year, month, day }: { [part in keyof PartialDate]: PartialDate[part] | undefined }): PartialDate | null {
  if (year === undefined && month === undefined) return null;
  if (year !== undefined && !within(year, 1000, 2999)) return null;
  if (month !== undefined && !within(month, 1, 12)) return null;
  if (day !== undefined && (month === undefined || !within(day, 1, daysIn(month, year)))) return null;
  return { ...(year !== undefined && { year }), ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

const number = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));
const within = (n: number, low: number, high: number): boolean => Number.isInteger(n) && n >= low && n <= high;

/** 1 to 12; an abbreviation has three letters, but for "Sept". */
function monthOf(name: string): number | null {
  const lower = name.toLowerCase();
  const at = MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower || (lower === 'sept' && month === 'september'));
  return at === -1 ? null : at + 1;
}

/** Without a year, February 29 may exist. */
function daysIn(month: number, year: number | undefined): number {
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return month === 2 && !leap ? 28 : DAYS_IN[month - 1]!;
}
