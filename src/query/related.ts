import { z } from 'zod';
import type { EdgeKind, KnowledgeGraph } from '../graph.ts';
import { kindOf, labelOf, paperAt, quote, ranked } from './access.ts';
import { page, paging } from './params.ts';
import { findNode } from './reference.ts';
import { evidence, namedNode, nodeId } from './shapes.ts';
import { likeness, shared, similarity } from './similarity.ts';
import type { Similarity } from './similarity.ts';
import { query } from './types.ts';

const MAX_SHARED = 5;
const MAX_WORDS = 6;
/** Below this part of the score a shared word explains nothing. */
const LEAST_PART = 0.005;

const DOES: Partial<Record<EdgeKind, [both: string, one: string]>> = {
  proposes: ['propose', 'proposes'],
  uses: ['use', 'uses'],
  compares_with: ['compare with', 'compares with'],
  mentions: ['mention', 'mentions'],
  evaluated_on: ['evaluate on', 'evaluates on'],
  targets: ['target', 'targets'],
  measures: ['measure', 'measures'],
  addresses: ['address', 'addresses'],
};

const relation = z.strictObject({
  id: nodeId,
  title: z.string(),
  score: z.number().describe('how near, 0 to 1'),
  why: z.array(z.string()),
  shared: z.array(namedNode.extend({ part: z.number().describe('its part of the score') })),
  evidence,
});

export default query({
  id: 'related',
  summary: 'Papers related to one, best first, each with what the relation rests on.',
  params: z.strictObject({
    paper: z.string().describe('the paper: a node id, the id its source gives it, or its title'),
    ...paging(10),
  }),
  item: relation,
  given: ['paper'],
  example: { paper: 'PAPER', limit: '5' },
  tables: [{ columns: ['score', 'title'], below: ['id', 'why'] }],
  run(graph, { paper, ...paging }) {
    const index = similarity(graph);
    const row = index.row.get(findNode(graph, paper, ['paper']))!;
    const found = Array.from(likeness(index, row), (value, other) => ({ other, score: Math.round(value * 1e6) / 1e6 })).filter(
      ({ other, score }) => other !== row && score > 0,
    );
    const best = ranked(found, ({ score }) => score, ({ other }) => index.papers[other]!); // prettier-ignore
    return page(best, paging, ({ other, score }) => relate(graph, index, row, other, score));
  },
});

function relate(graph: KnowledgeGraph, index: Similarity, from: number, to: number, score: number): z.output<typeof relation> {
  const { entities, words, papers } = index;
  const [here, there] = [papers[from]!, papers[to]!];
  const parts = shared(index, from, to);
  const common = parts
    .filter(({ term }) => term >= words.length)
    .slice(0, MAX_SHARED)
    .map(({ term, part }) => ({ id: entities[term - words.length]!, part }));
  const why = common.map(({ id }) => `${labelOf(graph, id)}: ${reason(graph, id, here, there)}`);
  const said = parts.filter(({ term, part }) => term < words.length && part >= LEAST_PART).slice(0, MAX_WORDS);
  if (said.length) why.push(`words in common: ${said.map(({ term }) => words[term]!).join(', ')}`);
  return {
    id: there,
    title: paperAt(graph, there).title,
    score,
    why,
    shared: common.map(({ id, part }) => ({ id, label: labelOf(graph, id), kind: kindOf(graph, id), part: Math.round(part * 1e6) / 1e6 })),
    evidence: common.flatMap(({ id }) => [here, there].flatMap((paper) => firstEvidence(graph, paper, id))),
  };
}

/** What a paper does with an entity: the kind of its first edge in the order of the vocabulary. */
function link(graph: KnowledgeGraph, paper: string, entity: string) {
  const order = Object.keys(DOES);
  const edges = graph.outEdges(paper, entity).filter((key) => order.includes(graph.getEdgeAttribute(key, 'kind')));
  const place = (key: string): number => order.indexOf(graph.getEdgeAttribute(key, 'kind'));
  const first = edges.sort((a, b) => place(a) - place(b))[0];
  return first === undefined ? undefined : graph.getEdgeAttributes(first);
}

function reason(graph: KnowledgeGraph, entity: string, here: string, there: string): string {
  const [a, b] = [link(graph, here, entity), link(graph, there, entity)];
  const said =
    a && b && (a.kind === b.kind ? `both ${DOES[a.kind]![0]} it` : `this paper ${DOES[a.kind]![1]} it, that one ${DOES[b.kind]![1]} it`);
  const count = graph.inboundNeighbors(entity).filter((id) => kindOf(graph, id) === 'paper').length;
  return `${said ?? 'both name it'} (in ${count} papers)`;
}

function firstEvidence(graph: KnowledgeGraph, paper: string, entity: string) {
  const evidence = link(graph, paper, entity)?.evidence[0];
  return evidence ? [quote(graph, evidence)] : [];
}
