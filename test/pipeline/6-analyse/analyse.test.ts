import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../pipeline/5-assemble/assemble.ts';
import { analyse } from '../../../pipeline/6-analyse/analyse.ts';
import { ANALYSE_DEFAULTS, type AnalyseOptions } from '../../../pipeline/6-analyse/options.ts';
import { colour } from '../../../pipeline/6-analyse/palette.ts';
import { project } from '../../../pipeline/6-analyse/projection.ts';
import type { Network } from '../../../pipeline/types.ts';
import type { Record } from '../../../src/model.ts';
import { naiveResolve, seedRecords } from '../../helpers/gold.ts';
import { anyRecords, entity, manyRecords, record } from '../../helpers/made.ts';

function analysed(records: Record[], options: Partial<AnalyseOptions> = {}) {
  const { graph, network } = assemble(naiveResolve(records));
  const label = (node: number): string => graph.getNodeAttribute(network.ids[node]!, 'label');
  return { graph, network, analysis: analyse(network, label, options) };
}
const techniques = (id: string, ...names: string[]): Record => record(id, names.map((name) => entity('technique', name))); // prettier-ignore

/** Every pair of papers, compared one by one. */
function naiveProjection({ ids, offsets, targets, weights }: Network, { damping }: AnalyseOptions): Map<string, number> {
  const papers = ids.flatMap((id, i) => (id.startsWith('paper:') ? [i] : []));
  const vector = (paper: number): Map<number, number> => {
    const entries = new Map<number, number>();
    for (let k = offsets[paper]!; k < offsets[paper + 1]!; k++) {
      const node = targets[k]!;
      if (/^(?:paper|result):/.test(ids[node]!)) continue;
      const df = papers.filter((p) => targets.subarray(offsets[p]!, offsets[p + 1]!).includes(node)).length;
      entries.set(node, weights[k]! * Math.sqrt(Math.log(1 + papers.length / df)));
    }
    return entries;
  };
  const vectors = new Map(papers.map((p) => [p, vector(p)]));
  const norm = (v: Map<number, number>): number => Math.sqrt([...v.values()].reduce((sum, x) => sum + x * x, 0));
  const found = new Map<string, number>();
  for (const a of papers)
    for (const b of papers) {
      if (a >= b) continue;
      const [u, v] = [vectors.get(a)!, vectors.get(b)!];
      const dot = [...u].reduce((sum, [node, x]) => sum + x * (v.get(node) ?? 0), 0);
      if (dot > 0) found.set(`${a} ${b}`, dot / (norm(u) * norm(v) + damping));
    }
  return found;
}

describe('projection', () => {
  test('equals the comparison of every pair where nothing is cut', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { network } = assemble(naiveResolve(records));
        const options = { ...ANALYSE_DEFAULTS, alwaysKeep: 1000, neighbours: 1000 };
        const { links, pairs } = project(network, (node) => network.ids[node]!, options);
        const expected = naiveProjection(network, options);
        expect(pairs).toBe(expected.size);
        expect(links.map(({ source, target }) => `${source} ${target}`).sort()).toEqual([...expected.keys()].sort());
        for (const { source, target, weight } of links) expect(weight).toBeCloseTo(expected.get(`${source} ${target}`)!, 5);
      }),
    ));

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
    expect(analysis.notes.join()).toContain('2 papers share no telling entity');
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

test('colours: the first 36 differ', () => expect(new Set(Array.from({ length: 36 }, (_, i) => colour(i))).size).toBe(36));
