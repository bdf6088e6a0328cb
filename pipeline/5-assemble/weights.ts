import type { EdgeKind } from '../../src/graph.ts';
import type { EntityType, Role } from '../../src/model.ts';

/** How much one link of each kind tells about what it joins, 0 to 1: all numeric stages read this table and no other. */
export const LINK_WEIGHT: { readonly [kind in EdgeKind]: number } = {
  proposes: 1,
  compares_with: 0.7,
  uses: 0.6,
  mentions: 0.25,
  evaluated_on: 0.6,
  targets: 0.4,
  measures: 0.25,
  addresses: 0.6,
  claims: 1,
  of: 0.3,
  over: 0.4,
  on: 0.4,
  runs_on: 0.3,
  outperforms: 0.6,
  matches: 0.6,
  variant_of: 0.6,
  related_to: 1,
};

/** A second mention tells less than the first: the factor grows as the square root of the mentions, up to this. */
const MAX_REPEAT = 2;

/** Weight of a link that `mentions` places in the text back. */
export function linkWeight(kind: EdgeKind, mentions: number): number {
  const weight = LINK_WEIGHT[kind] * Math.min(MAX_REPEAT, Math.sqrt(Math.max(1, mentions)));
  return Math.round(weight * 1e4) / 1e4;
}

export const ROLE_EDGE: { readonly [role in Role]: EdgeKind } = {
  proposed: 'proposes',
  used: 'uses',
  baseline: 'compares_with',
  mentioned: 'mentions',
};

/** When one paper links to an entity in several roles, the first of these is told. */
export const ROLE_ORDER: readonly Role[] = ['proposed', 'baseline', 'used', 'mentioned'];

export const TYPE_EDGE: { readonly [type in Exclude<EntityType, 'technique'>]: EdgeKind } = {
  dataset: 'evaluated_on',
  hardware: 'targets',
  metric: 'measures',
  task: 'addresses',
};
