import { mix } from '../../3-extract/hash.ts';
import type { Feature } from '../../3-extract/linear.ts';
import { rowsOf } from '../../3-extract/results/chain.ts';
import { fit, type Example, type FitOptions } from './fit.ts';

/** Below this a weight is not worth its place. */
const LEAST = 0.02;

/**
 * Weights for papers annotated as `home` is, with the help of papers whose annotators had other habits: every feature counts once in
 * both sets and once more in its own, so that what the two agree on is learnt from both, and the habit from each alone.
 * H. Daumé III: Frustratingly easy domain adaptation, ACL 2007.
 */
export function fitAdapted(home: readonly Example[], away: readonly Example[], options: Partial<FitOptions> = {}): Map<Feature, number> {
  const weights = fit([...home.map((example) => asOf(example, HOME)), ...away.map((example) => asOf(example, AWAY))], options);
  const adapted = new Map<Feature, number>();
  for (const { steps } of [...home, ...away])
    for (const step of steps)
      for (const feature of [...rowsOf(step), ...step.links].flat()) {
        if (adapted.has(feature)) continue;
        const weight = (weights.get(feature) ?? 0) + (weights.get(mix(feature, HOME)) ?? 0);
        if (Math.abs(weight) >= LEAST) adapted.set(feature, weight);
      }
  return adapted;
}

const [HOME, AWAY] = [1, 2];

function asOf({ steps, right }: Example, set: number): Example {
  const twice = (row: readonly Feature[]): Feature[] => [...row, ...row.map((feature) => mix(feature, set))];
  return { right, steps: steps.map((step) => ({ rows: rowsOf(step).map(twice), link: step.link, links: step.links.map(twice) })) };
}
