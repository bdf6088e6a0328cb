/** The panel beside the map: whatever is selected. */
import { button, el } from '../dom.ts';
import { edgeOf, kindAt } from '../model.ts';
import type { Question } from '../state.ts';
import { AskPanel, type AskEvents } from './ask.ts';
import { communityPanel } from './community.ts';
import { edgePanel } from './edge.ts';
import { entityPanel } from './entity.ts';
import { paperPanel } from './paper.ts';
import { resultPanel } from './result.ts';
import type { Reading } from './text.ts';

export class Details {
  readonly node: HTMLElement;
  readonly #reading: Omit<Reading, 'graph'>;
  readonly #ask: AskPanel;
  readonly #body = el('div', { className: 'body', tabIndex: -1 });
  #shown = '';

  constructor(reading: Omit<Reading, 'graph'>, events: { close(): void; onNodes: AskEvents['onNodes'] }) {
    this.#reading = reading;
    this.#ask = new AskPanel(reading, { dispatch: reading.dispatch, onNodes: events.onNodes });
    const shut = button('close', events.close, '×');
    shut.setAttribute('aria-label', 'Close the panel');
    this.node = el('aside', { id: 'details', hidden: true, attr: { 'aria-label': 'Details' } }, shut, this.#body);
  }

  /** The heading of what is shown. */
  get title(): string {
    return this.#body.querySelector('h2')?.textContent ?? '';
  }

  focus(): void {
    (this.#body.querySelector<HTMLElement>('select, input, h2') ?? this.#body).focus();
  }

  /** Shows a node, a community or a link; else a question; null or an unknown id closes the panel. Returns whether it is open. */
  show(id: string | null, question: Question | null): boolean {
    if (id === null && question) {
      this.#ask.show(question);
      if (this.#shown !== 'ask') this.#body.replaceChildren(this.#ask.node);
      this.node.hidden = false;
      this.#shown = 'ask';
      return true;
    }
    const what = `${id} ${question?.query}`;
    if (what === this.#shown) return !this.node.hidden;
    this.#shown = what;
    const children = id === null ? [] : content(this.#reading, id);
    const back = question && button('back', () => this.#reading.dispatch({ type: 'select', id: null }), `‹ ${question.query}`);
    this.node.hidden = children.length === 0;
    this.node.dataset['id'] = id ?? '';
    this.#body.replaceChildren(...[back, ...children].filter((child): child is Node | string => !!child));
    this.#body.scrollTop = 0;
    return !this.node.hidden;
  }
}

function content(reading: Omit<Reading, 'graph'>, id: string) {
  const { model } = reading;
  const row = model.row(id);
  const edge = edgeOf(model, id);
  if (row < 0 && edge < 0) {
    const community = model.communities.some((one) => one.id === id);
    return community ? communityPanel({ ...reading, graph: model.around(id) }, id) : [];
  }
  const around = { ...reading, graph: model.around(id) };
  if (edge >= 0) return edgePanel(around, id);
  const kind = kindAt(model, row);
  if (kind === 'paper') return paperPanel(around, id);
  return kind === 'result' ? resultPanel(around, id) : entityPanel(around, id);
}
