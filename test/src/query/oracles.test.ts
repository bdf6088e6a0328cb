/** Each answer against one found the slow way, by looking at everything, on graphs made by chance. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EdgeKind, KnowledgeGraph } from '../../../src/graph.ts';
import { open } from '../../../src/query/open.ts';
import { anyGraph, plain } from '../../helpers/random-graph.ts';

const ALL = { limit: 10_000 };
const NAMES_IT: EdgeKind[] = ['proposes', 'uses', 'compares_with', 'mentions', 'evaluated_on', 'targets', 'measures', 'addresses'];
const sorted = (values: readonly string[]): string[] => [...values].sort((a, b) => (a < b ? -1 : 1));
const holds = (check: (graph: KnowledgeGraph) => void, runs = 25): void => fc.assert(fc.property(anyGraph, check), { numRuns: runs });
const ofKind = (graph: KnowledgeGraph, kind: string): string[] => sorted(graph.nodes().filter((id) => id.startsWith(`${kind}:`)));

test('neighbours and evidence are the edges, all of them', () =>
  holds((graph) => {
    const { edges, ids } = plain(graph);
    const ask = open(graph);
    for (const id of ids) {
      const expected = edges.filter(({ source, target }) => source === id || target === id);
      const { items, total } = ask.neighbours({ node: id, ...ALL });
      expect(total).toBe(expected.length);
      expect(sorted(items.map((item) => `${item.kind} ${item.direction} ${item.id}`))).toEqual(
        sorted(expected.map(({ kind, source, target }) => (source === id ? `${kind} out ${target}` : `${kind} in ${source}`))),
      );
    }
    for (const { source, target } of edges) {
      const between = edges.filter((each) => [source, target].includes(each.source) && [source, target].includes(each.target));
      expect(ask.evidence({ from: source, to: target, ...ALL }).items.map(({ edge }) => edge)).toEqual(
        sorted(between.map(({ key }) => key)),
      );
    }
  }));

test('every edge has a sentence behind it', () =>
  holds((graph) => {
    const ask = open(graph);
    for (const key of graph.edges()) {
      const [from, to] = graph.extremities(key);
      const item = ask.evidence({ from, to }).items.find(({ edge }) => edge === key);
      expect(item!.evidence.length).toBeGreaterThan(0);
    }
  }));

test('results are those that pass every filter', () => {
  const filters = fc.record(
    {
      metric: fc.constantFrom('metric:accuracy', 'metric:flop', 'metric:latency'),
      dataset: fc.constantFrom('dataset:glue', 'dataset:coco'),
      baseline: fc.constantFrom('technique:alpha', 'technique:beta'),
      technique: fc.constantFrom('technique:alpha', 'technique:gamma'),
      direction: fc.constantFrom('increase' as const, 'decrease' as const, 'value' as const),
      unit: fc.constantFrom('%', 'x', 'ms'),
      min: fc.integer({ min: 0, max: 120 }),
      max: fc.integer({ min: 0, max: 120 }),
      since: fc.constantFrom('2022', '2022-06', '2023-12'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyGraph, filters, (graph, asked) => {
      const { results, papers, joined } = plain(graph);
      const { metric, dataset, baseline, technique, direction, unit, min, max, since } = asked;
      fc.pre([metric, dataset, baseline, technique].every((id) => id === undefined || graph.hasNode(id)));
      const expected = results.filter(({ id, quantity, evidence, ...result }) => {
        const { date } = papers.find((paper) => paper.id === evidence.paper)!;
        const [year, month = 0] = (since ?? '0').split('-').map(Number) as [number, number?];
        return (
          (!metric || joined(id, metric, 'of')) &&
          (!dataset || joined(id, dataset, 'on')) &&
          (!baseline || joined(id, baseline, 'over')) &&
          (!technique || joined(evidence.paper, technique, 'proposes')) &&
          (!direction || result.direction === direction) &&
          (!unit || quantity?.unit === unit) &&
          (min === undefined || (quantity && quantity.high >= min)) &&
          (max === undefined || (quantity && quantity.low <= max)) &&
          (!since || (date && date.year! * 12 + date.month! >= year * 12 + (month || 1)))
        );
      });
      const { items } = open(graph).results({ ...asked, ...ALL });
      expect(sorted(items.map(({ id }) => id))).toEqual(sorted(expected.map(({ id }) => id)));
    }),
  );
});

test('a factor takes per cent and times alike', () =>
  holds((graph) => {
    const { results } = plain(graph);
    for (const factor of [1.5, 2, 5]) {
      const expected = results.filter(({ quantity, direction }) => {
        if (!quantity || direction === 'value') return false;
        if (quantity.unit === 'x') return quantity.high >= factor;
        if (quantity.unit !== '%') return false;
        // what is left after a decrease by p per cent, times the factor, is no more than there was
        return direction === 'increase'
          ? 100 + quantity.high >= 100 * factor
          : quantity.high < 100 && (100 - quantity.high) * factor <= 100 + 1e-6;
      });
      const { items } = open(graph).results({ factor, ...ALL });
      expect(sorted(items.map(({ id }) => id))).toEqual(sorted(expected.map(({ id }) => id)));
    }
  }));

test('hardware of a class is every device of it, and what its papers target', () =>
  holds((graph) => {
    const { results, joined } = plain(graph);
    const phones = ['hardware:iphone-8', 'hardware:smartphone'].filter((id) => graph.hasNode(id));
    fc.pre(phones.length > 0);
    const expected = results.filter(({ id, hardware, evidence }) =>
      hardware === null
        ? phones.some((phone) => joined(evidence.paper, phone, 'targets'))
        : phones.some((phone) => joined(id, phone, 'runs_on')),
    );
    const { items } = open(graph).results({ hardware: 'mobile devices', ...ALL });
    expect(sorted(items.map(({ id }) => id))).toEqual(sorted(expected.map(({ id }) => id)));
  }));

test('a leaderboard is what is claimed on both, figures reached first, and warns where claims differ', () =>
  holds((graph) => {
    const { results, joined } = plain(graph);
    for (const metric of ofKind(graph, 'metric'))
      for (const dataset of ofKind(graph, 'dataset')) {
        const expected = results.filter(({ id }) => joined(id, metric, 'of') && joined(id, dataset, 'on'));
        const { items, notes = [] } = open(graph).leaderboard({ metric, dataset, ...ALL });
        expect(sorted(items.map(({ id }) => id))).toEqual(sorted(expected.map(({ id }) => id)));
        const reached = items.map(({ quantity, direction }) => (quantity ? (direction === 'value' ? 0 : 1) : 2));
        expect(reached).toEqual(reached.toSorted((a, b) => a - b));
        const warned = notes.some((note) => note.startsWith('Not alike'));
        const mixed = new Set(items.map(({ direction, hedge, quantity }) => `${direction} ${hedge} ${quantity?.unit}`)).size > 1;
        expect(warned).toBe(items.some(({ unlike }) => unlike.length > 0));
        if (mixed) expect(warned).toBe(true);
      }
  }));

test('compare finds every claim and figure of one against the other, and all that is common', () =>
  holds((graph) => {
    const { edges, results, joined } = plain(graph);
    const techniques = ofKind(graph, 'technique');
    for (const a of techniques.slice(0, 3))
      for (const b of techniques.slice(0, 3)) {
        if (a === b) continue;
        const { items } = open(graph).compare({ a, b, ...ALL });
        const of = (about: string): string[] => sorted(items.filter((item) => item.about === about).map(({ says, id }) => `${says} ${id}`));
        const proposers = (id: string): string[] =>
          edges.filter(({ kind, target }) => kind === 'proposes' && target === id).map(({ source }) => source);
        const against = (x: string, y: string) =>
          edges.filter(
            ({ kind, source, target }) =>
              ['outperforms', 'matches'].includes(kind) && target === y && [x, ...proposers(x)].includes(source),
          );
        expect(of('claim')).toHaveLength(against(a, b).length + against(b, a).length);
        const figures = (x: string, y: string) =>
          results.filter(({ id, evidence }) => joined(id, y, 'over') && proposers(x).includes(evidence.paper));
        expect(of('figure')).toHaveLength(figures(a, b).length + figures(b, a).length);
        const papersOf = (x: string): string[] => {
          const own = proposers(x);
          return own.length ? own : edges.filter(({ kind, target }) => NAMES_IT.includes(kind) && target === x).map(({ source }) => source);
        };
        const seen = (x: string, y: string): Set<string> => {
          const from = papersOf(x).filter((paper) => !papersOf(y).includes(paper));
          return new Set(edges.filter(({ kind, source }) => NAMES_IT.includes(kind) && from.includes(source)).map(({ target }) => target));
        };
        const [here, there] = [seen(a, b), seen(b, a)];
        const common = [...here].filter((id) => there.has(id) && id !== a && id !== b);
        expect(sorted(items.filter(({ about }) => about === 'common').map(({ id }) => id))).toEqual(sorted(common));
      }
  }));

test('two techniques that are each said to beat the other are a disagreement', () =>
  holds((graph) => {
    const { edges } = plain(graph);
    const beats = new Set(
      edges
        .filter(({ kind }) => kind === 'outperforms')
        .flatMap(({ source, target }) =>
          (source.startsWith('paper:')
            ? edges.filter((each) => each.kind === 'proposes' && each.source === source).map((each) => each.target)
            : [source]
          ).map((subject) => `${subject} ${target}`),
        ),
    );
    const pairs = ofKind(graph, 'technique').flatMap((a, i, all) =>
      all
        .slice(i + 1)
        .filter((b) => beats.has(`${a} ${b}`) && beats.has(`${b} ${a}`))
        .map((b) => `${a} ${b}`),
    );
    const { items } = open(graph).disagreements(ALL);
    const found = items.filter(({ about }) => about === 'order').map(({ nodes }) => nodes.map(({ id }) => id).join(' '));
    expect(sorted(found)).toEqual(sorted(pairs));
    for (const { sides } of items) for (const { evidence } of sides) expect(evidence.length).toBeGreaterThan(0);
  }));

test('figures disagree where two papers that propose the same thing give others for the same ground', () =>
  holds((graph) => {
    const { results, edges, joined } = plain(graph);
    const slotOf = (id: string, kind: EdgeKind): string => edges.find((each) => each.source === id && each.kind === kind)?.target ?? '';
    const { items } = open(graph).disagreements(ALL);
    for (const { about, nodes, sides } of items) {
      if (about !== 'figure') continue;
      const [technique, metric, dataset] = nodes.map(({ id }) => id) as [string, string, string];
      expect(new Set(sides.map(({ paper }) => paper)).size).toBeGreaterThan(1);
      for (const { paper } of sides) {
        expect(joined(paper, technique, 'proposes')).toBe(true);
        expect(
          results.some(({ id, evidence }) => evidence.paper === paper && slotOf(id, 'of') === metric && slotOf(id, 'on') === dataset),
        ).toBe(true);
      }
    }
  }));

test('a timeline counts each paper once, in its period', () =>
  holds((graph) => {
    const { papers, edges } = plain(graph);
    for (const item of open(graph).timeline({ min: 1, period: 'year', ...ALL }).items) {
      const naming = papers.filter(({ id }) =>
        edges.some(({ source, target, kind }) => source === id && target === item.id && NAMES_IT.includes(kind)),
      );
      for (const { period, papers: count, of } of item.counts) {
        expect(count).toBe(naming.filter(({ date }) => String(date?.year) === period).length);
        expect(of).toBe(papers.filter(({ date }) => String(date?.year) === period).length);
      }
      expect(item.papers).toBe(naming.filter(({ date }) => date?.year !== undefined).length);
      if (item.rise !== 0) expect(Math.sign(item.rise)).toBe(Math.sign(item.after - item.before));
      expect(item.trend).toHaveLength(item.counts.length);
    }
  }));

test('communities hold their papers', () =>
  holds((graph) => {
    const { papers } = plain(graph);
    for (const item of open(graph).communities({ papers: 100 }).items)
      expect(sorted(item.papers.map(({ id }) => id))).toEqual(
        sorted(papers.filter(({ community }) => community === item.community).map(({ id }) => id)),
      );
  }));

test('gaps are pairs that no paper reports, with the scores of the formula', () =>
  holds((graph) => {
    const { papers, edges } = plain(graph);
    const targets = (paper: string, kinds: EdgeKind[]): string[] =>
      edges.filter(({ source, kind }) => source === paper && kinds.includes(kind)).map(({ target }) => target);
    const often = (id: string): boolean => (graph.getNodeAttributes(id) as { papers: number }).papers >= 3;
    const on = new Map<string, Set<string>>();
    for (const { id } of papers)
      for (const technique of targets(id, ['proposes', 'uses', 'compares_with']).filter(often))
        for (const dataset of targets(id, ['evaluated_on']).filter(often)) on.set(technique, (on.get(technique) ?? new Set()).add(dataset));
    const reported = (dataset: string): string[] => [...on.keys()].filter((technique) => on.get(technique)!.has(dataset));
    const score = (technique: string, dataset: string): number => {
      const own = on.get(technique)!;
      const near = reported(dataset).filter((other) => other !== technique);
      const parts = near.map((other) => {
        const both = [...own].filter((each) => on.get(other)!.has(each));
        return (
          both.map((each) => 1 / Math.log(1 + reported(each).length)).reduce((a, b) => a + b, 0) / Math.sqrt(own.size * on.get(other)!.size)
        );
      });
      return parts.reduce((a, b) => a + b, 0) / Math.sqrt(reported(dataset).length);
    };
    for (const technique of on.keys()) {
      const expected = [...new Set([...on.values()].flatMap((each) => [...each]))].filter(
        (dataset) => !on.get(technique)!.has(dataset) && score(technique, dataset) > 0,
      );
      const { items } = open(graph).gaps({ technique, ...ALL });
      expect(sorted(items.map((item) => item.dataset.id))).toEqual(sorted(expected));
      for (const item of items) expect(item.score).toBeCloseTo(score(technique, item.dataset.id), 5);
    }
  }));

test('search finds whatever bears the word', () =>
  holds((graph) => {
    for (const word of ['alpha', 'glue', 'smartphone']) {
      const bearing = graph.filterNodes((_, node) => node.kind !== 'result' && node.label.toLowerCase().split(/[ -]/).includes(word));
      const found = open(graph)
        .search({ text: word, ...ALL })
        .items.map(({ id }) => id);
      expect(found).toEqual(expect.arrayContaining(bearing));
    }
  }));
