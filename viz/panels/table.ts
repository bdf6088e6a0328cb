/**
 * What passes the filter as a table: sorted, as long as it may be (only the rows in sight are made), selection shared with the map.
 * It is also the way in for those who do not see the map.
 */
import { row as csvRow } from '../../src/export/csv.ts';
import { button, count, el } from '../dom.ts';
import { COLUMNS, rowsOf, sortRows, type Column } from '../listing.ts';
import type { Model } from '../model.ts';
import { save } from '../save.ts';
import { TABLES, type Action, type Table } from '../state.ts';

export interface TableEvents {
  dispatch(action: Action): void;
  open(id: string): void;
  point(id: string | null): void;
}

/** Height of a row in pixels, as the style has it. */
const HEIGHT = matchMedia('(pointer: coarse)').matches ? 44 : 31;
/** Rows made beyond the edges of what is in sight. */
const BEYOND = 8;
/** Pixels for a column's share of the width at least: what a figure takes. */
const LEAST = 30;

export class TablePanel {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #events: TableEvents;
  readonly #tabs = new Map<Table, HTMLButtonElement>();
  readonly #scroll = el('div', { className: 'rows', tabIndex: -1, on: { scroll: () => this.#fill() } });
  readonly #head = el('tr', { attr: { 'aria-rowindex': '1' } });
  readonly #body = el('tbody');
  readonly #grid: HTMLElement;
  readonly #total = el('span', 'count');
  #table: Table | null = null;
  #passing: Uint8Array | null = null;
  #rows: number[] = [];
  #sort = { column: 0, turned: false };
  #selected = -1;
  /** Row that the keyboard is on. */
  #active = 0;

