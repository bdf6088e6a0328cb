/** Weights of a linear model by feature. */
export type Weights = ReadonlyMap<string, number>;

/** The sum of the weights of `features`; a feature the model has never seen weighs nothing. */
export function score(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** The index of the greatest score, the first of equals; -1 for no candidates. */
export function best(weights: Weights, candidates: readonly (readonly string[])[]): number {
  let at = -1;
  let top = -Infinity;
  for (let i = 0; i < candidates.length; i++) {
    const s = score(weights, candidates[i]!);
    if (s > top) {
      top = s;
      at = i;
    }
  }
  return at;
}
