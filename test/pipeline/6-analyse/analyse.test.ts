import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../pipeline/5-assemble/assemble.ts';
import { analyse } from '../../../pipeline/6-analyse/analyse.ts';
import { ANALYSE_DEFAULTS, type AnalyseOptions } from '../../../pipeline/6-analyse/options.ts';
import type { Previous } from '../../../pipeline/types.ts';
import type { Record } from '../../../src/model.ts';
import { naiveResolve, seedRecords } from '../../helpers/gold.ts';
import { anyRecords, entity, manyRecords, record } from '../../helpers/made.ts';

function analysed(records: Record[], options: Partial<AnalyseOptions> = {}, previous?: Previous) {
  const { graph, network } = assemble(naiveResolve(records));
  const label = (node: number): string => graph.getNodeAttribute(network.ids[node]!, 'label');
  return { graph, network, analysis: analyse(network, label, options, previous) };
}

/** What the next build is given of one. */
function previousOf({ network, analysis }: ReturnType<typeof analysed>): Previous {
  const { communities, levels, community } = analysis;
  const of = new Map(
    network.ids.flatMap((id, i) => (id.startsWith('paper:') && community[i]! >= 0 ? [[id, communities[community[i]!]!.id]] : [])),
  );
  return { communities, levels, of };
}
const techniques = (id: string, ...names: string[]): Record => record(id, names.map((name) => entity('technique', name))); // prettier-ignore

describe('related papers', () => {
  test('an entity of too many papers relates none and is told', () => {
    const records = Array.from({ length: 20 }, (_, i) => techniques(`p${i}`, 'everywhere', `own ${i}`));
    const cut = analysed(records, { maxShare: 0.5, alwaysKeep: 3 }).analysis;
    expect([cut.related, cut.communities]).toEqual([[], []]);
    expect(cut.notes[0]).toContain('1 entity (everywhere)');
    const kept = analysed(records, { maxShare: 0.5, alwaysKeep: 20 }).analysis;
    expect(kept.related.length).toBeGreaterThan(0);
  });

  test('each paper keeps its strongest links', () => {
    const records = Array.from({ length: 12 }, (_, i) => techniques(`p${i}`, 'shared', ...(i < 2 ? ['rare'] : [])));
    const { related } = analysed(records, { related: 1 }).analysis;
    expect(related.length).toBeLessThanOrEqual(12);
    expect(related[0]).toMatchObject({ weight: Math.max(...related.map(({ weight }) => weight)) });
  });
});

test('a general name relates less than another', () => {
  const weight = (name: string): number => {
    const records = [techniques('a', name, 'x'), techniques('b', name, 'y'), techniques('c', 'z')];
    return analysed(records).analysis.related[0]!.weight;
  };
  expect(weight('deep neural networks')).toBeLessThan(weight('structured pruning') / 2);
});

test('related papers list what they share, the rarest first', () => {
  const records = [
    techniques('a', 'rare', 'common'),
    techniques('b', 'rare', 'common'),
    ...['c', 'd', 'e'].map((id) => techniques(id, 'common')),
  ];
  const { network, analysis } = analysed(records);
  const [first] = analysis.related;
  expect([network.ids[first!.source], network.ids[first!.target]]).toEqual(['paper:a', 'paper:b']);
  expect(first!.shared.map((node) => network.ids[node])).toEqual(['technique:rare', 'technique:common']);
});

describe('communities', () => {
  const fields = [
    ...['a', 'b', 'c'].map((id) => techniques(id, 'pruning', 'structured pruning', 'distillation', `own ${id}`)),
    ...['d', 'e'].map((id) => techniques(id, 'neural field', 'splatting', `own ${id}`)),
    techniques('f', 'lonely'),
    record('g'),
  ];

  test('papers that share entities are together, named by them; who shares nothing belongs nowhere', () => {
    const { network, analysis } = analysed(fields);
    const of = (id: string): string | undefined => analysis.communities[analysis.community[network.ids.indexOf(id)]!]?.label;
    expect(analysis.communities.map(({ label, size }) => [label, size])).toEqual([
      ['distillation · pruning', 3],
      ['neural field · splatting', 2],
    ]);
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => of(`paper:${id}`))).toEqual([
      ...Array.from({ length: 3 }, () => 'distillation · pruning'),
      ...Array.from({ length: 2 }, () => 'neural field · splatting'),
      undefined,
      undefined,
    ]);
    expect([of('technique:own-d'), of('technique:lonely')]).toEqual(['neural field · splatting', undefined]);
    expect(analysis.modularity).toBeGreaterThan(0.2);
    expect(analysis.notes.join()).toContain('2 papers share nothing telling');
  });

  test('words that are too general name a community only where nothing else does', () => {
    const only = [techniques('a', 'deep neural network', 'x net'), techniques('b', 'deep neural network', 'x net')];
    expect(analysed(only).analysis.communities[0]!.label).toBe('x net · deep neural network');
  });

  test('a name does not say one thing twice', () => {
    const same = [
      techniques('a', 'pruning', 'structured pruning', 'GANs', 'GAN'),
      techniques('b', 'pruning', 'structured pruning', 'GANs', 'GAN'),
    ];
    const words = analysed(same).analysis.communities[0]!.label.split(' · ');
    expect([words.length, words.filter((word) => /pruning/.test(word)).length]).toEqual([2, 1]);
  });

  test('never two with one name or id, all with members, sizes that add up, ids of nodes on top', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { network, graph, analysis } = analysed(records);
        const { communities, community } = analysis;
        expect(new Set(communities.map(({ label }) => label)).size).toBe(communities.length);
        expect(new Set(communities.map(({ id }) => id)).size).toBe(communities.length);
        communities.forEach(({ id, size, color, top }, c) => {
          expect(network.ids.filter((node, i) => community[i] === c && node.startsWith('paper:')).length).toBe(size);
          expect(size).toBeGreaterThanOrEqual(2);
          expect(id).toMatch(/^community:./);
          expect(color).toMatch(/^#[0-9a-f]{6}$/);
          for (const node of top) expect(graph.hasNode(node)).toBe(true);
        });
        for (const c of community) expect(c).toBeLessThan(communities.length);
      }),
    ));

  test('a result is where its paper is, an entity where most of its weight is', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { network, analysis } = analysed(records);
        const { ids, offsets, targets, weights } = network;
        ids.forEach((id, node) => {
          const votes = new Map<number, number>();
          for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
            const c = analysis.community[targets[k]!]!;
            if (ids[targets[k]!]!.startsWith('paper:') && c >= 0) votes.set(c, (votes.get(c) ?? 0) + weights[k]!);
          }
          const mine = analysis.community[node]!;
          if (id.startsWith('paper:')) return;
          if (votes.size === 0) expect(mine).toBe(-1);
          else expect(votes.get(mine)).toBe(Math.max(...votes.values()));
        });
      }),
    ));
});

