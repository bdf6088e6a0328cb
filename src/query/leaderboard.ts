import { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';
import { labelOf, paperAt, resultAt } from './access.ts';
import { commonest, unlike } from './alike.ts';
import { senseOf } from './better.ts';
import { measure } from './figure.ts';
import { namedNodeOf, proposalsOf } from './links.ts';
import { looseKey } from './names.ts';
import { ORDERS } from './order.ts';
import type { Order } from './order.ts';
import { page, paging } from './params.ts';
import { figures, resultItem } from './result-item.ts';
import { namedNode, result } from './shapes.ts';
import type { NamedNode } from './shapes.ts';
import { withSlot } from './slots.ts';
import { query } from './types.ts';
import { inSpan, span } from './when.ts';

const MAX_METHODS = 3;
const MAX_NEAR = 5;

const place = result.extend({
  methods: z.array(namedNode).describe('what the paper proposes, what its title names first'),
  unlike: z.array(z.string()).describe('in what the claim differs from most here, other than in the figure'),
});

export default query({
  id: 'leaderboard',
  summary: 'What is claimed on one metric and one dataset, side by side with the sentences, and a warning where claims are not alike.',
  params: z.strictObject({
    metric: z.string().describe('the metric: a name, an alias or a node id'),
    dataset: z.string().describe('the dataset: a name, an alias or a node id'),
    best: z.enum(ORDERS).optional().describe('which figures are best; without it, what is known of the metric'),
    ...span,
    ...paging(20),
  }),
  item: place,
  given: ['metric', 'dataset'],
  example: { metric: 'METRIC', dataset: 'DATASET' },
  tables: [
    {
      columns: ['value', 'direction', 'methods', 'baseline', 'hardware', 'date', 'unlike'],
      below: ['title', 'sentence'],
      rows: figures.rows,
    },
  ],
  run(graph, { metric, dataset, best, since, until, ...paging }) {
    const ofMetric = withSlot(graph, 'metric', metric);
    const onDataset = withSlot(graph, 'dataset', dataset);
    const inTime = (id: string): boolean => inSpan(paperAt(graph, resultAt(graph, id).evidence.paper).date, { since, until });
    const ids = [...ofMetric].filter((id) => onDataset.has(id) && inTime(id)).sort((a, b) => (a < b ? -1 : 1));
    const sense = best ? { best, why: '' } : senseOf(graph, nameOf(graph, metric), ofMetric);
    const odd = unlike(graph, ids);
    const some = [...odd.values()].filter((reasons) => reasons.length).length;
    const notes = [
      some ? `Not alike: ${some} of ${ids.length} claims differ from most in more than their figure; "unlike" says in what.` : '',
      ids.length ? sense.why : '',
      near(graph, ofMetric, onDataset, nameOf(graph, dataset)),
    ];
    const found = page(ranking(graph, ids, sense.best), paging, (id) => ({
      ...resultItem(graph, id),
      methods: methodsOf(graph, id),
      unlike: odd.get(id)!,
    }));
    return { ...found, notes: notes.filter(Boolean) };
  },
});

/** Figures reached before changes, those in the commonest unit first, then by the figure. */
function ranking(graph: KnowledgeGraph, ids: readonly string[], best: Order): string[] {
  const rows = ids.map((id) => ({ id, figure: measure(resultAt(graph, id)), reached: resultAt(graph, id).direction === 'value' }));
  const usual = commonest(rows.flatMap(({ reached, figure }) => (reached && figure ? [figure.scale] : [])));
  const group = ({ figure, reached }: (typeof rows)[number]): number =>
    (figure ? 0 : 4) + (reached ? 0 : 2) + (figure?.scale === usual ? 0 : 1);
  const value = ({ figure }: (typeof rows)[number]): number => (!figure ? 0 : best === 'least' ? figure.low : -figure.high);
  return rows.sort((a, b) => group(a) - group(b) || value(a) - value(b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

const nameOf = (graph: KnowledgeGraph, name: string): string => (graph.hasNode(name) ? labelOf(graph, name) : name);

const methodsOf = (graph: KnowledgeGraph, id: string): NamedNode[] =>
  proposalsOf(graph, resultAt(graph, id).evidence.paper)
    .slice(0, MAX_METHODS)
    .map((each) => namedNodeOf(graph, each.id));

/** Datasets of like names on which the same metric is claimed: they may be the same, or may not. */
function near(graph: KnowledgeGraph, ofMetric: ReadonlySet<string>, onDataset: ReadonlySet<string>, dataset: string): string {
  const key = looseKey(dataset);
  const counts = new Map<string, number>();
  for (const id of ofMetric) {
    const name = resultAt(graph, id).dataset;
    if (name === null || onDataset.has(id)) continue;
    if (looseKey(name).startsWith(key) || key.startsWith(looseKey(name))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MAX_NEAR);
  const list = names.map(([name, count]) => `${name} (${count})`).join(', ');
  return list && `The same metric is claimed on datasets of like names: ${list}.`;
}
