/** What is on the map, counted; every line of it is a filter. */
import { NODE_KINDS, type NodeKind } from '../../src/graph.ts';
import { button, checkbox, el } from '../dom.ts';
import { countCommunities, countKinds, type Passing } from '../filter.ts';
import { KIND_NAMES } from '../kinds.ts';
import { MEASURE_NAMES, measuresOf, type Measure } from '../measures.ts';
import type { Model } from '../model.ts';
import { shapeIcon } from '../shapes.ts';
import { filtered, type Action, type State } from '../state.ts';
import { Filters } from './filters.ts';
import { swatch } from './parts.ts';

export interface LegendEvents {
  dispatch(action: Action): void;
  /** A community under the pointer, or null. */
  onPoint(community: string | null): void;
  undo(): void;
  redo(): void;
}

/** "5", or "3 of 5". */
const share = (now: number, total: number): string =>
  now === total ? total.toLocaleString('en') : `${now.toLocaleString('en')} of ${total.toLocaleString('en')}`;

export class Legend {
  readonly node: HTMLElement;
  /** Opens and shuts it where there is no room for it beside the map. */
  readonly opener: HTMLButtonElement;
  readonly #model: Model;
  readonly #kinds = new Map<NodeKind, { input: HTMLInputElement; shown: HTMLElement }>();
  readonly #communities = new Map<string, { input: HTMLInputElement; row: HTMLElement; shown: HTMLElement }>();
  readonly #filters: Filters;
  readonly #size: HTMLSelectElement;
  readonly #reset: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;
  readonly #total: readonly number[];
  /** What was counted last. */
  #passing: Passing | null = null;

  constructor(model: Model, events: LegendEvents) {
    this.#model = model;
    this.opener = button(
      'open-legend',
      () => this.opener.setAttribute('aria-expanded', String(this.node.classList.toggle('open'))),
      'Legend',
    );
    this.opener.setAttribute('aria-expanded', 'false');
    this.#total = countKinds(model);
    const kinds = NODE_KINDS.filter((_kind, i) => this.#total[i]).map((kind) => {
      const input = checkbox(() => events.dispatch({ type: 'toggle-kind', kind }));
      const shown = el('span', 'count');
      this.#kinds.set(kind, { input, shown });
      return el(
        'label',
        { className: 'row', attr: { 'data-kind': kind } },
        input,
        shapeIcon(kind),
        el('span', 'name', KIND_NAMES[kind][1]),
        shown,
      );
    });
    const { communities } = model;
    const all = communities.map(({ id }) => id);
    const rows = communities.map((community) => {
      const { id, label, size } = community;
      const input = checkbox(() => events.dispatch({ type: 'toggle-community', id }));
      input.setAttribute('aria-label', `Show ${label}`);
      const open = button('name', () => events.dispatch({ type: 'select', id }), label);
      const only = button('only', () => events.dispatch({ type: 'only-community', id, all }), 'only');
      only.setAttribute('aria-label', `Show ${label} only`);
      const shown = el('span', 'count', String(size));
      const row = el(
        'li',
        {
          className: 'row',
          attr: { 'data-community': id },
          on: { pointerenter: () => events.onPoint(id), pointerleave: () => events.onPoint(null) },
        },
        el('label', 'switch', input, swatch(community)),
        open,
        only,
        shown,
      );
      this.#communities.set(id, { input, row, shown });
      return row;
    });
    this.#size = el('select', { id: 'size-by', on: { change: () => events.dispatch({ type: 'size', size: this.#size.value as Measure }) } }, ...measuresOf(model).map((measure) => el('option', { value: measure }, MEASURE_NAMES[measure]))); // prettier-ignore
    this.#filters = new Filters(model, events.dispatch);
    this.#reset = button('reset', () => events.dispatch({ type: 'reset-filters' }), 'reset filters');
    this.#undo = button('undo', events.undo, '↶');
    this.#undo.setAttribute('aria-label', 'Undo');
    this.#redo = button('redo', events.redo, '↷');
    this.#redo.setAttribute('aria-label', 'Redo');
    this.node = el(
      'section',
      { id: 'legend', attr: { 'aria-label': 'Legend and filters' } },
      el('div', 'steps', el('h2', {}, 'On the map'), this.#reset, this.#undo, this.#redo),
      el('div', { className: 'kinds', attr: { role: 'group', 'aria-label': 'Kinds' } }, ...kinds),
      el('label', 'choose', el('span', 'name', 'size shows'), this.#size),
      this.#filters.node,
      communities.length > 0 && el('h2', {}, 'Communities'),
      communities.length > 0 && el('ul', 'communities', ...rows),
    );
  }

  update(state: State, passing: Passing, steps: { canUndo: boolean; canRedo: boolean }): void {
    for (const [id, { row }] of this.#communities) row.classList.toggle('selected', state.selected === id);
    this.#size.value = state.size;
    this.#undo.disabled = !steps.canUndo;
    this.#redo.disabled = !steps.canRedo;
    if (passing !== this.#passing) this.#count(state, passing);
    this.#passing = passing;
  }

  /** Says how much of each passes. */
  #count(state: State, passing: Passing): void {
    const { filter } = state;
    const shown = countKinds(this.#model, passing.nodes);
    for (const [kind, row] of this.#kinds) {
      const i = NODE_KINDS.indexOf(kind);
      row.input.checked = !filter.hiddenKinds.includes(kind);
      row.shown.textContent = share(shown[i]!, this.#total[i]!);
    }
    const papers = countCommunities(this.#model, passing.nodes);
    for (const [i, { id, size }] of this.#model.communities.entries()) {
      const { input, shown } = this.#communities.get(id)!;
      input.checked = !filter.hiddenCommunities.includes(id);
      shown.textContent = share(papers[i]!, size);
    }
    this.#filters.update(state, passing);
    this.#reset.hidden = !filtered(state);
  }
}
