/** The panel beside the map: whatever is selected. */
import type { KnowledgeGraph } from '../../src/graph.ts';
import { button, el } from '../dom.ts';
import { communityOf } from '../view.ts';
import { communityPanel } from './community.ts';
import { entityPanel } from './entity.ts';
import { paperPanel } from './paper.ts';
import { resultPanel } from './result.ts';
import type { Reading } from './text.ts';

export class Details {
  readonly node: HTMLElement;
  readonly #reading: Reading;
  readonly #body = el('div', { className: 'body', attr: { 'aria-live': 'polite' } });
  #shown: string | null = null;

  constructor(reading: Reading, close: () => void) {
    this.#reading = reading;
    const shut = button('close', close, '×');
    shut.setAttribute('aria-label', 'Close the panel');
    this.node = el('aside', { id: 'details', hidden: true, attr: { 'aria-label': 'Details' } }, shut, this.#body);
  }

  /** Shows a node or community; null or an unknown id closes the panel. Returns whether it is open. */
  show(id: string | null): boolean {
    if (id === this.#shown) return !this.node.hidden;
    this.#shown = id;
    const children = id === null ? [] : content(this.#reading, this.#reading.graph, id);
    this.node.hidden = children.length === 0;
    this.node.dataset.id = id ?? '';
    this.#body.replaceChildren(...children.filter((child): child is Node | string => !!child));
    this.#body.scrollTop = 0;
    return !this.node.hidden;
  }
}

function content(reading: Reading, graph: KnowledgeGraph, id: string) {
  if (communityOf(graph, id)) return communityPanel(reading, id);
  if (!graph.hasNode(id)) return [];
  const { kind } = graph.getNodeAttributes(id);
  if (kind === 'paper') return paperPanel(reading, id);
  return kind === 'result' ? resultPanel(reading, id) : entityPanel(reading, id);
}
