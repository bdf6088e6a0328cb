import { z } from 'zod';
import { NODE_KINDS } from '../graph.ts';
import type { KnowledgeGraph } from '../graph.ts';
import { textOf } from '../model.ts';
import { entityAt, isEntity, kindOf, labelOf, paperAt, quote, quotes } from './access.ts';
import { expand, fullText, lookUp } from './full-text.ts';
import type { Hit } from './full-text.ts';
import { page, paging, someOf } from './params.ts';
import { evidence, nodeId, nodeKind } from './shapes.ts';
import type { Quote } from './shapes.ts';
import { placesOf } from './text/words.ts';
import { query } from './types.ts';

const MAX_QUOTES = 3;
const KINDS = NODE_KINDS.filter((kind) => kind !== 'result') as unknown as readonly [
  'paper',
  'technique',
  'dataset',
  'hardware',
  'metric',
  'task',
];

const match = z.strictObject({
  id: nodeId,
  kind: nodeKind,
  label: z.string(),
  papers: z.int().optional().describe('how many papers name the entity'),
  score: z.number(),
  evidence,
});

export default query({
  id: 'search',
  summary: 'Papers and entities by words of their names, titles and abstracts; typos and beginnings of words are allowed.',
  params: z.strictObject({
    text: z.string().describe('what to look for'),
    kinds: someOf(KINDS).optional().describe('only nodes of these kinds, with commas between them'),
    ...paging(20),
  }),
  item: match,
  given: ['text'],
  example: { text: 'knowledge distillation', kinds: 'paper,technique' },
  tables: [{ columns: ['kind', 'label', 'papers', 'id'], below: ['sentence'] }],
  run(graph, { text, kinds, ...paging }) {
    const index = fullText(graph);
    const words = expand(index, text).map((forms) => new Set([...forms.keys()].map((w) => index.words[w]!)));
    return page(lookUp(graph, text, kinds), paging, (hit) => found(graph, hit, words));
  },
});

function found(graph: KnowledgeGraph, { id, score }: Hit, words: readonly ReadonlySet<string>[]): z.output<typeof match> {
  const kind = kindOf(graph, id);
  const evidence = isEntity(kind) ? mentions(graph, id) : sentences(graph, id, words);
  return { id, kind, label: labelOf(graph, id), ...(isEntity(kind) && { papers: entityAt(graph, id).papers }), score, evidence };
}

/** Where papers name the entity, the strongest link first. */
function mentions(graph: KnowledgeGraph, id: string): Quote[] {
  const edges = graph
    .inEdges(id)
    .sort((a, b) => graph.getEdgeAttribute(b, 'weight') - graph.getEdgeAttribute(a, 'weight') || (a < b ? -1 : 1));
  return quotes(
    graph,
    edges.slice(0, MAX_QUOTES).flatMap((key) => graph.getEdgeAttribute(key, 'evidence').slice(0, 1)),
  );
}

/** The sentences that hold most of the words asked for. */
function sentences(graph: KnowledgeGraph, id: string, words: readonly ReadonlySet<string>[]): Quote[] {
  const paper = paperAt(graph, id);
  const text = textOf(paper);
  return paper.sentences
    .map(([from, to], sentence) => {
      const places = placesOf(text.slice(from, to));
      const held = words.flatMap((forms) => places.find(({ word }) => forms.has(word)) ?? []);
      const [first = { start: 0, end: 0 }] = held;
      return { count: held.length, evidence: { paper: id, sentence, start: from + first.start, end: from + first.end } };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.evidence.start - b.evidence.start)
    .slice(0, MAX_QUOTES)
    .map(({ evidence }) => quote(graph, evidence));
}
