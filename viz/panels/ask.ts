/** Any declared question as a form, and its answer as tables, each row with its sentence; what it names is lit on the map. */
import type { Answered, Declared, Shown } from '../answers.ts';
import type { Asker } from '../asker.ts';
import { button, count, el } from '../dom.ts';
import type { Model } from '../model.ts';
import type { Action, Question } from '../state.ts';
import { longList, nodeLink, section } from './parts.ts';
import type { Reading } from './text.ts';

/** Parameters that few need stand behind a fold. */
const PLAIN = 4;
/** The column whose text names the row's node, by the kind of the node. */
const NAMES = new Map([['paper', 'title'], ['result', 'value']]); // prettier-ignore

export interface AskEvents {
  dispatch(action: Action): void;
  /** What an answer names; nothing when the panel closes. */
  onNodes(nodes: readonly string[]): void;
}

export class AskPanel {
  readonly node = el('div', { className: 'ask' });
  readonly #reading: Omit<Reading, 'graph'>;
  readonly #asker: Asker;
  readonly #model: Model;
  readonly #events: AskEvents;
  readonly #answer = el('div', { className: 'answer', attr: { 'aria-live': 'polite' } });
  #shown = '';

  constructor(reading: Omit<Reading, 'graph'>, events: AskEvents) {
    this.#reading = reading;
    this.#asker = reading.asker;
    this.#model = reading.model;
    this.#events = events;
  }

  /** Shows a question with its form; asks it where it has all that it needs. */
  show(question: Question): void {
    const key = JSON.stringify(question);
    if (key === this.#shown) return;
    this.#shown = key;
    const waiting = el('p', { className: 'facts', attr: { 'aria-busy': 'true' } }, 'Getting the questions ready …');
    if (this.node.hasChildNodes()) this.#say(waiting);
    else this.node.append(waiting);
    void this.#asker.questions().then((all) => {
      if (key !== this.#shown) return;
      const declared = all.find(({ id }) => id === question.query) ?? all[0]!;
      this.#form(all, declared, question);
      const ready = declared.params.every(({ name, required }) => !required || question.params[name]);
      if (ready) this.#ask(question, key);
      else {
        this.#say();
        this.#events.onNodes([]);
      }
    });
  }

