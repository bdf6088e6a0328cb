import { z } from 'zod';
import type { KnowledgeGraph } from '../graph.ts';
import { entityAt, labelOf, paperAt, quote, quotes, resultAt } from './access.ts';
import { distinct, edgeFrom, firstQuote, namedNodeOf, NAMES_IT, sourcesOf, targetsOf } from './links.ts';
import { page, paging } from './params.ts';
import { findNode } from './reference.ts';
import { figures, resultItem } from './result-item.ts';
import { evidence, nodeId, nodeKind, result } from './shapes.ts';
import { sideOf } from './sides.ts';
import type { Side } from './sides.ts';
import { groundOf } from './slots.ts';
import { tick } from './time.ts';
import { query } from './types.ts';
import { byDate } from './when.ts';

const point = z.strictObject({
  about: z
    .enum(['claim', 'figure', 'ground', 'together', 'common'])
    .describe(
      '"claim" and "figure": one against the other; "ground": figures of both on one metric and dataset; "together": both named in one sentence; "common": both are linked to it',
    ),
  id: nodeId.describe('what is compared with, the result, the paper, or what is in common'),
  label: z.string(),
  kind: nodeKind,
  says: z.string(),
  figure: result.optional(),
  evidence,
});
type Point = z.output<typeof point>;
/** Spelled out only when its page is asked for. */
type Later = () => Point;

const side = (which: string) => z.string().describe(`${which}: a technique or a paper, by id, label, alias or title`);
const only = (about: Point['about']) => (item: Point) => (item.about === about ? [item] : []);

const measuredRows = (about: Point['about']) => (item: Point) =>
  only(about)(item).flatMap(({ figure, says }) => figures.rows(figure!).map((row) => ({ ...row, says })));

export default query({
  id: 'compare',
  summary: 'What two techniques or papers claim against each other, where both are named together, and on what they meet.',
  params: z.strictObject({ a: side('one side'), b: side('the other side'), ...paging(20) }),
  item: point,
  given: ['a', 'b'],
  example: { a: 'TECHNIQUE', b: 'OTHER' },
  tables: [
    { title: 'claims', columns: ['says'], below: ['sentence'], rows: only('claim') },
    { title: 'figures', columns: ['says', ...figures.columns], below: ['sentence'], rows: measuredRows('figure') },
    { title: 'figures on the same ground', columns: ['says', ...figures.columns], below: ['sentence'], rows: measuredRows('ground') },
    { title: 'named together', columns: ['label', 'id'], below: ['sentence'], rows: only('together') },
    {
      title: 'in common',
      columns: ['kind', 'label', 'says'],
      below: ['sentence'],
      rows: (item) => only('common')(item).flatMap((row) => row.evidence.map((quote) => ({ ...row, evidence: [quote] }))),
    },
  ],
  run(graph, { a, b, ...paging }) {
    const [one, other] = [a, b].map((name) => sideOf(graph, findNode(graph, name, ['technique', 'paper']))) as [Side, Side];
    const points = [
      ...claims(graph, one, other), ...claims(graph, other, one),
      ...measured(graph, one, other), ...measured(graph, other, one),
      ...onSameGround(graph, one, other),
      ...together(graph, one, other),
      ...common(graph, one, other),
    ]; // prettier-ignore
    return page(points, paging, (later) => later());
  },
});

/** Claims of one side about the other, without a figure. */
function claims(graph: KnowledgeGraph, one: Side, other: Side): Later[] {
  const found: Later[] = [];
  for (const subject of [...one.techniques, ...one.papers])
    for (const object of other.techniques)
      for (const kind of ['outperforms', 'matches'] as const) {
        const edge = subject === object ? undefined : edgeFrom(graph, subject, object, [kind]);
        if (!edge) continue;
        const says = `${labelOf(graph, subject)} ${kind} ${labelOf(graph, object)}`;
        found.push(() => ({ about: 'claim', ...namedNodeOf(graph, object), says, evidence: quotes(graph, edge.evidence) }));
      }
  return found;
}

/** Figures that papers of one side claim over the other. */
function measured(graph: KnowledgeGraph, one: Side, other: Side): Later[] {
  const results = other.techniques.flatMap((technique) => sourcesOf(graph, technique, 'over'));
  return results
    .filter((id) => one.papers.includes(resultAt(graph, id).evidence.paper))
    .map((id) => figurePoint(graph, 'figure', id, `${one.label} against ${other.label}`));
}

