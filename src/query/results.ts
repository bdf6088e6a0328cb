import { z } from 'zod';
import type { KnowledgeGraph, ResultNode } from '../graph.ts';
import { labelOf, paperAt, resultAt, titled } from './access.ts';
import { measure } from './figure.ts';
import { arranged, ORDERS } from './order.ts';
import type { Order } from './order.ts';
import { number, page, paging } from './params.ts';
import { findNode } from './reference.ts';
import { figures, resultItem } from './result-item.ts';
import { result } from './shapes.ts';
import type { ResultItem } from './shapes.ts';
import { resultIndex, SLOT_NAMES, withSlot } from './slots.ts';
import { tick } from './time.ts';
import { query } from './types.ts';
import { inSpan, span } from './when.ts';

const name = (what: string) => z.string().optional().describe(what);

const targeted = result.extend({
  targets: z.array(z.string()).optional().describe('hardware that the paper targets, where the figure itself names none'),
});

const params = z.strictObject({
  metric: name('only of this metric: a name, an alias or a node id'),
  dataset: name('only on this dataset'),
  hardware: name('only on this hardware, or of papers that target it; "mobile device", "GPU" and the like are all devices of the class'),
  baseline: name('only against this technique'),
  technique: name('only of papers that propose this technique'),
  paper: name('only of this paper'),
  direction: z.enum(['increase', 'decrease', 'value']).optional().describe('only increases, only decreases, or only absolute figures'),
  factor: number().positive().optional().describe('only changes by this factor or more: 5 takes "5x fewer" and "80% fewer" alike'),
  unit: name('only with this unit: "%", "x", "ms"'),
  min: number().optional().describe('only figures that reach this number'),
  max: number().optional().describe('only figures that do not all exceed this number'),
  ...span,
  order: z.enum(ORDERS).default('greatest').describe('which figures come first; each kind of figure is sorted for itself'),
  ...paging(20),
});

export default query({
  id: 'results',
  summary: 'Claimed figures by what they measure, where and against what, the greatest first, each with the sentence that claims it.',
  params,
  item: targeted,
  example: { metric: 'FLOPs', direction: 'decrease', factor: '5', hardware: 'mobile devices' },
  tables: [{ ...figures, columns: [...figures.columns, 'targets'], below: ['title', 'sentence'] }],
  run(graph, given) {
    const tests = testsOf(graph, given);
    const passing = (left: readonly Filter[]): string[] =>
      resultIndex(graph).ids.filter((id) => {
        tick();
        return left.every(({ test }) => test(resultAt(graph, id), id));
      });
    const { ids, notes } = arranged(graph, passing(tests), given.order);
    if (!ids.length && tests.length > 1) notes.push(...nearMisses(graph, tests, passing, given.order));
    return { ...page(ids, given, (id) => withTargets(graph, resultItem(graph, id))), notes };
  },
});

type Given = z.output<typeof params>;
/** What a result must be, with the parameter that asks for it. */
interface Filter {
  param: keyof Given;
  test(result: ResultNode, id: string): boolean;
}

function testsOf(graph: KnowledgeGraph, given: Given): Filter[] {
  const filters: Filter[] = [];
  const add = <P extends keyof Given>(param: P, make: (value: NonNullable<Given[P]>) => Filter['test']): void => {
    const value = given[param];
    if (value !== undefined) filters.push({ param, test: make(value) });
  };
  for (const slot of SLOT_NAMES)
    add(slot, (name) => {
      const among = withSlot(graph, slot, name);
      return (_, id) => among.has(id);
    });
  add('direction', (direction) => (result) => result.direction === direction);
  add(
    'unit',
    (unit) =>
      ({ quantity }) =>
        quantity !== undefined && unitKey(quantity.unit) === unitKey(unit),
  );
  add(
    'min',
    (min) =>
      ({ quantity }) =>
        quantity !== undefined && quantity.high >= min,
  );
  add(
    'max',
    (max) =>
      ({ quantity }) =>
        quantity !== undefined && quantity.low <= max,
  );
  add('factor', (factor) => (result) => reaches(result, factor));
  add('paper', (name) => {
    const paper = findNode(graph, name, ['paper']);
    return (result) => result.evidence.paper === paper;
  });
  add('technique', (name) => {
    const technique = findNode(graph, name, ['technique']);
    const papers = new Set(graph.filterInEdges(technique, (_, { kind }) => kind === 'proposes').map((key) => graph.source(key)));
    return (result) => papers.has(result.evidence.paper);
  });
  const inTime = (limits: { since?: string; until?: string }) => (result: ResultNode) =>
    inSpan(paperAt(graph, result.evidence.paper).date, limits);
  add('since', (since) => inTime({ since }));
  add('until', (until) => inTime({ until }));
  return filters;
}

/** What would be found if one of the filters were left out, with the first of it. */
function nearMisses(
  graph: KnowledgeGraph,
  filters: readonly Filter[],
  passing: (left: readonly Filter[]) => string[],
  order: Order,
): string[] {
  const misses = filters.flatMap(({ param }) => {
    const { ids } = arranged(graph, passing(filters.filter((each) => each.param !== param)), order);
    if (!ids.length) return [];
    const { value, direction, metric, evidence } = resultAt(graph, ids[0]!);
    const figure = [value, direction === 'value' ? '' : direction, metric ? `of ${metric}` : ''].filter(Boolean).join(' ');
    return [`Without "${param}": ${ids.length}, such as ${figure} in ${titled(graph, evidence.paper)}.`];
  });
  return ['No figure is all of this.', ...misses];
}

function reaches(result: ResultNode, factor: number): boolean {
  const found = measure(result);
  // 80% is 4.999... times less, as computers count
  return found?.scale === 'change' && found.high >= factor * (1 - 1e-9);
}

const unitKey = (unit: string): string => {
  const key = unit.trim().toLowerCase();
  return key === '×' || key === 'times' ? 'x' : key === 'percent' ? '%' : key;
};

/** What the paper targets stands in for hardware that its sentence does not name. */
function withTargets(graph: KnowledgeGraph, item: ResultItem): z.output<typeof targeted> {
  if (item.hardware !== null) return item;
  const targets = graph.filterOutEdges(item.paper, (_, { kind }) => kind === 'targets').map((key) => labelOf(graph, graph.target(key)));
  return targets.length ? { ...item, targets } : item;
}
