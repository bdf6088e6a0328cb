import { expect, test } from 'vitest';
import { f, type Feature } from '../../../pipeline/3-extract/linear.ts';
import { fitAdapted } from '../../../pipeline/train/results/adapt.ts';
import { fit, type Example } from '../../../pipeline/train/results/fit.ts';

/** A yes or no decision. */
const decision = (features: Feature[], yes: boolean): Example => ({
  steps: [{ rows: [features, []], link: () => 0, links: [] }],
  right: [[yes, !yes]],
});
const many = (n: number, ...examples: Example[]): Example[] => Array.from({ length: n }, () => examples).flat();

const [beats, title, rare, bare] = [f`beats`, f`title`, f`rare`, f`bare`];

test('what two sets agree on is learnt from both, a habit of one from it alone', () => {
  // at home nobody takes what stands in the title; elsewhere everybody does
  const home = [...many(4, decision([beats], true), decision([bare], false), decision([beats, title], false))];
  const away = [...many(40, decision([beats, title], true), decision([rare], true), decision([bare], false))];
  const adapted = fitAdapted(home, away);
  const says = (weights: ReadonlyMap<Feature, number>, ...features: Feature[]): number =>
    features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);

  expect(says(adapted, beats)).toBeGreaterThan(0);
  expect(says(adapted, beats, title)).toBeLessThan(0);
  expect(says(adapted, rare)).toBeGreaterThan(0); // never met at home
  // simply put together, the larger set's habit wins; alone, the smaller has nothing to say of what it never met
  expect(says(fit([...home, ...away]), beats, title)).toBeGreaterThan(0);
  expect(says(fit(home), rare)).toBe(0);
});
