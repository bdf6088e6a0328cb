/** What a feature weighs: by itself, and where it is joined with a label ("decrease|sign=-"). */
export interface Weight {
  own: number;
  by?: Map<string, number>;
}

/** Weights of a linear model by feature. */
export type Weights = ReadonlyMap<string, Weight>;

/** The sum of the weights of `features`; a feature the model has never seen weighs nothing. */
export function score(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature)?.own ?? 0;
  return sum;
}

/** The sum of what `features` weigh when each is joined with a label. */
export function scoreWith(weights: Weights, label: string, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature)?.by?.get(label) ?? 0;
  return sum;
}

/** Features joined with a label. */
export const joined = (label: string, features: readonly string[]): string[] => features.map((f) => `${label}|${f}`);
