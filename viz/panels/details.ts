/** The panel beside the map: whatever is selected. */
import { button, el, type Child } from '../dom.ts';
import { inSlices } from '../slices.ts';
import { edgeOf, kindAt, type Model } from '../model.ts';
import type { Question } from '../state.ts';
import { AskPanel, type AskEvents } from './ask.ts';
import { communityPanel } from './community.ts';
import { edgePanel } from './edge.ts';
import { entityPanel } from './entity.ts';
import type { Part } from './parts.ts';
import { paperPanel } from './paper.ts';
import { resultPanel } from './result.ts';
import type { Reading } from './text.ts';

export class Details {
  readonly node: HTMLElement;
  readonly #reading: Omit<Reading, 'graph'>;
  readonly #ask: AskPanel;
  readonly #body = el('div', { className: 'body', tabIndex: -1 });
  #shown = '';
  /** What is shown where nothing else is chosen: a selection, a comparison. */
  #aside: { name: string; node: HTMLElement } | null = null;

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

  /** Puts something into the panel that is no part of the address, or takes it out; `show` tells when it is seen. */
  setAside(name: string, children: readonly Child[] | null): void {
    this.#aside = children && { name, node: el('div', {}, ...children) };
    if (this.#shown === 'aside') this.#shown = '';
  }

  #put(node: HTMLElement): void {
    this.#body.replaceChildren(node);
    this.#body.removeAttribute('aria-busy');
  }

  /** Shows a node, a community or a link; else a question; null or an unknown id closes the panel. Returns whether it is open. */
  show(id: string | null, question: Question | null): boolean {
    if (id === null && question) {
      this.#ask.show(question);
      if (this.#shown !== 'ask') this.#put(this.#ask.node);
      this.node.hidden = false;
      this.#shown = 'ask';
      return true;
    }
    if (id === null && this.#aside) {
      if (this.#shown !== 'aside') this.#put(this.#aside.node);
      this.node.hidden = false;
      this.node.dataset['id'] = '';
      this.#shown = 'aside';
      return true;
    }
    const what = `${id} ${question?.query}`;
    if (what === this.#shown) return !this.node.hidden;
    this.#shown = what;
    const from = question?.query ?? this.#aside?.name;
    const back = from ? button('back', () => this.#reading.dispatch({ type: 'select', id: null }), `‹ ${from}`) : null;
    const name = id === null ? null : nameOf(this.#reading.model, id);
    this.node.hidden = id === null || name === null;
    this.node.dataset['id'] = id ?? '';
    if (id === null || name === null) return false;
    const still = () => this.#shown === what;
    const fill = (...parts: Part[]) => {
      const focused = this.#body.contains(document.activeElement) ? document.activeElement : null;
      const later = parts.findIndex((part) => typeof part === 'function');
      const first = (later < 0 ? parts : parts.slice(0, later)) as Child[];
      this.#body.replaceChildren(...[back, ...first].filter(there));
      this.#body.scrollTop = 0;
      if (focused) (focused === back ? back : this.#body.querySelector('h2'))?.focus({ preventScroll: true });
      this.#body.removeAttribute('aria-busy');
      if (later < 0) return;
      this.#body.setAttribute('aria-busy', 'true');
      const steps = parts.slice(later).map((part) => () => {
        const child = typeof part === 'function' ? part() : part;
        if (there(child)) this.#body.append(child);
      });
      inSlices(steps, still, () => this.#body.removeAttribute('aria-busy'));
    };
    const rest = isCommunity(this.#reading.model, id) ? null : this.#reading.model.rest();
    if (!rest) fill(...content(this.#reading, id));
    else {
      fill(el('h2', { tabIndex: -1 }, name), el('p', { className: 'facts', attr: { 'aria-busy': 'true' } }, 'Fetching the texts …'));
      rest.then(
        () => still() && fill(...content(this.#reading, id)),
        (error: unknown) => still() && fill(el('h2', { tabIndex: -1 }, name), el('p', 'facts', error instanceof Error ? error.message : String(error))),
      ); // prettier-ignore
    }
    return true;
  }
}

const there = (child: Child): child is Node | string => !!child;

const isCommunity = ({ communities }: Model, id: string): boolean => communities.some((one) => one.id === id);

/** What a node, a community or a link is called; null for what is none. */
function nameOf(model: Model, id: string): string | null {
  const row = model.row(id);
  if (row >= 0) return model.label(row);
  const edge = edgeOf(model, id);
  if (edge >= 0) return `${model.label(model.source[edge]!)} – ${model.label(model.target[edge]!)}`;
  return model.communities.find((one) => one.id === id)?.label ?? null;
}

function content(reading: Omit<Reading, 'graph'>, id: string): Part[] {
  const { model } = reading;
  if (isCommunity(model, id)) return communityPanel(reading, id);
  const row = model.row(id);
  const edge = edgeOf(model, id);
  const around = { ...reading, graph: model.around(id) };
  if (edge >= 0) return edgePanel(around, id);
  const kind = kindAt(model, row);
  if (kind === 'paper') return paperPanel(around, id);
  return kind === 'result' ? resultPanel(around, id) : entityPanel(around, id);
}
