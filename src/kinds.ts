/** The words for kinds of node and edge. */
import type { EdgeKind, NodeKind } from './graph.ts';

export const KIND_NAMES: { readonly [K in NodeKind]: readonly [one: string, many: string] } = {
  paper: ['paper', 'papers'],
  technique: ['technique', 'techniques'],
  dataset: ['dataset', 'datasets'],
  hardware: ['hardware', 'hardware'],
  metric: ['metric', 'metrics'],
  task: ['task', 'tasks'],
  result: ['result', 'results'],
};

/** How an edge reads from its source, and from its target. */
export const EDGE_NAMES: { readonly [K in EdgeKind]: readonly [from: string, to: string] } = {
  proposes: ['proposes', 'proposed by'],
  uses: ['uses', 'used by'],
  compares_with: ['compares with', 'compared with by'],
  mentions: ['mentions', 'mentioned by'],
  evaluated_on: ['is evaluated on', 'evaluated on by'],
  targets: ['runs on or targets', 'targeted by'],
  measures: ['measures', 'measured by'],
  addresses: ['addresses', 'addressed by'],
  claims: ['claims', 'claimed by'],
  of: ['of', 'is the metric of'],
  over: ['over', 'is the baseline of'],
  on: ['on', 'is the dataset of'],
  runs_on: ['on hardware', 'is the hardware of'],
  outperforms: ['outperforms', 'outperformed by'],
  matches: ['matches', 'matched by'],
  variant_of: ['is a variant of', 'has the variant'],
  related_to: ['is related to', 'is related to'],
};
