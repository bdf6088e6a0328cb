/** Filters beyond the legend's: how shared, when, linked with what, by which links. */
import { EDGE_KINDS, type EdgeKind } from '../../src/graph.ts';
import { button, checkbox, count, el } from '../dom.ts';
import type { Action, State } from '../state.ts';
import type { Passing } from '../filter.ts';
import { EDGE_NAMES } from '../kinds.ts';
import { kindAt, type Model } from '../model.ts';
import { Dates } from './dates.ts';

/** Links that a reader may leave out: those between what the map shows. */
const LINKS: readonly EdgeKind[] = EDGE_KINDS.filter((kind) => !['claims', 'of', 'over', 'on', 'runs_on'].includes(kind));
/** Names offered for each kind that papers may be held to. */
const OFFERED = 300;

export class Filters {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #least: HTMLInputElement;
  readonly #leastText = el('output', 'count');
  readonly #said: HTMLInputElement;
  readonly #saidText = el('output', 'count');
  readonly #sure: HTMLInputElement;
  readonly #sureText = el('output', 'count');
  readonly #links = new Map<EdgeKind, { input: HTMLInputElement; shown: HTMLElement }>();
  readonly #dates: Dates;
  readonly #linked = el('ul', 'linked');
  readonly #dispatch: (action: Action) => void;

  constructor(model: Model, dispatch: (action: Action) => void) {
    this.#model = model;
    this.#dispatch = dispatch;
    this.#least = slider('least', 1, 10, (least) => dispatch({ type: 'filter', change: { least } }));
    this.#said = slider('said', 1, 5, (said) => dispatch({ type: 'filter', change: { said } }));
    this.#sure = slider('sure', 0, 95, (sure) => dispatch({ type: 'filter', change: { sure } }), 5);
    this.#dates = new Dates(model, (from, to) => dispatch({ type: 'filter', change: { from, to } }));
    const present = new Set(model.edgeKind);
    const links = LINKS.filter((kind) => present.has(EDGE_KINDS.indexOf(kind))).map((kind) => {
      const input = checkbox(() => dispatch({ type: 'toggle-link', kind }));
      const shown = el('span', 'count');
      this.#links.set(kind, { input, shown });
      return el('label', { className: 'row', attr: { 'data-link': kind } }, input, el('span', 'name', EDGE_NAMES[kind][0]), shown);
    });
    this.node = el(
      'div',
      { className: 'filters' },
      el('label', 'slide', el('span', 'name', 'entities named by at least'), this.#leastText, this.#least),
      this.#dates.node,
      el(
        'details',
        { id: 'more-filters' },
        el('summary', {}, 'more filters'),
        this.#held('metric', 'papers that measure'),
        this.#held('hardware', 'papers that run on'),
        this.#held('dataset', 'papers evaluated on'),
        this.#held('task', 'papers that address'),
        el('label', 'slide', el('span', 'name', 'links said at least'), this.#saidText, this.#said),
        model.confidence.some((one) => one > 0) &&
          el('label', 'slide', el('span', 'name', 'names read with confidence'), this.#sureText, this.#sure),
        el('fieldset', {}, el('legend', {}, 'links and roles'), ...links),
      ),
      this.#linked,
    );
  }

  update({ filter }: State, { edges }: Passing): void {
    this.#least.value = String(Math.min(10, filter.least));
    this.#leastText.textContent = count(filter.least, 'paper');
    this.#said.value = String(Math.min(5, filter.said));
    this.#saidText.textContent = filter.said === 1 ? 'once' : `${filter.said} times`;
    this.#sure.value = String(Math.min(95, filter.sure));
    this.#sureText.textContent = filter.sure === 0 ? 'any' : `${filter.sure}% or more`;
    const shown = EDGE_KINDS.map(() => 0);
    for (let edge = 0; edge < edges.length; edge++) if (edges[edge]) shown[this.#model.edgeKind[edge]!]!++;
    for (const [kind, row] of this.#links) {
      row.input.checked = !filter.hiddenLinks.includes(kind);
      row.shown.textContent = shown[EDGE_KINDS.indexOf(kind)]!.toLocaleString('en');
    }
    this.#dates.update(filter);
    this.#linked.replaceChildren(
      ...filter.linked.map((id) => {
        const row = this.#model.row(id);
        const label = row < 0 ? id : this.#model.label(row);
        const remove = button(
          'remove',
          () => this.#dispatch({ type: 'toggle-linked', id }),
          `papers with ${label}`,
          el('span', { attr: { 'aria-hidden': 'true' } }, ' ×'),
        );
        remove.title = 'Remove this filter';
        return el('li', {}, remove);
      }),
    );
  }

  /** A box with names of one kind, the most shared first; choosing one holds the papers to it. */
  #held(kind: 'metric' | 'hardware' | 'dataset' | 'task', text: string): HTMLElement | null {
    const model = this.#model;
    const rows: number[] = [];
    for (let i = 0; i < model.count; i++) if (kindAt(model, i) === kind) rows.push(i);
    if (rows.length === 0) return null;
    rows.sort((a, b) => model.links[b]! - model.links[a]! || a - b);
    const select = el(
      'select',
      {
        id: `with-${kind}`,
        on: {
          change: () => {
            if (select.value) this.#dispatch({ type: 'toggle-linked', id: select.value });
            select.value = '';
          },
        },
      },
      el('option', { value: '' }, '…'),
      ...rows.slice(0, OFFERED).map((i) => el('option', { value: model.id(i) }, `${model.label(i)} (${model.links[i]})`)),
    );
    return el('label', 'choose', el('span', 'name', text), select);
  }
}

function slider(id: string, min: number, max: number, onChange: (value: number) => void, step = 1): HTMLInputElement {
  const input = el('input', { id, type: 'range', on: { change: () => onChange(Number(input.value)) } });
  Object.assign(input, { min: String(min), max: String(max), step: String(step) });
  return input;
}