  constructor(model: Model, events: TableEvents) {
    this.#model = model;
    this.#events = events;
    const tabs = TABLES.map((table) => {
      const tab = button('tab', () => events.dispatch({ type: 'table', table }), table);
      this.#tabs.set(table, tab);
      return tab;
    });
    const shut = button('close', () => events.dispatch({ type: 'table', table: null }), '×');
    shut.setAttribute('aria-label', 'Close the table');
    this.#grid = el('table', {}, el('thead', {}, this.#head), this.#body);
    this.#scroll.append(this.#grid);
    this.#grid.addEventListener('keydown', (event) => this.#key(event));
    this.node = el(
      'section',
      { id: 'table', hidden: true, attr: { 'aria-label': 'Table of what is on the map' } },
      el(
        'div',
        { className: 'tabs', attr: { role: 'group', 'aria-label': 'What is listed' } },
        ...tabs,
        this.#total,
        button('act', () => this.#export(), 'save as CSV'),
        shut,
      ),
      this.#scroll,
    );
  }

  /** @param selected the row of the graph that is chosen on the map, or -1 */
  update(table: Table | null, passing: Uint8Array, selected: number): void {
    const anew = table !== this.#table || passing !== this.#passing;
    const moved = selected !== this.#selected;
    this.#selected = selected;
    this.node.hidden = table === null;
    if (table !== this.#table)
      this.#sort = { column: table === 'results' ? 5 : table === 'papers' ? 2 : table === 'entities' ? 2 : 0, turned: false };
    this.#table = table;
    this.#passing = passing;
    if (table === null) return;
    const rest = this.#model.rest();
    if (rest) {
      this.#total.textContent = 'Fetching the texts …';
      void rest.then(
        () => this.#table === table && this.update(table, passing, this.#selected),
        (error: unknown) => void (this.#total.textContent = error instanceof Error ? error.message : String(error)),
      );
      this.#passing = null; // listed when they are there
      return;
    }
    if (anew) this.#list();
    if (moved && selected >= 0) this.#reveal(this.#rows.indexOf(selected));
    this.#fill();
  }

  focus(): void {
    this.#grid.querySelector<HTMLElement>('tbody button')?.focus();
  }

  get #columns(): readonly Column[] {
    return COLUMNS[this.#table!];
  }

  #list(): void {
    for (const [table, tab] of this.#tabs) tab.setAttribute('aria-pressed', String(table === this.#table));
    this.#rows = sortRows(
      this.#model,
      rowsOf(this.#model, this.#table!, this.#passing!),
      this.#columns[this.#sort.column]!,
      this.#sort.turned,
    );
    this.#total.textContent = count(this.#rows.length, 'row');
    this.#grid.setAttribute('aria-rowcount', String(this.#rows.length + 1));
    const whole = this.#columns.reduce((sum, { wide }) => sum + wide, 0);
    this.#grid.style.setProperty('min-width', `${Math.round(whole * LEAST)}px`);
    this.#head.replaceChildren(
      ...this.#columns.map(({ name, wide }, i) => {
        const sorted = i === this.#sort.column;
        const cell = el('th', { scope: 'col', attr: { 'aria-sort': sorted ? (this.#sort.turned ? 'descending' : 'ascending') : 'none' } });
        cell.append(
          button(
            '',
            () => this.#sortBy(i),
            name,
            sorted && el('span', { attr: { 'aria-hidden': 'true' } }, this.#sort.turned ? ' ▴' : ' ▾'),
          ),
        );
        cell.style.setProperty('width', `${(100 * wide) / whole}%`);
        return cell;
      }),
    );
    this.#scroll.scrollTop = 0;
    this.#active = 0;
    this.#body.replaceChildren();
  }

  #sortBy(column: number): void {
    this.#sort = { column, turned: this.#sort.column === column && !this.#sort.turned };
    this.#list();
    this.#fill();
    this.#head.querySelectorAll('button')[column]?.focus();
  }

  /** Makes the rows in sight, between two that take the place of the others. */
  #fill(): void {
    const rows = this.#rows;
    const from = Math.max(0, Math.floor(this.#scroll.scrollTop / HEIGHT) - BEYOND);
    const to = Math.min(rows.length, Math.ceil((this.#scroll.scrollTop + this.#scroll.clientHeight) / HEIGHT) + BEYOND);
    const focused = document.activeElement instanceof HTMLElement && this.#body.contains(document.activeElement);
    const gap = (height: number) => {
      const row = el('tr', { className: 'gap', attr: { 'aria-hidden': 'true' } }, el('td', { colSpan: this.#columns.length }));
      row.style.setProperty('height', `${height}px`);
      return row;
    };
    const made: HTMLElement[] = [];
    for (let at = from; at < to; at++) made.push(this.#row(at));
    this.#body.replaceChildren(gap(from * HEIGHT), ...made, gap((rows.length - to) * HEIGHT));
    if (focused) this.#button(this.#active)?.focus({ preventScroll: true });
  }

  #row(at: number): HTMLElement {
    const node = this.#rows[at]!;
    const id = this.#model.id(node);
    const { open, point } = this.#events;
    return el(
      'tr',
      {
        className: node === this.#selected ? 'selected' : '',
        attr: { 'aria-rowindex': String(at + 2), 'data-id': id, ...(node === this.#selected && { 'aria-current': 'true' }) },
        on: { pointerenter: () => point(id), pointerleave: () => point(null), click: () => open(id) },
      },
      ...this.#columns.map(({ text }, i) => {
        const said = text(this.#model, node);
        if (i > 0) return el('td', { title: said }, said);
        const name = button('cell', () => {}, said || '–');
        name.tabIndex = at === this.#active ? 0 : -1;
        name.dataset['at'] = String(at);
        return el('th', { scope: 'row', title: said }, name);
      }),
    );
  }

  #button(at: number): HTMLElement | null {
    return this.#body.querySelector(`button[data-at="${at}"]`);
  }

  #reveal(at: number): void {
    if (at < 0) return;
    this.#active = at;
    const top = at * HEIGHT;
    const { scrollTop, clientHeight } = this.#scroll;
    if (top < scrollTop || top > scrollTop + clientHeight - 2 * HEIGHT) this.#scroll.scrollTop = top - clientHeight / 2;
  }

  #key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.#scroll.clientHeight / HEIGHT) - 2);
    const steps = new Map([['ArrowDown', 1], ['ArrowUp', -1], ['PageDown', page], ['PageUp', -page], ['Home', -Infinity], ['End', Infinity]]); // prettier-ignore
    const step = steps.get(event.key);
    if (step === undefined || !this.#body.contains(event.target as Node)) return;
    event.preventDefault();
    this.#reveal(Math.max(0, Math.min(this.#rows.length - 1, this.#active + step)));
    this.#fill();
    this.#button(this.#active)?.focus({ preventScroll: true });
    this.#events.point(this.#model.id(this.#rows[this.#active]!));
  }

  #export(): void {
    const lines = [csvRow(['id', ...this.#columns.map(({ name }) => name)])];
    for (const node of this.#rows) lines.push(csvRow([this.#model.id(node), ...this.#columns.map(({ text }) => text(this.#model, node))]));
    save(new Blob(lines, { type: 'text/csv' }), `claimgraph-${this.#table}.csv`);
  }
}
