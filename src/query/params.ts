import { z } from 'zod';

/** Most items that one answer may have. */
export const MAX_ITEMS = 10_000;
/** Longest text of one parameter, in characters. */
export const MAX_PARAM = 500;

/** How many items to give. */
export const limit = (preset: number) =>
  z.coerce.number().int().min(1).max(MAX_ITEMS).default(preset).describe(`how many items to give, 1 to ${MAX_ITEMS}`);

/** Some of a fixed set, as a list or as text with commas. */
export const someOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? given.split(',').map((each) => each.trim()) : given),
    z.array(z.enum(values as unknown as [T[number], ...T[number][]])).min(1),
  );
