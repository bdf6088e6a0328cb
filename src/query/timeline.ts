import { z } from 'zod';
import type { EntityNode, KnowledgeGraph, NodeAttributes } from '../graph.ts';
import { ENTITY_TYPES } from '../model.ts';
import { entityAt, isEntity, kindOf, labelOf } from './access.ts';
import { axisOf } from './axis.ts';
import type { Axis } from './axis.ts';
import { firstNamed, papersNaming } from './links.ts';
import { page, paging, someOf, whole } from './params.ts';
import { nameOf, PERIODS } from './periods.ts';
import { findNode } from './reference.ts';
import { date, evidence, nodeId, nodeKind } from './shapes.ts';
import { tick } from './time.ts';
import { query } from './types.ts';
import { span } from './when.ts';

const line = z.strictObject({
  id: nodeId,
  label: z.string(),
  kind: nodeKind,
  papers: z.int().describe('how many papers of the span name it'),
  rise: z
    .number()
    .describe('how surely it is rising (above 0) or fading: z of its share in the later half of the papers against the earlier'),
  before: z.number().describe('its share of the papers of the earlier half'),
  after: z.number().describe('its share of the papers of the later half'),
  trend: z.string().describe('its share of the papers, period by period'),
  counts: z.array(z.strictObject({ period: z.string(), papers: z.int(), of: z.int().describe('all papers of the period') })),
  firstSeen: date.optional(),
  evidence,
});

export default query({
  id: 'timeline',
  summary: 'Entities over time: what is rising, what is fading, period by period.',
  params: z.strictObject({
    entity: z.string().optional().describe('only this entity: an id, a label or an alias'),
    kinds: someOf(ENTITY_TYPES).optional().describe('only entities of these kinds, with commas between them'),
    order: z.enum(['rising', 'fading', 'papers']).default('rising').describe('which come first'),
    min: whole(1, 1e6).default(3).describe('only entities that so many papers of the span name'),
    period: z.enum(PERIODS).optional().describe('length of a period; without it, one that fits the span'),
    ...span,
    ...paging(20),
  }),
  item: line,
  given: ['entity'],
  example: { kinds: 'technique', order: 'rising' },
  tables: [{ columns: ['trend', 'rise', 'papers', 'kind', 'label', 'firstSeen', 'id'] }],
  run(graph, { entity, kinds, order, min, period, since, until, ...paging }) {
    const axis = axisOf(graph, { since, until }, period);
    const one = entity === undefined ? undefined : findNode(graph, entity, ENTITY_TYPES);
    const wanted = (node: NodeAttributes): boolean =>
      isEntity(node.kind) && (!kinds || kinds.includes(node.kind)) && (node as EntityNode).papers >= min;
    const ids = one === undefined ? graph.filterNodes((_, node) => wanted(node)) : [one];
    const lines = ids
      .map((id) => course(axis, id, papersNaming(graph).get(id) ?? []))
      .filter(({ papers }) => one !== undefined || papers >= min);
    const first = { rising: (a: Course) => -a.rise, fading: (a: Course) => a.rise, papers: (a: Course) => -a.papers }[order];
    lines.sort((a, b) => first(a) - first(b) || b.papers - a.papers || (a.id < b.id ? -1 : 1));
    const found = page(lines, paging, (each) => spelled(graph, axis, each));
    const notes = axis.totals.length
      ? [
          `From ${nameOf(axis.first, axis.period)} to ${nameOf(axis.first + axis.totals.length - 1, axis.period)}, a sign a ${axis.period}; the later half begins with ${nameOf(axis.first + axis.half, axis.period)}.`,
        ]
      : ['No paper of the span has a date.'];
    return { ...found, notes };
  },
});

interface Course {
  id: string;
  counts: number[];
  papers: number;
  rise: number;
  before: number;
  after: number;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

function course({ place, totals, half }: Axis, id: string, papers: readonly string[]): Course {
  tick();
  const counts = totals.map(() => 0);
  for (const paper of papers) {
    const at = place.get(paper);
    if (at !== undefined) counts[at]!++;
  }
  const [y0, y1, n0, n1] = [counts.slice(0, half), counts.slice(half), totals.slice(0, half), totals.slice(half)].map(sum) as [
    number,
    number,
    number,
    number,
  ];
  const before = n0 ? y0 / n0 : 0;
  const after = n1 ? y1 / n1 : 0;
  return { id, counts, papers: y0 + y1, rise: proportions(y0, n0, y1, n1), before: rounded(before, 4), after: rounded(after, 4) };
}

/** z of two proportions, pooled: 2 or more is hardly chance. */
function proportions(y0: number, n0: number, y1: number, n1: number): number {
  const p = (y0 + y1) / (n0 + n1);
  const spread = Math.sqrt(p * (1 - p) * (1 / n0 + 1 / n1));
  return spread > 0 && Number.isFinite(spread) ? rounded((y1 / n1 - y0 / n0) / spread, 2) : 0;
}

const SIGNS = '▁▂▃▄▅▆▇█';

function spelled(graph: KnowledgeGraph, { first, period, totals }: Axis, { id, counts, ...course }: Course): z.output<typeof line> {
  const shares = counts.map((count, i) => (totals[i] ? count / totals[i]! : 0));
  const most = Math.max(...shares);
  const { firstSeen } = entityAt(graph, id);
  return {
    id,
    label: labelOf(graph, id),
    kind: kindOf(graph, id),
    ...course,
    trend: shares.map((share) => (share ? SIGNS[Math.round((share / most) * (SIGNS.length - 1))] : '·')).join(''),
    counts: counts.map((papers, i) => ({ period: nameOf(first + i, period), papers, of: totals[i]! })),
    ...(firstSeen && { firstSeen }),
    evidence: firstNamed(graph, id),
  };
}
