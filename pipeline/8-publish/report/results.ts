import type { KnowledgeGraph } from '../../../src/graph.ts';
import { CLAIM_KINDS, type Record } from '../../../src/model.ts';
import type { Summary } from '../../summary.ts';
import { table } from '../../../src/markdown.ts';

const SLOTS = ['metric', 'baseline', 'dataset', 'hardware'] as const;
const DIRECTIONS = ['increase', 'decrease', 'value'] as const;

/** How many figures are claimed, how much is known about them, and claims without a figure. */
export function* results(graph: KnowledgeGraph, records: readonly Record[], summary: Summary): Generator<string> {
  const all = records.flatMap((record) => record.results);
  yield `## Results and claims\n\nPapers: ${summary.papers}, of which ${records.filter((record) => record.results.length).length} claim a figure. `;
  yield `Results: ${summary.results}. Claims without a figure: ${summary.claims}. `;
  yield `Comparisons between techniques: ${graph.filterEdges((_, { kind }) => kind === 'outperforms' || kind === 'matches').length}.\n\n`;
  yield* table(
    ['results', 'count'],
    [
      ...DIRECTIONS.map((direction) => [direction, all.filter((result) => result.direction === direction).length]),
      ...SLOTS.map((slot) => [
        `with a ${slot === 'hardware' ? 'hardware target' : slot}`,
        all.filter((result) => result[slot] !== null).length,
      ]),
      ['with a number read', all.filter((result) => result.quantity).length],
    ],
  );
  const claims = records.flatMap((record) => record.claims);
  yield* table(
    ['claims', 'count'],
    CLAIM_KINDS.map((kind) => [kind, claims.filter((claim) => claim.kind === kind).length]),
  );
}
