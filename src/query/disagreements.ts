import { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';
import { labelOf, paperAt, quotes, resultAt } from './access.ts';
import { perGraph } from './cache.ts';
import { measure } from './figure.ts';
import { namedNodeOf, targetsOf } from './links.ts';
import { page, paging } from './params.ts';
import { findNode } from './reference.ts';
import { date, evidence, namedNode, nodeId, quote } from './shapes.ts';
import { groundOf, resultIndex } from './slots.ts';
import { tick } from './time.ts';
import { query } from './types.ts';

const side = z.strictObject({
  says: z.string(),
  paper: nodeId,
  title: z.string(),
  date: date.optional(),
  evidence: z.array(quote),
});
type Side = z.output<typeof side>;

const disagreement = z.strictObject({
  about: z
    .enum(['order', 'rank', 'figure'])
    .describe('"order": each is said to beat the other; "rank": said to beat it and only to match it; "figure": two figures on one ground'),
  nodes: z.array(namedNode).describe('the techniques, the metric and the dataset that it is about'),
  sides: z.array(side),
  evidence,
});
type Found = Omit<z.output<typeof disagreement>, 'nodes' | 'evidence'> & { nodes: string[] };

export default query({
  id: 'disagreements',
  summary: 'Where papers contradict each other: A beats B here and B beats A there, or figures that differ on the same ground.',
  params: z.strictObject({
    technique: z.string().optional().describe('only about this technique: an id, a label or an alias'),
    ...paging(20),
  }),
  item: disagreement,
  given: ['technique'],
  example: { technique: 'TECHNIQUE' },
  tables: [
    {
      columns: ['about', 'nodes', 'date', 'says'],
      below: ['title', 'sentence'],
      rows: ({ about, nodes, sides }) => sides.map((side) => ({ about, nodes, ...side })),
    },
  ],
  run(graph, { technique, ...paging }) {
    const id = technique === undefined ? undefined : findNode(graph, technique, ['technique']);
    const found = all(graph).filter(({ nodes }) => id === undefined || nodes.includes(id));
    const spelled = page(found, paging, ({ nodes, ...rest }) => ({
      ...rest,
      nodes: nodes.map((each) => namedNodeOf(graph, each)),
      evidence: rest.sides.flatMap((each) => each.evidence),
    }));
    return found.length
      ? spelled
      : { ...spelled, notes: ['No two papers contradict each other here, as far as their abstracts claim the same thing.'] };
  },
});

const all = perGraph((graph): Found[] => {
  const found = [...claims(graph), ...figures(graph)];
  const key = ({ about, nodes, sides }: Found): string => `${about} ${nodes.join(' ')} ${sides.map(({ paper }) => paper).join(' ')}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
});

interface Claim {
  subject: string;
  object: string;
  kind: 'outperforms' | 'matches';
  side: Side;
}

/** Claims without a figure between two techniques, one a paper; a paper that claims for itself speaks for what it proposes. */
function claimsOf(graph: KnowledgeGraph): Claim[] {
  const found: Claim[] = [];
  graph.forEachEdge((_key, { kind, evidence }, source, object) => {
    if (kind !== 'outperforms' && kind !== 'matches') return;
    const subjects = source.startsWith('paper:') ? targetsOf(graph, source, 'proposes') : [source];
    for (const subject of subjects)
      for (const paper of new Set(evidence.map((each) => each.paper))) {
        const says = `${labelOf(graph, subject)} ${kind} ${labelOf(graph, object)}`;
        const own = evidence.filter((each) => each.paper === paper);
        found.push({ subject, object, kind, side: { says, ...paperOf(graph, paper), evidence: quotes(graph, own) } });
      }
  });
  return found;
}

const paperOf = (graph: KnowledgeGraph, paper: string): Pick<Side, 'paper' | 'title' | 'date'> => {
  const { title, date } = paperAt(graph, paper);
  return { paper, title, ...(date && { date }) };
};

/** Pairs of techniques of which papers say different things. */
function claims(graph: KnowledgeGraph): Found[] {
  const pairs = new Map<string, Claim[]>();
  for (const claim of claimsOf(graph)) {
    if (claim.subject === claim.object) continue;
    const key = [claim.subject, claim.object].sort((a, b) => (a < b ? -1 : 1)).join(' ');
    pairs.set(key, [...(pairs.get(key) ?? []), claim]);
  }
  return [...pairs].flatMap(([key, both]): Found[] => {
    tick();
    const nodes = key.split(' ');
    const won = nodes.map((id) => both.filter(({ subject, kind }) => subject === id && kind === 'outperforms'));
    const sides = (claims: Claim[]): Side[] =>
      claims.map((claim) => claim.side).sort((a, b) => (a.paper + a.says < b.paper + b.says ? -1 : 1));
    if (won.every((wins) => wins.length)) return [{ about: 'order', nodes, sides: sides(won.flat()) }];
    const drawn = both.filter(({ kind }) => kind === 'matches');
    const elsewhere = drawn.some(({ side }) => won.flat().some((win) => win.side.paper !== side.paper));
    return elsewhere ? [{ about: 'rank', nodes, sides: sides(both) }] : [];
  });
}

/** Figures of one technique on one metric and dataset, of one kind and over one baseline, that differ from paper to paper. */
function figures(graph: KnowledgeGraph): Found[] {
  const grounds = new Map<string, { nodes: string[]; ids: string[] }>();
  for (const id of resultIndex(graph).ids) {
    tick();
    const result = resultAt(graph, id);
    const [metric, dataset, baseline = '', hardware = ''] = (['metric', 'dataset', 'baseline', 'hardware'] as const).map((slot) =>
      groundOf(graph, id, slot),
    );
    const figure = measure(result);
    if (metric === undefined || dataset === undefined || !figure) continue;
    for (const technique of targetsOf(graph, result.evidence.paper, 'proposes')) {
      const key = [technique, metric, dataset, baseline, hardware, result.direction, figure.scale].join(' ');
      const known = grounds.get(key);
      if (known) known.ids.push(id);
      else grounds.set(key, { nodes: [technique, metric, dataset].filter((node) => graph.hasNode(node)), ids: [id] });
    }
  }
  return [...grounds.values()]
    .filter(({ ids }) => differ(graph, ids))
    .map(({ nodes, ids }) => ({ about: 'figure', nodes, sides: ids.map((id) => figureSide(graph, id)) }));
}

/** Whether two papers give figures that do not overlap, and neither gives the other's too. */
function differ(graph: KnowledgeGraph, ids: readonly string[]): boolean {
  const papers = new Map<string, { low: number; high: number }[]>();
  for (const id of ids) {
    const result = resultAt(graph, id);
    const { paper } = result.evidence;
    papers.set(paper, [...(papers.get(paper) ?? []), measure(result)!]);
  }
  const all = [...papers.values()];
  const meet = (a: { low: number; high: number }, b: { low: number; high: number }): boolean => a.low <= b.high && b.low <= a.high;
  return all.some((some, i) => all.slice(i + 1).some((others) => !some.some((a) => others.some((b) => meet(a, b)))));
}

function figureSide(graph: KnowledgeGraph, id: string): Side {
  const { value, direction, metric, hedge, evidence } = resultAt(graph, id);
  const says = [hedge, value, direction === 'value' ? '' : direction, 'of', metric].filter(Boolean).join(' ');
  return { says, ...paperOf(graph, evidence.paper), evidence: quotes(graph, [evidence]) };
}
