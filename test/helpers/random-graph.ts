import fc from 'fast-check';
import { resolve } from '../../pipeline/4-resolve/resolve.ts';
import { assemble } from '../../pipeline/5-assemble/assemble.ts';
import type { EdgeKind, KnowledgeGraph, PaperNode, ResultNode } from '../../src/graph.ts';
import { CLAIM_KINDS, ROLES } from '../../src/model.ts';
import type { Record } from '../../src/model.ts';
import { claim, entity, mark, record, result } from './made.ts';

const techniques = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Alpha-Large'];
const datasets = ['GLUE', 'SQuAD', 'COCO'];
const metrics = ['accuracy', 'FLOPs', 'latency'];
const hardware = ['GPU', 'iPhone 8', 'smartphone', 'A100'];

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const slot = (values: readonly string[]) => fc.option(fc.constantFrom(...values));
const span = fc.tuple(fc.nat(40), fc.nat(2)).map(([start, sentence]) => mark(start, sentence));
const quantity = fc
  .record({ low: fc.integer({ min: 1, max: 120 }), more: fc.constantFrom(0, 0, 5), unit: fc.constantFrom('%', 'x', 'ms', 's', '') })
  .map(({ low, more, unit }) => ({ low, high: low + more, unit }));
const anyResult = fc
  .record({
    quantity: fc.option(quantity, { nil: undefined }),
    metric: slot([...metrics, 'speed']),
    baseline: slot(techniques),
    dataset: slot(datasets),
    hardware: slot(hardware),
    direction: fc.constantFrom('increase', 'decrease', 'value'),
    span,
  })
  .map(({ quantity, ...more }) => result('1', { ...more, ...(quantity && { quantity }) }));
const anyClaim = fc
  .record({ kind: fc.constantFrom(...CLAIM_KINDS), baseline: slot(techniques), span })
  .map(({ kind, baseline, span }) => claim(kind, baseline, { span }));
const date = fc.option(fc.record({ year: fc.integer({ min: 2021, max: 2024 }), month: fc.integer({ min: 1, max: 12 }) }), {
  nil: undefined,
});

const anyPaper = fc.record({
  techniques: fc.tuple(
    ...techniques.map((name) =>
      fc.option(
        fc
          .record({ role: fc.constantFrom(...ROLES), place: span, forms: fc.constantFrom<string[]>([name], [name, `${name}s`]) })
          .map(({ role, place, forms }) => entity('technique', name, { role, forms, mentions: [place] })),
      ),
    ),
  ),
  datasets: some(datasets),
  metrics: some(metrics),
  hardware: some(hardware),
  results: fc.array(anyResult, { maxLength: 4 }),
  claims: fc.array(anyClaim, { maxLength: 3 }),
  date,
  community: fc.constantFrom('c0', 'c1', null),
});

/** Up to nine papers on the same few things, as the pipeline makes a graph of their records. */
export const anyGraph: fc.Arbitrary<KnowledgeGraph> = fc.array(anyPaper, { minLength: 1, maxLength: 9 }).map((papers) => {
  const records = papers.map(({ techniques, datasets, metrics, hardware, results, claims, date }, i): Record => {
    const entities = [
      ...techniques.filter((each) => each !== null),
      ...datasets.map((name) => entity('dataset', name)),
      ...metrics.map((name) => entity('metric', name)),
      ...hardware.map((name) => entity('hardware', name)),
    ];
    return record(`p${i}`, entities, { results, claims, ...(date && { date }) });
  });
  const { graph } = assemble(resolve(records, []));
  papers.forEach(({ community }, i) => graph.setNodeAttribute(`paper:p${i}`, 'community' as never, community as never));
  graph.setAttribute(
    'communities',
    ['c0', 'c1'].map((id) => ({
      id,
      label: `label ${id}`,
      size: papers.filter((each) => each.community === id).length,
      color: '#000000',
      top: [],
    })),
  );
  return graph;
});

/** The graph as plain lists, for oracles that look at everything. */
export function plain(graph: KnowledgeGraph) {
  const { nodes, edges } = graph.export();
  const edge = edges.map(({ key, source, target, attributes }) => ({ key: key!, source, target, ...attributes! }));
  return {
    papers: nodes
      .filter(({ attributes }) => attributes!.kind === 'paper')
      .map(({ key, attributes }) => ({ id: key, ...(attributes as PaperNode) })),
    results: nodes
      .filter(({ attributes }) => attributes!.kind === 'result')
      .map(({ key, attributes }) => ({ id: key, ...(attributes as ResultNode) })),
    ids: nodes.map(({ key }) => key),
    edges: edge,
    /** Whether there is an edge of one of some kinds. */
    joined: (source: string, target: string, ...kinds: EdgeKind[]): boolean =>
      edge.some((each) => each.source === source && each.target === target && kinds.includes(each.kind)),
  };
}