/** Figures of both sides on one metric and dataset, in the order of these. */
function onSameGround(graph: KnowledgeGraph, one: Side, other: Side): Later[] {
  const byGround = (side: Side): Map<string, string[]> => {
    const grounds = new Map<string, string[]>();
    for (const id of side.papers.flatMap((paper) => targetsOf(graph, paper, 'claims'))) {
      const [metric, dataset] = [groundOf(graph, id, 'metric'), groundOf(graph, id, 'dataset')];
      if (metric === undefined || dataset === undefined) continue;
      const ground = `${dataset} ${metric}`;
      grounds.set(ground, [...(grounds.get(ground) ?? []), id]);
    }
    return grounds;
  };
  const [here, there] = [byGround(one), byGround(other)];
  const shared = [...here.keys()].filter((ground) => there.has(ground)).sort((a, b) => (a < b ? -1 : 1));
  return shared.flatMap((ground) => [
    ...here.get(ground)!.map((id) => figurePoint(graph, 'ground', id, one.label)),
    ...there.get(ground)!.map((id) => figurePoint(graph, 'ground', id, other.label)),
  ]);
}

function figurePoint(graph: KnowledgeGraph, about: Point['about'], id: string, says: string): Later {
  return () => {
    const figure = resultItem(graph, id);
    return { about, ...namedNodeOf(graph, id), says, figure, evidence: figure.evidence };
  };
}

/** Sentences of any paper that name both. */
function together(graph: KnowledgeGraph, one: Side, other: Side): Later[] {
  const naming = (side: Side): Map<string, Map<number, { start: number; end: number }>> => {
    const papers = new Map<string, Map<number, { start: number; end: number }>>();
    for (const technique of side.techniques)
      for (const paper of sourcesOf(graph, technique, ...NAMES_IT)) {
        const sentences = papers.get(paper) ?? new Map();
        papers.set(paper, sentences);
        for (const each of edgeFrom(graph, paper, technique, NAMES_IT)!.evidence) sentences.set(each.sentence, each);
      }
    return papers;
  };
  const [here, there] = [naming(one), naming(other)];
  const papers = [...here.keys()].filter((paper) => there.has(paper));
  papers.sort((a, b) => byDate(paperAt(graph, a).date, paperAt(graph, b).date) || (a < b ? -1 : 1));
  return papers.flatMap((paper) => {
    tick();
    const sentences = [...here.get(paper)!].filter(([sentence]) => there.get(paper)!.has(sentence));
    const found = sentences.map(([sentence, span]) => ({ ...span, paper, sentence }));
    if (!found.length) return [];
    return [
      () => ({ about: 'together' as const, ...namedNodeOf(graph, paper), says: '', evidence: found.map((each) => quote(graph, each)) }),
    ];
  });
}

/** What both are linked to, each in papers of its own; that which few papers name comes first. */
function common(graph: KnowledgeGraph, one: Side, other: Side): Later[] {
  const own = new Set([...one.techniques, ...other.techniques]);
  const linked = (side: Side, against: Side): Map<string, string[]> => {
    const papers = new Map<string, string[]>();
    for (const paper of side.seenIn) {
      if (against.seenIn.includes(paper)) continue;
      for (const entity of targetsOf(graph, paper, ...NAMES_IT)) {
        const known = papers.get(entity);
        if (known) known.push(paper);
        else papers.set(entity, [paper]);
      }
    }
    return papers;
  };
  const [here, there] = [linked(one, other), linked(other, one)];
  const shared = [...here.keys()].filter((id) => there.has(id) && !own.has(id));
  const strength = (id: string): number => (here.get(id)!.length * there.get(id)!.length) / entityAt(graph, id).papers;
  shared.sort((a, b) => strength(b) - strength(a) || (a < b ? -1 : 1));
  return shared.map((id) => () => ({
    about: 'common',
    ...namedNodeOf(graph, id),
    says: `${does(graph, one, here.get(id)!, id)}; ${does(graph, other, there.get(id)!, id)}`,
    evidence: distinct([here.get(id)!, there.get(id)!].flatMap(([paper]) => firstQuote(graph, paper!, id))),
  }));
}

/** What the papers of a side do with an entity: "AlphaNet: evaluated on (2 papers)". */
function does(graph: KnowledgeGraph, { seers }: Side, papers: readonly string[], id: string): string {
  const kinds = NAMES_IT.filter((kind) => papers.some((paper) => edgeFrom(graph, paper, id, NAMES_IT)!.kind === kind));
  return `${seers}: ${kinds.join(', ').replaceAll('_', ' ')}${papers.length > 1 ? ` (${papers.length} papers)` : ''}`;
}
