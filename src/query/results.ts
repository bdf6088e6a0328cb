import { z } from 'zod';
import type { EdgeKind, KnowledgeGraph, NodeKind, ResultNode } from '../graph.ts';
import { idsOf, ranked, resultAt } from './access.ts';
import { number, page, paging } from './params.ts';
import { bearers, findNode, nameKey } from './reference.ts';
import { figures, resultItem } from './result-item.ts';
import { result } from './shapes.ts';
import { query } from './types.ts';

/** The slots of a result that name an entity: the edge that leads there, and the kind of node. */
const SLOTS = {
  metric: ['of', 'metric'],
  dataset: ['on', 'dataset'],
  hardware: ['runs_on', 'hardware'],
  baseline: ['over', 'technique'],
} as const;
type Slot = keyof typeof SLOTS;

const named = (what: string) => z.string().optional().describe(what);

export default query({
  id: 'results',
  summary: 'Claimed figures, the greatest first, each with the sentence that claims it.',
  params: z.strictObject({
    metric: named('only of this metric: a name, an alias or a node id'),
    dataset: named('only on this dataset'),
    hardware: named('only on this hardware'),
    baseline: named('only against this technique'),
    technique: named('only of papers that propose this technique'),
    paper: named('only of this paper'),
    direction: z.enum(['increase', 'decrease', 'value']).optional().describe('only increases, only decreases, or only absolute figures'),
    unit: named('only with this unit: "%", "x", "ms"'),
    min: number().optional().describe('only figures that reach this number'),
    max: number().optional().describe('only figures that do not all exceed this number'),
    order: z.enum(['greatest', 'least']).default('greatest').describe('which figures come first'),
    ...paging(50),
  }),
  item: result,
  example: { unit: 'x', min: '2', limit: '10' },
  tables: [{ ...figures, below: ['title', 'sentence'] }],
  run(graph, params) {
    const tests: ((result: ResultNode, id: string) => boolean)[] = [];
    for (const slot of Object.keys(SLOTS) as Slot[]) if (params[slot] !== undefined) tests.push(inSlot(graph, slot, params[slot]));
    if (params.technique !== undefined) {
      const technique = findNode(graph, params.technique, ['technique']);
      tests.push((result) => linked(graph, result.evidence.paper, technique, 'proposes'));
    }
    if (params.paper !== undefined) {
      const paper = findNode(graph, params.paper, ['paper']);
      tests.push((result) => result.evidence.paper === paper);
    }
    const { direction, unit, min, max } = params;
    if (direction) tests.push((result) => result.direction === direction);
    if (unit !== undefined) tests.push(({ quantity }) => quantity !== undefined && unitKey(quantity.unit) === unitKey(unit));
    if (min !== undefined) tests.push(({ quantity }) => quantity !== undefined && quantity.high >= min);
    if (max !== undefined) tests.push(({ quantity }) => quantity !== undefined && quantity.low <= max);

    const ids = idsOf(graph, (kind) => kind === 'result').filter((id) => tests.every((test) => test(resultAt(graph, id), id)));
    const first = params.order === 'least' ? least : greatest;
    ranked(ids, (id) => first(resultAt(graph, id)), (id) => id); // prettier-ignore
    return page(ids, params, (id) => resultItem(graph, id));
  },
});

// Finite, because two infinities have no difference to sort by: figures that could not be read come last.
const greatest = ({ quantity }: ResultNode): number => quantity?.high ?? -Number.MAX_VALUE;
const least = ({ quantity }: ResultNode): number => -(quantity?.low ?? Number.MAX_VALUE);

const unitKey = (unit: string): string => {
  const key = unit.trim().toLowerCase();
  return key === '×' ? 'x' : key === 'percent' ? '%' : key;
};

const linked = (graph: KnowledgeGraph, from: string, to: string, kind: EdgeKind): boolean =>
  graph.hasNode(from) && graph.outEdges(from, to).some((key) => graph.getEdgeAttribute(key, 'kind') === kind);

/** By the entity that the name stands for; a quantity that the text names but that is no entity goes by its words. */
function inSlot(graph: KnowledgeGraph, slot: Slot, name: string): (result: ResultNode, id: string) => boolean {
  const [edge, kind] = SLOTS[slot];
  const wanted = nameKey(name);
  const byWords = (result: ResultNode): boolean => result[slot] !== null && nameKey(result[slot]) === wanted;
  const known = bearers(graph, name, [kind as NodeKind]);
  const inText = graph.someNode((_, node) => node.kind === 'result' && byWords(node));
  if (known.length !== 1 && inText) return byWords;
  const entity = findNode(graph, name, [kind as NodeKind]);
  return (result, id) => linked(graph, id, entity, edge) || byWords(result);
}
