import type { Doc, Entity } from '../../../src/model.ts';
import { rivals } from '../../3-extract/claims.ts';
import { claimFeatures, findAssertions } from '../../3-extract/claims/features.ts';
import { joined, type Feature } from '../../3-extract/linear.ts';
import { DIRECTIONS } from '../../3-extract/results/direction.ts';
import { figureFeatures } from '../../3-extract/results/figure.ts';
import { directionSteps, SLOTS, slotSteps } from '../../3-extract/results/history.ts';
import { sceneOf, type Scene } from '../../3-extract/results/scene.ts';
import { MODEL_NAMES } from '../../3-extract/results/weights.ts';
import { bareValue, quoted, sameSlot, type Gold } from './gold.ts';
import type { Example } from './fit.ts';

export type Examples = { [name in (typeof MODEL_NAMES)[number]]: Example[] };

export const noExamples = (): Examples => Object.fromEntries(MODEL_NAMES.map((name) => [name, []])) as unknown as Examples;

/** A yes or no decision: the second choice is "no". */
const decision = (features: Feature[], yes: boolean): Example => ({
  steps: [{ rows: [features, []], link: () => 0, links: [] }],
  right: [[yes, !yes]],
});

/** What one annotated paper teaches, read with the given entities. */
export function addExamples(into: Examples, doc: Doc, entities: readonly Entity[], gold: Gold): void {
  const scene = sceneOf(doc, entities);
  addResults(into, scene, gold);
  addClaims(into, scene, gold);
}

function addResults(into: Examples, scene: Scene, gold: Gold): void {
  const by = figuresOf(scene, gold);
  scene.figures.forEach((figure, i) => into.figure.push(decision(figureFeatures(scene, figure), by.has(i))));
  if (by.size === 0) return;
  const claimed = scene.figures.map((_, i) => i).filter((i) => by.has(i));
  const figures = claimed.map((i) => scene.figures[i]!);
  const directions = claimed.map((i) => by.get(i)!.flatMap((r) => r.direction));
  into.direction.push({
    steps: directionSteps(scene, figures),
    right: directions.map((d) => DIRECTIONS.map((direction) => d.includes(direction))),
  });
  const first = directions.map((d) => d[0]!);
  for (const slot of SLOTS) {
    const steps = slotSteps(scene, figures, first, slot);
    into[slot].push({
      steps: steps.map(({ step }) => step),
      right: steps.map(({ candidates }, t) => candidates.map((c) => by.get(claimed[t]!)!.some((r) => sameSlot(c.name, r[slot])))),
    });
  }
}

/** Which figure each annotated result is: by its value, within its evidence. */
export function figuresOf({ doc: { text }, figures }: Scene, gold: Gold): Map<number, Gold['results']> {
  const by = new Map<number, Gold['results']>();
  for (const result of gold.results) {
    const { start, end } = quoted(text, result.evidence);
    const same = figures
      .map((_, i) => i)
      .filter((i) => bareValue(text.slice(figures[i]!.start, figures[i]!.end)) === bareValue(result.value));
    const inside = same.filter((i) => figures[i]!.start >= start - 2 && figures[i]!.end <= end + 2);
    const pool = inside.length > 0 ? inside : same;
    const at = pool.find((i) => !by.has(i)) ?? pool[0];
    if (at !== undefined) by.set(at, [...(by.get(at) ?? []), result]);
  }
  return by;
}

function addClaims(into: Examples, scene: Scene, gold: Gold): void {
  const { text } = scene.doc;
  for (const assertion of findAssertions(scene)) {
    const claims = gold.claims.filter((claim) => {
      const { start, end } = quoted(text, claim.evidence);
      return claim.kind === assertion.kind && assertion.cues.some((cue) => cue.start >= start - 1 && cue.end <= end + 1);
    });
    if (claims.some((c) => c.optional) && claims.every((c) => c.optional)) continue;
    const features = claimFeatures(scene, assertion);
    into.claim.push(decision([...features, ...joined(assertion.kind, features)], claims.length > 0));
    if (claims.length === 0) continue;
    for (const { name, features } of rivals(scene, assertion))
      into.rival.push(
        decision(
          features,
          claims.some((c) => sameSlot(name, c.baseline)),
        ),
      );
  }
}
