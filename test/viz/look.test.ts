import { describe, expect, test } from 'vitest';
import { sizesBy } from '../../viz/look.ts';
import { MEASURES, measuresOf, valuesOf } from '../../viz/measures.ts';
import { modelOf, PAPER, RESULT } from '../../viz/model.ts';
import { smallGraph } from '../helpers/graph.ts';

const graph = smallGraph();
for (const [i, id] of graph.nodes().entries()) graph.setNodeAttribute(id, 'betweenness', (i % 7) / 7);
graph.setNodeAttribute('paper:2401.10000', 'upvotes' as never, 12 as never);
const model = modelOf(graph);
const rows = [...model.kind.keys()];

test.each(MEASURES)('by %s: among papers, and among entities, more is never smaller', (measure) => {
  const { radius, rank } = sizesBy(model, measure);
  const values = valuesOf(model, measure);
  for (const papers of [true, false]) {
    const some = rows.filter((i) => model.kind[i] !== RESULT && (model.kind[i] === PAPER) === papers);
    some.sort((a, b) => values[a]! - values[b]!);
    for (const [at, node] of some.entries()) {
      expect(radius[node]).toBeGreaterThan(1.5);
      expect(radius[node]).toBeLessThan(13);
      if (at === 0) continue;
      expect(radius[node]).toBeGreaterThanOrEqual(radius[some[at - 1]!]!);
      if (measure !== 'links') expect(rank(node)).toBeGreaterThanOrEqual(rank(some[at - 1]!));
    }
  }
});

describe('a measure', () => {
  test('of figures counts the results that a node is about, or claims', () => {
    const values = valuesOf(model, 'figures');
    for (const id of graph.nodes()) {
      if (id.startsWith('result:')) continue;
      expect(values[model.row(id)]).toBe(graph.filterEdges(id, (_key, _edge, a, b) => `${a} ${b}`.includes('result:')).length);
    }
    expect(Math.max(...Array.from(values))).toBeGreaterThan(1);
  });

  test('is offered where it tells nodes apart', () => {
    expect(measuresOf(model)).toEqual([...MEASURES]);
    expect(measuresOf(modelOf(smallGraph()))).toEqual(['links', 'figures', 'same']);
  });
});