test('the same network gives the same analysis; degree counts neighbours', () => {
  const { network, analysis } = analysed(seedRecords());
  expect(analysed(seedRecords()).analysis).toEqual(analysis);
  const pruning = network.ids.indexOf('technique:pruning');
  expect(analysis.degree[pruning]).toBe(network.offsets[pruning + 1]! - network.offsets[pruning]!);
  expect(analysis.communities.length).toBeGreaterThan(1);
});

test.each([0, 1])('%i papers', (n) => {
  const { analysis } = analysed(Array.from({ length: n }, (_, i) => record(`p${i}`)));
  expect(analysis).toMatchObject({ communities: [], related: [], modularity: 0 });
});

test('five thousand papers: every paper has relatives, and no list is longer than stated', () => {
  const { network, analysis } = analysed(manyRecords(5_000));
  const count = new Map<number, number>();
  for (const { source, target } of analysis.related) for (const p of [source, target]) count.set(p, (count.get(p) ?? 0) + 1);
  expect(count.size).toBe(5_000);
  expect(analysis.related.length).toBeLessThanOrEqual(5_000 * ANALYSE_DEFAULTS.related);
  expect(analysis.notes.join(' ')).toContain(`estimated from ${ANALYSE_DEFAULTS.sources} of ${network.ids.length} nodes`);
});

describe('communities of the last build', () => {
  const many = manyRecords(600, 1, 12);
  const first = analysed(many);

  test.each([
    ['some records', many],
    ['the seeds', seedRecords()],
  ])('%s: go on unchanged where nothing changed', (_, records) => {
    const once = analysed(records);
    const again = analysed(records, {}, previousOf(once));
    expect({ ...again.analysis, told: [] }).toEqual({ ...once.analysis, told: [] });
    expect(again.analysis.told[0]).toMatch(/^Taken over from the last build/);
    expect(again.analysis.told[1]).toBe(`Of ${once.analysis.communities.length} communities of the last build, ${once.analysis.communities.length} go on under their names.`); // prettier-ignore
  });

  test('any records: again and again, nothing changes', () =>
    fc.assert(
      fc.property(anyRecords, anyRecords, (before, records) => {
        const second = analysed(records, {}, previousOf(analysed(before)));
        const third = analysed(records, {}, previousOf(second));
        expect({ ...third.analysis, told: [] }).toEqual({ ...second.analysis, told: [] });
      }),
    ));

  test('a new paper takes no id, name or colour from what it does not touch', () => {
    const [added, ...rest] = seedRecords();
    const before = analysed(rest);
    const after = analysed([...rest, added!], {}, previousOf(before));
    const known = new Map(before.analysis.communities.map((community) => [community.id, community]));
    const changed = after.analysis.communities.filter(({ id, label, color }) => known.get(id)?.label !== label || known.get(id)?.color !== color); // prettier-ignore
    expect(changed.length).toBeLessThanOrEqual(1);
  });

  test('with a tenth of the papers anew, nine of ten of the others stay where they were', () => {
    const before = analysed(many.filter((_, i) => i % 10 > 0));
    const after = analysed(many, {}, previousOf(before));
    const { of } = previousOf(after);
    const known = [...previousOf(before).of];
    expect(known.filter(([paper, id]) => of.get(paper) === id).length).toBeGreaterThan(0.9 * known.length);
  });

  test('no name is given that an earlier one had, and what became of each is told', () => {
    const previous = previousOf(first);
    const others = analysed(manyRecords(600, 2).map((record) => ({ ...record, id: `other-${record.id}` })), {}, previous); // prettier-ignore
    const names = new Set(first.analysis.communities.map(({ id }) => id));
    expect(others.analysis.communities.filter(({ id }) => names.has(id))).toEqual([]);
    const told = others.analysis.told.join('\n');
    expect(told).toContain(`Of ${names.size} communities of the last build, 0 go on under their names.`);
    expect(told).toMatch(/^Born: "/m);
    expect(told).toMatch(/^Ended: "/m);
  });
});

test('many communities form larger ones, nested and named apart', () => {
  const { analysis } = analysed(manyRecords(3_000), { fold: 6 });
  const { communities, levels } = analysis;
  expect(levels.length).toBeGreaterThan(0);
  const all = [communities, ...levels];
  expect(new Set(all.flat().map(({ id }) => id)).size).toBe(all.flat().length);
  levels.forEach((level, l) => {
    expect(level.length).toBeLessThan(all[l]!.length);
    for (const { id, size } of level) {
      const parts = all[l]!.filter(({ parent }) => parent === id);
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.reduce((sum, part) => sum + part.size, 0)).toBe(size);
    }
  });
});
