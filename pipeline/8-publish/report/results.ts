import type { KnowledgeGraph } from '../../../src/graph.ts';
import { CLAIM_KINDS } from '../../../src/model.ts';
import { DIRECTIONS, SLOTS, type Summary, type Tally } from '../../summary.ts';
import { table } from '../../../src/markdown.ts';

/** How many figures are claimed, how much is known about them, and claims without a figure. */
export function* results(
  graph: KnowledgeGraph,
  { papers, directions, slots, quantities, claims }: Tally,
  summary: Summary,
): Generator<string> {
  yield `## Results and claims\n\nPapers: ${summary.papers}, of which ${papers} claim a figure. `;
  yield `Results: ${summary.results}. Claims without a figure: ${summary.claims}. `;
  yield `Comparisons between techniques: ${graph.filterEdges((_, { kind }) => kind === 'outperforms' || kind === 'matches').length}.\n\n`;
  yield* table(
    ['results', 'count'],
    [
      ...DIRECTIONS.map((direction) => [direction, directions[direction]]),
      ...SLOTS.map((slot) => [`with a ${slot === 'hardware' ? 'hardware target' : slot}`, slots[slot]]),
      ['with a number read', quantities],
    ],
  );
  yield* table(
    ['claims', 'count'],
    CLAIM_KINDS.map((kind) => [kind, claims[kind]]),
  );
}
