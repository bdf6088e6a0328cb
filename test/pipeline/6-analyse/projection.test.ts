import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../pipeline/5-assemble/assemble.ts';
import { broader } from '../../../pipeline/6-analyse/broader.ts';
import { isGeneral } from '../../../pipeline/6-analyse/general.ts';
import { ANALYSE_DEFAULTS } from '../../../pipeline/6-analyse/options.ts';
import { project } from '../../../pipeline/6-analyse/projection.ts';
import type { Network } from '../../../pipeline/types.ts';
import { NODE_KINDS } from '../../../src/graph.ts';
import type { EntityType, Record } from '../../../src/model.ts';
import { naiveResolve } from '../../helpers/gold.ts';
import { anyRecords, entity, record } from '../../helpers/made.ts';

const OPTIONS = { ...ANALYSE_DEFAULTS, alwaysKeep: 1_000, neighbours: 1_000 };

function networkOf(records: Record[]): { network: Network; label: (node: number) => string } {
  const { graph, network } = assemble(naiveResolve(records));
  return { network, label: (node) => graph.getNodeAttribute(network.ids[node]!, 'label') };
}

/** Every pair of papers, compared one by one, by their names alone. */
function naive(label: (node: number) => string, { ids, offsets, targets, weights, kinds }: Network): Map<string, number> {
  const papers = ids.flatMap((id, i) => (id.startsWith('paper:') ? [i] : []));
  const nodeOf = new Map<string, number>();
  for (const type of ['technique', 'task']) ids.forEach((id, i) => id.startsWith(`${type}:`) && nodeOf.set(label(i).toLowerCase(), i));
  const named = papers.map((paper) => {
    const found = new Map<number, number>();
    for (let k = offsets[paper]!; k < offsets[paper + 1]!; k++) {
      const node = targets[k]!;
      if (/^(?:paper|result):/.test(ids[node]!)) continue;
      const weight = Math.sqrt(weights[k]!);
      found.set(node, Math.max(found.get(node) ?? 0, weight));
      const [first, ...rest] = label(node).toLowerCase().split(' ');
      const head = /^(?:task|technique):/.test(ids[node]!) && first !== undefined && rest.length === 1 ? nodeOf.get(rest[0]!) : undefined;
      if (head !== undefined && head !== node) found.set(head, Math.max(found.get(head) ?? 0, weight * OPTIONS.broadest));
    }
    return found;
  });
  const vectors = named.map(
    (found) =>
      new Map(
        [...found].map(([node, weight]) => {
          const count = named.filter((other) => other.has(node)).length;
          const rarity = Math.log(1 + papers.length / count) ** 2 * (count > 1 && isGeneral(label(node)) ? OPTIONS.general : 1);
          return [node, weight * Math.sqrt(rarity * OPTIONS.byType[NODE_KINDS[kinds[node]!] as EntityType])];
        }),
      ),
  );
  const norm = (v: Map<number, number>): number => Math.hypot(...v.values());
  const found = new Map<string, number>();
  vectors.forEach((u, a) =>
    vectors.forEach((v, b) => {
      const dot = [...u].reduce((sum, [node, x]) => sum + x * (v.get(node) ?? 0), 0);
      if (a !== b && dot > 0) found.set(`${a} ${b}`, dot / (norm(u) * norm(v) + OPTIONS.damping));
    }),
  );
  return found;
}

test('equals the comparison of every pair where nothing is cut', () =>
  fc.assert(
    fc.property(anyRecords, (records) => {
      const { network, label } = networkOf(records);
      const { links, pairs } = project(network, label, OPTIONS);
      const expected = naive(label, network);
      const found = new Map<string, number>();
      for (let a = 0; a + 1 < links.offsets.length; a++)
        for (let k = links.offsets[a]!; k < links.offsets[a + 1]!; k++) found.set(`${a} ${links.targets[k]!}`, links.weights[k]!);
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      expect(2 * pairs).toBe(expected.size);
      for (const [pair, weight] of found) expect(weight).toBeCloseTo(expected.get(pair)!, 5);
    }),
  ));

describe('broader entities', () => {
  const tasks = (...names: string[]) => record('p', names.map((name) => entity('task', name))); // prettier-ignore
  test.each<[names: string[], of: string, expected: [string, number][]]>([
    [['image segmentation', 'segmentation', 'medical image segmentation'], 'medical image segmentation', [['image segmentation', 0.5], ['segmentation', 0.3]]],
    [['Segmentation', 'image segmentations'], 'image segmentations', [['Segmentation', 0.3]]],
    [['image segmentation', 'segmentation of images'], 'segmentation of images', []],
    [['segmentation'], 'segmentation', []],
  ])('of %j: %s', (names, of, expected) => {
    const { network, label } = networkOf([tasks(...names)]);
    const { offsets, targets, weights } = broader(network, label, ANALYSE_DEFAULTS);
    const node = network.ids.findIndex((_, i) => label(i) === of);
    const found = Array.from(targets.slice(offsets[node], offsets[node + 1]), (target, k) => [label(target), weights[offsets[node]! + k]]);
    expect(found).toEqual(expected);
  }); // prettier-ignore

  test('relate papers, but are not told as shared by name', () => {
    const { network, label } = networkOf([
      record('a', [entity('task', 'medical image segmentation')]),
      record('b', [entity('task', 'video segmentation')]),
      record('c', [entity('task', 'segmentation')]),
    ]);
    expect([...project(network, label, OPTIONS).links.targets]).toEqual([1, 2, 0, 2, 0, 1]);
  });
});
