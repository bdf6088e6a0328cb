import type { ResultNode } from '../graph.ts';

/** Units of one thing, in the smallest of them. */
const SCALES: { readonly [scale: string]: { readonly [unit: string]: number } } = {
  time: { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, days: 86_400 },
  size: { KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
};

/** A figure as a number that others of its scale can be compared with. */
export interface Measure {
  /** `change` (a factor), `time` in seconds, `size` in bytes, or else the unit. */
  scale: string;
  low: number;
  high: number;
}

/** By what factor a metric changes: "5x fewer" and "80% fewer" are both 5. Undefined where the unit tells no factor. */
function factors({ direction, quantity }: ResultNode): [low: number, high: number] | undefined {
  if (!quantity || direction === 'value') return undefined;
  const of = (value: number): number => {
    if (quantity.unit === 'x') return value >= 1 ? value : 1 / value;
    if (quantity.unit === 'orders of magnitude') return 10 ** value;
    if (quantity.unit !== '%') return NaN;
    return direction === 'increase' ? 1 + value / 100 : 1 / (1 - value / 100);
  };
  const both = [of(Math.abs(quantity.low)), of(Math.abs(quantity.high))];
  const [low, high] = [Math.min(...both), Math.max(...both)];
  return low > 0 && high < Number.MAX_VALUE ? [low, high] : undefined;
}

/** Undefined where the value could not be read. */
export function measure(result: ResultNode): Measure | undefined {
  const { quantity } = result;
  if (!quantity) return undefined;
  const change = factors(result);
  if (change) return { scale: 'change', low: change[0], high: change[1] };
  const { low, high, unit } = quantity;
  for (const [scale, units] of Object.entries(SCALES)) {
    const one = Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (one !== undefined) return { scale, low: low * one, high: high * one };
  }
  return { scale: unit, low, high };
}
