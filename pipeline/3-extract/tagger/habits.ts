import { ENTITY_TYPES } from '../../../src/model.ts';

/** How a large corpus uses a name: how often it stands there, and which share of these places is an entity of each type. */
export interface Habit {
  seen: number;
  /** In the order of ENTITY_TYPES, 0 to 1. */
  rates: readonly number[];
}

/** Habits by normal form. */
export type Habits = ReadonlyMap<string, Habit>;

/** Steps of a rate in the file. */
const STEPS = 50;

/** A line a name: normal form, count, rates in fiftieths; parted by tabs; sorted by code unit. */
export function encodeHabits(habits: Habits): string {
  return [...habits]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([form, { seen, rates }]) => `${form}\t${seen}\t${rates.map((r) => Math.round(r * STEPS) || '').join('\t')}\n`)
    .join('');
}

export function readHabits(text: string): Habits {
  const habits = new Map<string, Habit>();
  for (const line of text.split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [form, seen, ...rates] = line.split('\t');
    habits.set(form!, { seen: Number(seen), rates: ENTITY_TYPES.map((_, t) => Number(rates[t] ?? 0) / STEPS) });
  }
  return habits;
}
