import type { EntityNode, Evidence, KnowledgeGraph, NodeKind, PaperNode, ResultNode } from '../graph.ts';
import { sentenceOf } from '../model.ts';
import type { EntityType } from '../model.ts';
import type { Quote } from './types.ts';

/** The attributes of a node whose kind is known. */
export const paperAt = (graph: KnowledgeGraph, id: string): PaperNode => graph.getNodeAttributes(id) as PaperNode;
export const entityAt = (graph: KnowledgeGraph, id: string): EntityNode => graph.getNodeAttributes(id) as EntityNode;
export const resultAt = (graph: KnowledgeGraph, id: string): ResultNode => graph.getNodeAttributes(id) as ResultNode;
export const kindOf = (graph: KnowledgeGraph, id: string): NodeKind => graph.getNodeAttribute(id, 'kind');

/** What a person calls a node. */
export function labelOf(graph: KnowledgeGraph, id: string): string {
  const node = graph.getNodeAttributes(id);
  return node.kind === 'paper' ? node.title : node.kind === 'result' ? node.value : node.label;
}

/** A title as a sentence quotes it. */
export const titled = (graph: KnowledgeGraph, paper: string): string => `"${paperAt(graph, paper).title.replace(/\s+/g, ' ').trim()}"`;

/** Reasons as people read them: a node is called by its label, a rule stays as it is. */
export const named = (graph: KnowledgeGraph, why: readonly string[] = []): string[] =>
  why.map((reason) => (graph.hasNode(reason) ? labelOf(graph, reason) : reason));

export const isEntity = (kind: NodeKind): kind is EntityType => kind !== 'paper' && kind !== 'result';

/** Node ids of some kinds, in code-unit order. */
export const idsOf = (graph: KnowledgeGraph, wanted: (kind: NodeKind) => boolean): string[] =>
  graph.filterNodes((_, node) => wanted(node.kind)).sort((a, b) => (a < b ? -1 : 1));

/** Evidence with its sentence spelled out. */
export function quote(graph: KnowledgeGraph, { paper, sentence, start, end }: Evidence): Quote {
  return { paper, sentence: graph.hasNode(paper) ? sentenceOf(paperAt(graph, paper), sentence) : '', start, end };
}

/** At most a quote a sentence: several mentions in one sentence say it once. */
export function quotes(graph: KnowledgeGraph, evidence: readonly Evidence[]): Quote[] {
  const seen = new Set<string>();
  return evidence.flatMap((each) => {
    const key = `${each.paper} ${each.sentence}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [quote(graph, each)];
  });
}

/** Strongest first; ties in code-unit order of a key, so that the order never depends on the input's. */
export const ranked = <T>(items: T[], value: (item: T) => number, key: (item: T) => string): T[] =>
  items.sort((a, b) => value(b) - value(a) || (key(a) < key(b) ? -1 : 1));
