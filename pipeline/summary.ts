import type { KnowledgeGraph } from '../src/graph.ts';
import { CLAIM_KINDS, ENTITY_TYPES } from '../src/model.ts';
import type { ClaimKind, Direction, EntityType, Record } from '../src/model.ts';

/** What a build found. */
export interface Summary {
  papers: number;
  entities: { [type in EntityType]: number };
  results: number;
  claims: number;
  /** Largest first; size is the number of papers. */
  communities: { id: string; label: string; size: number }[];
}

/** What is found in no papers. */
export const NOTHING: Summary = {
  papers: 0,
  entities: { technique: 0, dataset: 0, hardware: 0, metric: 0, task: 0 },
  results: 0,
  claims: 0,
  communities: [],
};

export function summarise(graph: KnowledgeGraph, { claims }: Tally): Summary {
  const count = (kind: string): number => graph.filterNodes((_, node) => node.kind === kind).length;
  return {
    papers: count('paper'),
    entities: Object.fromEntries(ENTITY_TYPES.map((type) => [type, count(type)])) as Summary['entities'],
    results: count('result'),
    claims: CLAIM_KINDS.reduce((sum, kind) => sum + claims[kind], 0),
    communities: graph
      .getAttribute('communities')
      .map(({ id, label, size }) => ({ id, label, size }))
      .sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1)),
  };
}

export const SLOTS = ['metric', 'baseline', 'dataset', 'hardware'] as const;
export const DIRECTIONS = ['increase', 'decrease', 'value'] as const;

/** What is counted of results and claims, so that no record need be held for it. */
export interface Tally {
  /** Papers that claim a figure. */
  papers: number;
  directions: { [direction in Direction]: number };
  /** Results that say it. */
  slots: { [slot in (typeof SLOTS)[number]]: number };
  /** Results whose number could be read. */
  quantities: number;
  claims: { [kind in ClaimKind]: number };
}

const zeros = <K extends string>(keys: readonly K[]): { [key in K]: number } =>
  Object.fromEntries(keys.map((key) => [key, 0])) as { [key in K]: number };

export function tallyOf(records: readonly Record[]): Tally {
  const tally: Tally = { papers: 0, directions: zeros(DIRECTIONS), slots: zeros(SLOTS), quantities: 0, claims: zeros(CLAIM_KINDS) };
  for (const { results, claims } of records) {
    if (results.length) tally.papers++;
    for (const result of results) {
      tally.directions[result.direction]++;
      for (const slot of SLOTS) if (result[slot] !== null) tally.slots[slot]++;
      if (result.quantity) tally.quantities++;
    }
    for (const { kind } of claims) tally.claims[kind]++;
  }
  return tally;
}
