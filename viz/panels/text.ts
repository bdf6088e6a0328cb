/** Text of papers with what it names marked in it. */
import type { Evidence, KnowledgeGraph, PaperNode } from '../../src/graph.ts';
import { textOf } from '../../src/model.ts';
import { el } from '../dom.ts';
import type { Action } from '../state.ts';
import { KIND_NAMES } from '../kinds.ts';
import type { Asker } from '../asker.ts';
import { marksOf, pieces, sentenceBounds, type Named } from '../marks.ts';
import type { Model } from '../model.ts';

export interface Reading {
  /** What is read, with all that it is linked with. */
  graph: KnowledgeGraph;
  model: Model;
  asker: Asker;
  /** Opens a node in the panel. */
  open(id: string): void;
  /** Lights a node up on the map while the pointer or the focus is on its name. */
  point(id: string | null): void;
  dispatch(action: Action): void;
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
    else out.append(el('mark', { className: 'figure', attr: { 'data-kind': 'result', 'data-result': result } }, part));
  }
  return out;
}

function nameMark({ graph, open, point }: Reading, { node, kind }: Named, words: string, quiet: boolean): HTMLElement {
  const mark = el(
    'mark',
    { attr: { 'data-kind': kind, 'data-node': node }, title: `${KIND_NAMES[kind][0]}: ${graph.getNodeAttribute(node, 'label')}` },
    words,
  );
  if (quiet) return mark;
  mark.tabIndex = 0;
  mark.setAttribute('role', 'link');
  mark.addEventListener('click', () => open(node));
  mark.addEventListener('keydown', (event) => event.key === 'Enter' && open(node));
  mark.addEventListener('pointerenter', () => point(node));
  mark.addEventListener('pointerleave', () => point(null));
  return mark;
}

export interface Said {
  evidence: Evidence;
  /** What the evidence names or claims. */
  node: string;
}

/** The sentence that pieces of evidence stand in (all in the first one's), each of them marked. */
export function quoteOf(reading: Reading, ...said: readonly Said[]): HTMLElement {
  const first = said[0]!.evidence;
  const paper = reading.graph.getNodeAttributes(first.paper) as PaperNode;
  const { start, end } = sentenceBounds(paper, first.sentence);
  const marks = said.map(({ evidence, node }): Named => ({
    start: evidence.start,
    end: evidence.end,
    node,
    kind: reading.graph.getNodeAttribute(node, 'kind'),
  }));
  return el('q', 'quote', markedText(reading, first.paper, start, end, marks));
}
