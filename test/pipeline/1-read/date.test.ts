import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDate, medlineDate, parseDate, slashedDate } from '../../../pipeline/1-read/date.ts';

const day = { year: 2022, month: 11, day: 27 };

describe('parseDate', () => {
  it.each([
    ['Nov 27, 2022', day],
    ['Nov 27 2022', day],
    ['Nov. 27, 2022', day],
    ['November 27, 2022', day],
    ['27 Nov 2022', day],
    ['27 November 2022', day],
    ['27th november, 2022', day],
    ['Sun, 27 Nov 2022 10:00:00 GMT', day],
    ['Sunday, November 27, 2022', day],
    ['2022-11-27', day],
    ['2022/11/27', day],
    ['  2022-11-27\n', day],
    ['2022-11-27T23:30:00.000Z', day],
    ['2022-11-27T00:30:00+09:00', day],
    ['2022-11-27 10:00', day],
    ['2022-11', { year: 2022, month: 11 }],
    ['November 2022', { year: 2022, month: 11 }],
    ['Nov, 2022', { year: 2022, month: 11 }],
    ['2022', { year: 2022 }],
    ['2022 Nov 27', day],
    ['2022 Nov', { year: 2022, month: 11 }],
    ['Jan 1', { month: 1, day: 1 }],
    ['1 Jan', { month: 1, day: 1 }],
    ['Sept 5', { month: 9, day: 5 }],
    ['May', { month: 5 }],
    ['Feb 29', { month: 2, day: 29 }],
    ['Feb 29, 2024', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
  ])('reads %j as precisely as it says', (text, date) => {
    expect(parseDate(text)).toEqual(date);
  });

  it.each([
    '', 'yesterday', 'Feb 31', 'Feb 30, 2024', 'Feb 29, 2023', '1900-02-29', '2026-02-31', '2024-13', '2024-00-10', '2024-01-00', 'Jan 0', 'Jan 32',
    '03/04/2024', '20240305', '22', '0999', 'Nov 27, 20', 'Jan 1 2', 'Janvier 1', 'Ja 1', 'Januar 1', '2024-03-05 and more', '2024-03-05Tnoon', '-2024',
    `${' '.repeat(80)}2024`,
  ])('refuses %j', (text) => {
    expect(parseDate(text)).toBeNull();
  }); // prettier-ignore

  it('reads back any day of the calendar, and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, d) => {
          const oracle = new Date(0);
          oracle.setUTCFullYear(year, month - 1, d);
          const exists = oracle.getUTCMonth() === month - 1;
          const date = exists ? { year, month, day: d } : null;
          const iso = `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
          const name = new Date(Date.UTC(2000, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
          for (const form of [iso, `${name} ${d}, ${year}`, `${d} ${name.slice(0, 3)} ${year}`]) expect(parseDate(form)).toEqual(date);
        },
      ),
    );
  });

  it('never throws and gives only dates of the calendar', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9JanFebMy ,./:TZ-]{0,20}$/)), (text) => {
        const date = parseDate(text);
        expect(date && checkDate({ year: date.year, month: date.month, day: date.day })).toEqual(date);
      }),
    );
  });
});

it.each([
  ['1998 Dec-1999 Jan', { year: 1998 }],
  ['2000 Spring', { year: 2000 }],
  ['2000', { year: 2000 }],
  ['Spring', null],
])('of the MEDLINE date %s, the year is what can be relied on', (text, date) => expect(medlineDate(text)).toEqual(date));

it.each([
  ['2024/03/05/Spring', { year: 2024, month: 3, day: 5 }],
  ['2024/03//', { year: 2024, month: 3 }],
  ['1999//', { year: 1999 }],
  ['2024/02/31', { year: 2024 }],
  ['2024', { year: 2024 }],
  ['soon//', null],
])('reads the RIS date %s', (text, date) => expect(slashedDate(text)).toEqual(date));
