import type { Claim } from '../../src/model.ts';
import { claimFeatures, findAssertions, type Assertion } from './claims/features.ts';
import type { Extractor } from './layers.ts';
import { score, scoreWith, type Weights } from './linear.ts';
import type { Scene } from './results/scene.ts';
import { slotCandidates, type Candidate } from './results/slots.ts';
import { loadModels } from './results/weights.ts';

/** The models that read claims. */
export interface ClaimModels {
  claim: Weights;
  rival: Weights;
}

/** A claim is taken, and a rival named, from this score on: where precision and recall balance. */
const CLAIM = -0.9;
const RIVAL = -0.8;
/** Techniques that a claim may be made against, those of its own sentence and of its neighbours. */
export const rivals = (scene: Scene, { kind, anchor }: Assertion): Candidate[] =>
  slotCandidates(scene, anchor, 'technique', kind, true, 1).slice(1);

export function readClaims(scene: Scene, models: ClaimModels): Claim[] {
  const claims: Claim[] = [];
  for (const assertion of findAssertions(scene)) {
    const { kind, sentence, anchor } = assertion;
    const features = claimFeatures(scene, assertion);
    // what counts for all kinds of claim, and what for this kind alone
    if (score(models.claim, features) + scoreWith(models.claim, kind, features) <= CLAIM) continue;
    const bounds = scene.doc.sentences[sentence]!;
    const claim: Claim = {
      kind,
      baseline: null,
      dataset: datasetOf(scene, assertion),
      evidence: scene.doc.text.slice(bounds.start, bounds.end),
      span: { start: anchor.start, end: anchor.end, sentence },
    };
    const named =
      kind === 'first' || kind === 'state-of-the-art'
        ? []
        : rivals(scene, assertion).filter((c) => score(models.rival, c.features) > RIVAL);
    if (named.length === 0) claims.push(claim);
    for (const { name } of named) claims.push({ ...claim, baseline: name });
  }
  return claims;
}

/** The first data set that the sentence names after the cue, else before it. */
function datasetOf(scene: Scene, { sentence, anchor }: Assertion): string | null {
  const here = scene.mentions.filter((m) => m.sentence === sentence && m.entity.type === 'dataset');
  return (here.find((m) => m.start >= anchor.end) ?? here[here.length - 1])?.entity.name ?? null;
}

export const claims: Extractor<'scenes', 'claims'> = {
  id: 'claims',
  summary: 'comparisons without a figure: outperforms, matches, first, state of the art',
  needs: ['scenes'],
  gives: ['claims'],
  extract: ({ scenes }) => ({ claims: scenes.flatMap((scene) => readClaims(scene, loadModels())) }),
};
