/** Text of papers with what it names marked in it. */
import type { KnowledgeGraph, PaperNode } from '../../src/graph.ts';
import { textOf, type Span } from '../../src/model.ts';
import { el } from '../dom.ts';
import { KIND_NAMES } from '../kinds.ts';
import { marksOf, pieces, sentenceBounds, type Named } from '../marks.ts';

export interface Reading {
  graph: KnowledgeGraph;
  /** Opens a node in the panel. */
  open(id: string): void;
  /** Lights a node up on the map while the pointer or the focus is on its name. */
  point(id: string | null): void;
}

/** A stretch of a paper's text, every name in it a link to its node; `only` keeps the marks of one node. */
export function markedText(reading: Reading, id: string, from: number, to: number, only?: readonly Named[]): DocumentFragment {
  const { graph } = reading;
  const paper = graph.getNodeAttributes(id) as PaperNode;
  const text = textOf(paper);
  const out = document.createDocumentFragment();
  for (const { start, end, mark, result } of pieces(only ?? marksOf(graph, id), from, to)) {
    const words = text.slice(start, end);
    const part: Node = mark ? nameMark(reading, mark, words, only !== undefined) : document.createTextNode(words);
    if (result === null) out.append(part);
    else out.append(el('span', { className: 'figure', attr: { 'data-result': result } }, part));
  }
  return out;
}

function nameMark({ graph, open, point }: Reading, { node, kind }: Named, words: string, quiet: boolean): HTMLElement {
  const mark = el('mark', { attr: { 'data-kind': kind, 'data-node': node }, title: `${KIND_NAMES[kind][0]}: ${graph.getNodeAttribute(node, 'label')}` }, words);
  if (quiet) return mark;
  mark.tabIndex = 0;
  mark.setAttribute('role', 'link');
  mark.addEventListener('click', () => open(node));
  mark.addEventListener('keydown', (event) => event.key === 'Enter' && open(node));
  mark.addEventListener('pointerenter', () => point(node));
  mark.addEventListener('pointerleave', () => point(null));
  return mark;
}

/** The sentence that a piece of evidence stands in, with the evidence itself marked as naming `node`. */
export function quoteOf(reading: Reading, evidence: Span & { paper: string; sentence: number }, node: string): HTMLElement {
  const paper = reading.graph.getNodeAttributes(evidence.paper) as PaperNode;
  const { start, end } = sentenceBounds(paper, evidence.sentence);
  const named: Named = { start: evidence.start, end: evidence.end, node, kind: reading.graph.getNodeAttribute(node, 'kind') };
  const whole = named.kind === 'result' ? [{ ...named, kind: 'result' as const }] : [named];
  return el('q', 'quote', markedText(reading, evidence.paper, start, end, whole));
}
