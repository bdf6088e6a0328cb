import { createGraph, edgeKey, type Evidence, type KnowledgeGraph, type Placed } from '../../src/graph.ts';
import { ENTITY_TYPES } from '../../src/model.ts';

const EDGES = { technique: 'proposes', dataset: 'evaluated_on', hardware: 'targets', metric: 'measures', task: 'addresses' } as const;
/** Ids have no blanks. */
const idOf = (text: string): string => text.replaceAll(/\s/g, '/');

/** A graph whose every text is one of some: for each of them a paper, an entity, a result and a community that bear it wherever they can. */
export function poisoned(texts: readonly string[]): KnowledgeGraph {
  const graph = createGraph();
  graph.setAttribute(
    'communities',
    texts.map((text, n) => ({ id: `community:${idOf(text)}`, label: text, size: 1, color: text, top: [`${ENTITY_TYPES[n % 5]}:${idOf(text)}`] })),
  ); // prettier-ignore
  for (const [n, text] of texts.entries()) {
    const angle = (2 * Math.PI * n) / texts.length;
    const placed: Placed = { label: text, community: `community:${idOf(text)}`, degree: 3, betweenness: 0, x: 50 * Math.cos(angle), y: 50 * Math.sin(angle), size: 2 }; // prettier-ignore
    const [paper, kind] = [`paper:${idOf(text)}`, ENTITY_TYPES[n % 5]!];
    const [entity, result] = [`${kind}:${idOf(text)}`, `result:${idOf(text)}/1`];
    const start = text.length + 1;
    const source = { file: text, record: 1, reader: text };
    graph.addNode(paper, {
      kind: 'paper', ...placed, title: text, abstract: `${text} is here.`, sentences: [[0, text.length], [start, start + text.length + 9]],
      date: { year: 2024, month: 1 + (n % 12) }, authors: { count: 1, names: [text] }, otherIds: [text], keywords: [text], url: text, links: [text], source, otherSources: [source],
      claims: [{ kind: 'first', dataset: text, span: { start, end: start + text.length, sentence: 1 } }],
    }); // prettier-ignore
    graph.addNode(entity, { kind, ...placed, x: placed.x * 0.9, aliases: [text, `${text} too`], papers: 2, joins: [{ form: text, rule: text as never, papers: 2, to: text, note: text }], parted: [{ other: paper, rule: text as never, note: text }] }); // prettier-ignore
    const evidence: Evidence = { paper, sentence: 1, start, end: start + text.length };
    graph.addNode(result, { kind: 'result', ...placed, y: placed.y * 0.9, value: text, direction: 'value', hedge: text, metric: text, baseline: text, dataset: text, hardware: text, evidence }); // prettier-ignore
    const said = { weight: 1, evidence: [evidence] };
    graph.addEdgeWithKey(edgeKey(EDGES[kind], paper, entity), paper, entity, { kind: EDGES[kind], ...said });
    graph.addEdgeWithKey(edgeKey('claims', paper, result), paper, result, { kind: 'claims', ...said });
  }
  return graph;
}
