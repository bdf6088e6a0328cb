/** The search box: a combobox with a list of suggestions (ARIA Authoring Practices, "combobox with listbox popup"). */
import type { Suggestion, Suggestions } from '../answers.ts';
import type { Asker } from '../asker.ts';
import { button, count, el } from '../dom.ts';
import { KIND_NAMES } from '../kinds.ts';
import type { Model } from '../model.ts';
import { questionsIn, type Meant } from '../questions.ts';
import { shapeIcon } from '../shapes.ts';
import type { Question } from '../state.ts';
import { swatch } from './parts.ts';

const SHOWN = 9;

export interface SearchEvents {
  onSelect(id: string): void;
  onAsk(question: Question): void;
  onQuery(text: string): void;
  /** The suggestion under the keyboard, so that the map can light it up. */
  onPoint(id: string | null): void;
}

export class Search {
  readonly node: HTMLElement;
  readonly #model: Model;
  readonly #asker: Asker;
  readonly #events: SearchEvents;
  readonly #input: HTMLInputElement;
  readonly #list = el('ul', { id: 'suggestions', attr: { role: 'listbox', 'aria-label': 'Suggestions' } });
  readonly #summary = el('div', { className: 'summary', attr: { 'aria-live': 'polite' } });
  readonly #popup: HTMLElement;
  #found: (Suggestion | Meant)[] = [];
  #active = -1;

  constructor(model: Model, asker: Asker, events: SearchEvents) {
    this.#model = model;
    this.#asker = asker;
    this.#events = events;
    this.#input = el('input', {
      id: 'search',
      type: 'text',
      placeholder: 'Search, or ask',
      autocomplete: 'off',
      spellcheck: false,
      attr: {
        role: 'combobox',
        'aria-label': 'Search',
        'aria-expanded': 'false',
        'aria-controls': 'suggestions',
        'aria-autocomplete': 'list',
      },
      on: {
        input: () => this.#typed(),
        focus: () => this.#input.value && this.#typed(),
        keydown: (event) => this.#key(event),
        blur: () => setTimeout(() => document.activeElement !== this.#input && this.#close(), 120),
      },
    });
    this.#popup = el(
      'div',
      { className: 'popup', hidden: true, on: { pointerdown: (event) => event.preventDefault() } },
      this.#summary,
      this.#list,
    );
    const clear = button('clear', () => this.clear(), '×');
    clear.setAttribute('aria-label', 'Clear the search');
    this.node = el(
      'div',
      { className: 'search', attr: { role: 'search' } },
      this.#input,
      el('kbd', { attr: { 'aria-hidden': 'true' } }, '/'),
      clear,
      this.#popup,
    );
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  clear(): void {
    this.#input.value = '';
    this.#events.onQuery('');
    this.#close();
    this.#input.focus();
  }

  /** Puts a restored text into the box, without opening the list. */
  update(text: string): void {
    if (this.#input.value !== text && document.activeElement !== this.#input) this.#input.value = text;
  }

  #typed(): void {
    const text = this.#input.value;
    this.#events.onQuery(text);
    if (!text.trim()) return this.#close();
    if (this.#popup.hidden) {
      this.#list.replaceChildren();
      this.#summary.textContent = 'Searching…';
      this.#popup.hidden = false;
    }
    void Promise.all([this.#asker.suggest(text, SHOWN), this.#asker.questions()]).then(([suggestions, questions]) => {
      if (this.#input.value === text && document.activeElement === this.#input) this.#show(suggestions, questionsIn(text, questions));
    });
  }

  #show({ found: named, counts }: Suggestions, questions: readonly Meant[]): void {
    const found = [...questions.filter(({ complete }) => complete), ...named, ...questions.filter(({ complete }) => !complete)];
    this.#found = found;
    this.#summary.textContent = counts.length
      ? counts.map(([kind, n]) => count(n, ...KIND_NAMES[kind])).join(' · ')
      : found.length
        ? ''
        : 'Nothing by that name. Try fewer or other words.';
    this.#list.replaceChildren(
      ...found.map((one, i) =>
        el(
          'li',
          {
            id: `suggestion-${i}`,
            attr: { role: 'option', 'aria-selected': 'false', 'data-id': one.kind === 'question' ? `ask ${one.ask.query}` : one.id },
            on: { click: () => this.#choose(i), pointermove: () => this.#activate(i) },
          },
          one.kind === 'question' ? el('span', { className: 'asks', attr: { 'aria-hidden': 'true' } }, '?') : one.kind === 'community' ? this.#swatch(one.id) : shapeIcon(one.kind), // prettier-ignore
          el('span', 'label', one.label),
          el('span', 'note', noteOf(one)),
        ),
      ),
    );
    this.#popup.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#activate(found.length ? 0 : -1);
  }

  #swatch(id: string): HTMLElement {
    const community = this.#model.communities.find((one) => one.id === id);
    return community ? swatch(community) : el('span', 'swatch');
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [i, item] of [...this.#list.children].entries()) item.setAttribute('aria-selected', String(i === index));
    const item = this.#list.children[index];
    if (item) {
      this.#input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else this.#input.removeAttribute('aria-activedescendant');
    const found = this.#found[index];
    this.#events.onPoint(found && found.kind !== 'question' ? found.id : null);
  }

  #choose(index: number): void {
    const chosen = this.#found[index];
    if (!chosen) return;
    this.#close();
    this.#input.blur();
    if (chosen.kind === 'question') this.#events.onAsk(chosen.ask);
    else this.#events.onSelect(chosen.id);
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (this.#popup.hidden) this.#typed();
      else if (this.#found.length) this.#activate((this.#active + step + this.#found.length) % this.#found.length);
    } else if (event.key === 'Enter') this.#choose(this.#active);
    else if (event.key === 'Escape') {
      if (this.#popup.hidden) this.#input.blur();
      else this.#close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #close(): void {
    if (this.#popup.hidden) return;
    this.#popup.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
    this.#events.onPoint(null);
  }
}

function noteOf(one: Suggestion | Meant): string {
  if (one.kind === 'question') return 'question';
  if (one.kind === 'paper') return one.number ? String(one.number) : 'paper';
  return `${one.kind === 'community' ? one.kind : KIND_NAMES[one.kind][0]} · ${count(one.number, 'paper')}`;
}
