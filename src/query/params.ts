import { z } from 'zod';
import { tick } from './time.ts';
import type { Page } from './types.ts';

/** Most items that one answer may have. */
export const MAX_ITEMS = 10_000;
/** Longest text of one parameter, in characters. */
export const MAX_PARAM = 500;

/** A whole number, also as text. */
export const whole = (least: number, most: number) => z.coerce.number<number | string>().int().min(least).max(most);
/** A number, also as text. */
export const number = () => z.coerce.number<number | string>();

/** How many items to give, and how many to skip: part of every query that lists something. */
export const paging = (preset: number) => ({
  limit: whole(1, MAX_ITEMS).default(preset).describe(`how many items to give, 1 to ${MAX_ITEMS}`),
  offset: whole(0, 1e9).default(0).describe('how many items to skip: the `next` of the page before'),
});

/** One page of what was found; only its items are spelled out. */
export const page = <T, I>(found: readonly T[], { limit, offset }: { limit: number; offset: number }, item: (each: T) => I): Page<I> => ({
  items: found.slice(offset, offset + limit).map((each) => {
    tick();
    return item(each);
  }),
  total: found.length,
});

/** Some of a fixed set, as a list or as text with commas. */
export const someOf = <const T extends readonly [string, ...string[]]>(values: T): z.ZodType<T[number][], T[number][] | string> =>
  z.preprocess(
    (given: T[number][] | string) => (typeof given === 'string' ? given.split(',').map((each) => each.trim()) : given),
    z.array(z.enum(values as unknown as [T[number], ...T[number][]])).min(1),
  );
