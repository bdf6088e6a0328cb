import stored from '../../../data/results/weights.json' with { type: 'json' };
import type { ClaimModels } from '../claims.ts';
import { Weights, type PackedWeights } from '../linear.ts';
import type { ResultModels } from '../results.ts';

export const MODEL_NAMES = ['figure', 'direction', 'metric', 'baseline', 'dataset', 'hardware', 'claim', 'rival'] as const;
export type Models = ResultModels & ClaimModels;

let models: Models | undefined;

/** The trained models, read once. */
export function loadModels(): Models {
  const packed = stored as { [name in (typeof MODEL_NAMES)[number]]: PackedWeights };
  return (models ??= Object.fromEntries(MODEL_NAMES.map((name) => [name, new Weights(packed[name])])) as unknown as Models);
}
