import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EDGE_KINDS, NODE_KINDS } from '../../src/graph.ts';
import { unplaced } from '../../viz/arrangement.ts';
import { OPEN, passing, type Passing } from '../../viz/filter.ts';
import { edgeKindAt, modelOf, type Model } from '../../viz/model.ts';
import { smallGraph } from '../helpers/graph.ts';

const model = modelOf(smallGraph());

/** What the matrix holds, in words. */
function said(shown: Passing): { links: string[]; kin: string[] } {
  const { rows, offsets, targets, weights, related } = unplaced(model, shown);
  const links: string[] = [];
  for (let i = 0; i < rows.length; i++)
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) links.push(`${model.id(rows[i]!)} ${model.id(rows[targets[k]!]!)} ${weights[k]}`);
  const kin = Array.from(related.source, (from, i) =>
    [model.id(rows[from]!), model.id(rows[related.target[i]!]!), related.weight[i]].join(' '),
  );
  return { links: links.sort(), kin: kin.sort() };
}

/** The same, edge by edge. */
function naive({ edges }: Passing, { source, target, weight, id }: Model): { links: string[]; kin: string[] } {
  const links: string[] = [];
  const kin: string[] = [];
  edges.forEach((passes, edge) => {
    const [a, b] = [source[edge]!, target[edge]!];
    if (!passes || a === b) return;
    if (edgeKindAt(model, edge) === 'related_to') kin.push(`${id(a)} ${id(b)} ${weight[edge]}`);
    else links.push(`${id(a)} ${id(b)} ${weight[edge]}`, `${id(b)} ${id(a)} ${weight[edge]}`);
  });
  return { links: links.sort(), kin: kin.sort() };
}

test('any filter: each passing link both ways, related papers apart, nothing else', () => {
  fc.assert(
    fc.property(fc.subarray([...NODE_KINDS]), fc.subarray([...EDGE_KINDS]), (hiddenKinds, hiddenLinks) => {
      const shown = passing(model, { ...OPEN, hiddenKinds, hiddenLinks });
      expect(said(shown)).toEqual(naive(shown, model));
      expect([...unplaced(model, shown).rows].every((row) => shown.nodes[row])).toBe(true);
    }),
  );
});

test('nodes keep kind, community and place', () => {
  const { rows, kinds, groups, x, y } = unplaced(model, passing(model, OPEN));
  expect(rows.length).toBeGreaterThan(5);
  rows.forEach((row, i) => {
    expect([kinds[i], groups[i], x[i], y[i]]).toEqual([model.kind[row], model.community[row], model.x[row], model.y[row]]);
  });
});
