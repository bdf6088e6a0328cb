/** What is on the map, counted; every line of it is a filter. */
import { NODE_KINDS, type KnowledgeGraph, type NodeKind } from '../../src/graph.ts';
import { button, el } from '../dom.ts';
import { KIND_NAMES } from '../kinds.ts';
import { shapeIcon } from '../shapes.ts';
import { filtered, type Action, type State } from '../state.ts';
import { countKinds } from '../view.ts';

export interface LegendEvents {
  dispatch(action: Action): void;
  /** A community under the pointer, or null. */
  onPoint(community: string | null): void;
}

export class Legend {
  readonly node: HTMLElement;
  readonly #graph: KnowledgeGraph;
  readonly #kinds = new Map<NodeKind, { input: HTMLInputElement; shown: HTMLElement }>();
  readonly #communities = new Map<string, { input: HTMLInputElement; row: HTMLElement }>();
  readonly #rare: HTMLInputElement;
  readonly #reset: HTMLButtonElement;
  readonly #total: ReadonlyMap<NodeKind, number>;

  constructor(graph: KnowledgeGraph, events: LegendEvents) {
    this.#graph = graph;
    this.#total = countKinds(graph);
    const kinds = NODE_KINDS.filter((kind) => this.#total.get(kind)).map((kind) => {
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
    const rareCount = graph.filterNodes((_id, node) => node.kind !== 'paper' && node.kind !== 'result' && node.papers < 2).length;
    this.#rare = checkbox(() => events.dispatch({ type: 'toggle-rare' }));
    const rare = el(
      'label',
      { className: 'row', id: 'rare' },
      this.#rare,
      el('span', 'name', 'entities of one paper'),
      el('span', 'count', String(rareCount)),
    );

    const communities = graph.getAttribute('communities');
    const all = communities.map(({ id }) => id);
    const rows = communities.map(({ id, label, size, color }) => {
      const input = checkbox(() => events.dispatch({ type: 'toggle-community', id }));
      input.setAttribute('aria-label', `Show ${label}`);
      const swatch = el('span', 'swatch');
      swatch.style.setProperty('--swatch', color);
      const open = button('name', () => events.dispatch({ type: 'select', id }), label);
      const only = button('only', () => events.dispatch({ type: 'only-community', id, all }), 'only');
      only.setAttribute('aria-label', `Show ${label} only`);
      const row = el(
        'li',
        {
          className: 'row',
          attr: { 'data-community': id },
          on: { pointerenter: () => events.onPoint(id), pointerleave: () => events.onPoint(null) },
        },
        input,
        swatch,
        open,
        only,
        el('span', 'count', String(size)),
      );
      this.#communities.set(id, { input, row });
      return row;
    });
    this.#reset = button('reset', () => events.dispatch({ type: 'reset-filters' }), 'reset filters');
    this.node = el(
      'section',
      { id: 'legend', attr: { 'aria-label': 'Legend and filters' } },
      el('h2', {}, 'On the map'),
      el('div', { className: 'kinds', attr: { role: 'group', 'aria-label': 'Kinds' } }, ...kinds, rare),
      communities.length > 0 && el('h2', {}, 'Communities'),
      communities.length > 0 && el('ul', 'communities', ...rows),
      this.#reset,
    );
  }

  update(state: State, visible: ReadonlySet<string>): void {
    const shown = countKinds(this.#graph, visible);
    for (const [kind, row] of this.#kinds) {
      row.input.checked = !state.hiddenKinds.includes(kind);
      const [now, total] = [shown.get(kind) ?? 0, this.#total.get(kind) ?? 0];
      row.shown.textContent = now === total ? String(total) : `${now} of ${total}`;
    }
    for (const [id, { input, row }] of this.#communities) {
      input.checked = !state.hiddenCommunities.includes(id);
      row.classList.toggle('selected', state.selected === id);
    }
    this.#rare.checked = state.rare;
    this.#reset.hidden = !filtered(state);
  }
}

const checkbox = (onChange: () => void): HTMLInputElement => el('input', { type: 'checkbox', on: { change: onChange } });
