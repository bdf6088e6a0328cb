import type { KnowledgeGraph } from '../graph.ts';
import type { ClaimKind } from '../model.ts';
import type { Change } from './diff.ts';
import { change } from './keyed.ts';

/** A comparison without a figure. */
export interface Claimed {
  kind: ClaimKind;
  /** What is better, or the paper where it names nothing: a label. */
  subject: string;
  /** What it is compared with, or null for "first" and "state of the art": a label. */
  baseline: string | null;
  dataset: string | null;
  /** Papers that say so. */
  papers: string[];
}

export const claimsOf = (before: KnowledgeGraph, after: KnowledgeGraph): Change<Claimed> => change(claims(before), claims(after));

function claims(graph: KnowledgeGraph): Map<string, Claimed> {
  const found = new Map<string, Claimed>();
  graph.forEachEdge((key, { kind, evidence }, _source, _target, { label: subject }, { label: baseline }) => {
    if (kind !== 'outperforms' && kind !== 'matches') return;
    found.set(key, { kind, subject, baseline, dataset: null, papers: [...new Set(evidence.map(({ paper }) => paper))] });
  });
  graph.forEachNode((id, node) => {
    if (node.kind !== 'paper') return;
    for (const { kind, dataset } of node.claims)
      found.set(`${id} ${kind} ${dataset ?? ''}`, { kind, subject: node.label, baseline: null, dataset, papers: [id] });
  });
  return found;
}
