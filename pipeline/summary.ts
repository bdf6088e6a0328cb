import type { KnowledgeGraph } from '../src/graph.ts';
import { ENTITY_TYPES } from '../src/model.ts';
import type { EntityType, Record } from '../src/model.ts';

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

export function summarise(graph: KnowledgeGraph, records: readonly Record[]): Summary {
  const count = (kind: string): number => graph.filterNodes((_, node) => node.kind === kind).length;
  return {
    papers: count('paper'),
    entities: Object.fromEntries(ENTITY_TYPES.map((type) => [type, count(type)])) as Summary['entities'],
    results: count('result'),
    claims: records.reduce((sum, { claims }) => sum + claims.length, 0),
    communities: graph
      .getAttribute('communities')
      .map(({ id, label, size }) => ({ id, label, size }))
      .sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1)),
  };
}