  /** What stands where the answer is to stand; the focus does not fall out of the panel with what was there. */
  #say(...children: HTMLElement[]): void {
    const inside = this.#answer.contains(document.activeElement);
    this.#answer.replaceChildren(...children);
    if (inside) this.node.querySelector('select')?.focus({ preventScroll: true });
  }

  #form(all: readonly Declared[], { id, summary, params }: Declared, question: Question): void {
    const which = el('select', {
      id: 'question',
      on: { change: () => this.#events.dispatch({ type: 'ask', ask: { query: which.value, params: {} } }) },
    });
    which.append(...all.map((one) => el('option', { value: one.id, selected: one.id === id }, one.id)));
    const fields = params
      .filter(({ name }) => name !== 'offset')
      .sort((a, b) => Number(b.required) - Number(a.required))
      .map((param) => this.#field(param, question.params[param.name] ?? ''));
    const form = el(
      'form',
      {
        attr: { 'data-query': id },
        on: {
          submit: (event: Event) => {
            event.preventDefault();
            const given = [...new FormData(form)].flatMap(([name, value]) =>
              typeof value === 'string' && value.trim() ? [[name, value.trim()]] : [],
            );
            this.#events.dispatch({ type: 'ask', ask: { query: id, params: Object.fromEntries(given) as Question['params'] } });
          },
        },
      },
      ...fields.slice(0, PLAIN),
      fields.length > PLAIN &&
        el(
          'details',
          { open: Object.keys(question.params).some((name) => !params.slice(0, PLAIN).some((one) => one.name === name)) },
          el('summary', {}, 'more'),
          ...fields.slice(PLAIN),
        ),
      el('button', { type: 'submit', className: 'act' }, 'ask'),
    );
    const focused = this.node.contains(document.activeElement) ? document.activeElement!.id : null;
    this.node.replaceChildren(
      el('div', 'eyebrow', el('span', 'kind', 'question')),
      el('h2', { tabIndex: -1 }, el('label', { htmlFor: 'question' }, 'Ask '), which),
      el('p', 'facts', summary),
      form,
      this.#answer,
    );
    if (focused === null) return;
    const again = [...this.node.querySelectorAll<HTMLElement>('[id]')].find(({ id }) => id === focused);
    (again ?? which).focus({ preventScroll: true });
  }

  #field({ name, about, required, options, preset }: Declared['params'][number], value: string): HTMLElement {
    const id = `ask-${name}`;
    if (options.length) {
      const select = el(
        'select',
        { id, name },
        el('option', { value: '' }, preset || 'any'),
        ...options.map((one) => el('option', { value: one, selected: one === value }, one)),
      );
      return el('label', { className: 'field', title: about }, el('span', {}, name), select);
    }
    const list = el('datalist', { id: `${id}-list` });
    const input = el('input', { id, name, value, required, placeholder: preset, autocomplete: 'off', attr: { list: list.id } });
    input.addEventListener('input', () => {
      if (input.value.trim().length < 2) return;
      void this.#asker.suggest(input.value, 8).then(({ found }) => {
        list.replaceChildren(...found.filter(({ kind }) => kind !== 'community').map((one) => el('option', { value: one.id }, one.label)));
      });
    });
    const row = this.#model.row(value);
    return el(
      'label',
      { className: 'field', title: about },
      el('span', {}, name),
      input,
      list,
      row >= 0 && el('small', {}, this.#model.label(row)),
    );
  }

  #ask({ query, params }: Question, key: string): void {
    this.#say(el('p', { className: 'facts', attr: { 'aria-busy': 'true' } }, 'Asking…'));
    this.#asker.ask(query, params).then(
      (said) => {
        if (key === this.#shown) this.#show(said);
      },
      (error: unknown) => this.#say(el('p', 'facts', String(error))),
    );
  }

  #show(said: Answered): void {
    if ('error' in said) {
      this.#events.onNodes([]);
      const links = said.candidates.filter((id) => this.#model.row(id) >= 0).map((id) => el('li', {}, nodeLink(this.#reading, id)));
      this.#say(el('p', 'facts', `${said.error}: ${said.remedy}`), ...(links.length ? [el('ul', 'chips', ...links)] : []));
      return;
    }
    this.#events.onNodes(said.nodes);
    this.#say(
      el('p', 'facts', said.total > said.items.length ? `${said.items.length} of ${count(said.total, 'item')}` : count(said.total, 'item')),
      ...said.notes.map((note) => el('p', 'note', note)),
      ...said.tables.filter(({ rows }) => rows.length).map((table) => this.#table(table)),
    );
  }

  #table({ title, columns, rows }: Shown): HTMLElement {
    const lines = rows.map(({ id, cells }) => () => {
      const name = [NAMES.get(id?.split(':')[0] ?? '') ?? 'label', 'label', 'title'].find((one) => columns.includes(one));
      const about = columns.flatMap((column, i) =>
        column !== name && column !== 'sentence' && cells[i] ? [el('div', {}, el('dt', {}, column), el('dd', {}, cells[i]!))] : [],
      );
      const said = cells[columns.indexOf('sentence')];
      const text = cells[columns.indexOf(name ?? '')];
      return el(
        'div',
        {},
        id !== null ? nodeLink(this.#reading, id, text || undefined) : (text ?? ''),
        about.length > 0 && el('dl', 'about', ...about),
        said ? el('q', 'quote', said) : null,
      );
    });
    return section(title || 'Answer', longList('edges', lines))!;
  }
}

/** Questions that a node answers: those with one needed parameter that is of its kind, or of any. */
export function questionsAbout(reading: Reading, id: string, kind: string): HTMLElement {
  const further = button('act', () => reading.dispatch({ type: 'deeper' }), 'further');
  further.title = 'Light up what is one link further, up to three';
  const place = el('p', 'acts', further);
  void reading.asker.questions().then((all) => {
    for (const { id: query, summary, params } of all) {
      const wanted =
        params.find(({ name }) => name === kind) ?? params.find(({ name }) => ['node', 'entity', 'of', 'a', 'from'].includes(name));
      const others = params.filter(({ required, name }) => required && name !== wanted?.name);
      if (!wanted || query === kind || others.length > 1) continue;
      const act = button('act', () => reading.dispatch({ type: 'ask', ask: { query, params: { [wanted.name]: id } } }), query);
      act.title = summary;
      place.append(act);
    }
  });
  return place;
}
