import stored from '../../../data/results/weights.json' with { type: 'json' };
import type { ClaimModels } from '../claims.ts';
import type { Weight, Weights } from '../linear.ts';
import type { ResultModels } from '../results.ts';

export const MODEL_NAMES = ['figure', 'direction', 'metric', 'baseline', 'dataset', 'hardware', 'claim', 'rival'] as const;
export type Models = ResultModels & ClaimModels;

let models: Models | undefined;

/** The trained models, read once. */
export function loadModels(): Models {
  const lines = stored as { [name: string]: readonly string[] };
  return (models ??= Object.fromEntries(MODEL_NAMES.map((name) => [name, unpack(lines[name] ?? [])])) as unknown as Models);
}

export function unpack(lines: readonly string[]): Weights {
  const weights = new Map<string, Weight>();
  const at = (feature: string): Weight => {
    let weight = weights.get(feature);
    if (!weight) weights.set(feature, (weight = { own: 0 }));
    return weight;
  };
  for (const line of lines) {
    const tab = line.indexOf('\t');
    const feature = line.slice(tab + 1);
    const value = Number(line.slice(0, tab));
    at(feature).own = value;
    const bar = feature.indexOf('|');
    if (bar > 0) (at(feature.slice(bar + 1)).by ??= new Map()).set(feature.slice(0, bar), value);
  }
  return weights;
}

/** One feature a line, its weight before it; sorted by code unit. */
export const pack = (weights: ReadonlyMap<string, number>): string[] =>
  [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, weight]) => `${weight}\t${feature}`);
