/** The search box: a combobox with a list of suggestions (ARIA Authoring Practices, "combobox with listbox popup"). */
import type { KnowledgeGraph, NodeKind } from '../../src/graph.ts';
import { lookUp } from '../../src/query/full-text.ts';
import { button, count, el } from '../dom.ts';
import { KIND_NAMES } from '../kinds.ts';
import { shapeIcon } from '../shapes.ts';

const SHOWN = 9;

export interface SearchEvents {
  onSelect(id: string): void;
  onQuery(text: string): void;
  /** The suggestion under the keyboard, so that the map can light it up. */
  onPoint(id: string | null): void;
}

interface Suggestion {
  id: string;
  kind: NodeKind | 'community';
  label: string;
  note: string;
}

export class Search {
  readonly node: HTMLElement;
  readonly #graph: KnowledgeGraph;
  readonly #events: SearchEvents;
  readonly #input: HTMLInputElement;
  readonly #list = el('ul', { id: 'suggestions', attr: { role: 'listbox', 'aria-label': 'Suggestions' } });
  readonly #summary = el('div', { className: 'summary', attr: { 'aria-live': 'polite' } });
  readonly #popup: HTMLElement;
  #found: Suggestion[] = [];
  #active = -1;

  constructor(graph: KnowledgeGraph, events: SearchEvents) {
    this.#graph = graph;
    this.#events = events;
    this.#input = el('input', {
      id: 'search',
      type: 'text',
      placeholder: 'Search papers and terms',
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
        blur: () => setTimeout(() => this.#close(), 120),
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
    const { found, summary } = suggest(this.#graph, text);
    this.#found = found;
    this.#summary.textContent = summary;
    this.#list.replaceChildren(
      ...found.map(({ id, kind, label, note }, i) =>
        el(
          'li',
          {
            id: `suggestion-${i}`,
            attr: { role: 'option', 'aria-selected': 'false', 'data-id': id },
            on: { click: () => this.#choose(i), pointermove: () => this.#activate(i) },
          },
          kind === 'community' ? el('span', 'swatch') : shapeIcon(kind),
          el('span', 'label', label),
          el('span', 'note', note),
        ),
      ),
    );
    this.#list.querySelectorAll<HTMLElement>('.swatch').forEach((swatch) => {
      const id = swatch.parentElement?.dataset.id;
      const community = this.#graph.getAttribute('communities').find((one) => one.id === id);
      if (community) swatch.style.setProperty('--swatch', community.color);
    });
    this.#popup.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#activate(found.length ? 0 : -1);
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [i, item] of [...this.#list.children].entries()) item.setAttribute('aria-selected', String(i === index));
    const item = this.#list.children[index];
    if (item) {
      this.#input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else this.#input.removeAttribute('aria-activedescendant');
    this.#events.onPoint(this.#found[index]?.id ?? null);
  }

  #choose(index: number): void {
    const chosen = this.#found[index];
    if (!chosen) return;
    this.#close();
    this.#input.blur();
    this.#events.onSelect(chosen.id);
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

/** The best few nodes for a text, communities by name first, and how many of each kind there are in all. */
export function suggest(graph: KnowledgeGraph, text: string): { found: Suggestion[]; summary: string } {
  const low = text.trim().toLowerCase();
  const communities = graph.getAttribute('communities').filter(({ label }) => low.length > 1 && label.toLowerCase().includes(low));
  const hits = lookUp(graph, text);
  const counts = new Map<NodeKind, number>();
  for (const { id } of hits) {
    const { kind } = graph.getNodeAttributes(id);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const found: Suggestion[] = hits.slice(0, SHOWN).map(({ id }) => {
    const node = graph.getNodeAttributes(id);
    if (node.kind === 'paper') return { id, kind: node.kind, label: node.title, note: node.date?.year ? String(node.date.year) : 'paper' };
    return {
      id,
      kind: node.kind,
      label: node.label,
      note: `${KIND_NAMES[node.kind][0]} · ${node.kind === 'result' ? '' : count(node.papers, 'paper')}`,
    };
  });
  for (const { id, label, size } of communities.slice(0, 2))
    found.push({ id, kind: 'community', label, note: `community · ${count(size, 'paper')}` });
  const parts = [...counts].map(([kind, n]) => count(n, ...KIND_NAMES[kind]));
  return { found, summary: parts.length ? parts.join(' · ') : communities.length ? '' : 'Nothing by that name. Try fewer or other words.' };
}
