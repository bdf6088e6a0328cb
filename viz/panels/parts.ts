/** Pieces that several panels share. */
import type { Community, KnowledgeGraph, NodeKind } from '../../src/graph.ts';
import { parseColour, toHex } from '../colours.ts';
import { button, el, type Child } from '../dom.ts';
import { KIND_NAMES } from '../kinds.ts';
import { kindAt } from '../model.ts';
import { shapeIcon } from '../shapes.ts';
import type { Reading } from './text.ts';

/** A part of a panel; from the first function on the parts are made behind what is seen at once. */
export type Part = Child | (() => Child);

/** "technique", with its shape. */
export const kindTag = (kind: NodeKind): HTMLElement =>
  el('span', { className: 'kind', attr: { 'data-kind': kind } }, shapeIcon(kind), KIND_NAMES[kind][0]);

/** A node's name that opens it and lights it up. */
export function nodeLink({ model, open, point }: Omit<Reading, 'graph'>, id: string, text?: string): HTMLElement {
  const row = model.row(id);
  if (row < 0) return el('span', {}, text ?? id);
  const kind = kindAt(model, row);
  const link = button('node', () => open(id), shapeIcon(kind), el('span', {}, text ?? model.label(row)));
  link.dataset.kind = kind;
  link.dataset.node = id;
  for (const type of ['pointerenter', 'focus'] as const) link.addEventListener(type, () => point(id));
  for (const type of ['pointerleave', 'blur'] as const) link.addEventListener(type, () => point(null));
  return link;
}

/** A heading with its content; nothing where there is no content. */
export function section(title: string, ...children: Child[]): HTMLElement | null {
  const inside = children.filter((child) => child !== null && child !== undefined && child !== false);
  return inside.length ? el('section', {}, el('h3', {}, title), ...inside) : null;
}

/** Lines of a list, the first few at once and the rest when asked for. */
export function longList(className: string, lines: readonly (() => HTMLElement)[], first = 25): HTMLElement {
  const list = el('ul', className, ...lines.slice(0, first).map((make) => el('li', {}, make())));
  if (lines.length <= first) return list;
  let shown = first;
  const label = () => `show ${Math.min(4 * first, lines.length - shown)} more of ${lines.length.toLocaleString('en')}`;
  const more = button('more', () => {
    const next = lines.slice(shown, shown + 4 * first).map((make) => el('li', {}, make()));
    shown += next.length;
    list.append(...next);
    (next[0]?.querySelector('button') as HTMLElement | null)?.focus();
    if (shown >= lines.length) more.remove();
    else more.textContent = label();
  }, label()); // prettier-ignore
  return el('div', {}, list, more);
}

/** The community as a button with its colour. */
export function communityTag({ model, open }: Omit<Reading, 'graph'>, id: string | null): HTMLElement | null {
  const community = model.communities.find((one) => one.id === id);
  if (!community) return null;
  return button('community', () => open(community.id), swatch(community), el('span', {}, community.label));
}

/** A spot of a community's colour. */
export function swatch({ color }: Community): HTMLElement {
  const node = el('span', 'swatch');
  node.style.setProperty('--swatch', toHex(parseColour(color))); // whatever else it says is no colour
  return node;
}

/** The node that a result's slot names, or null where only the words are known. */
export const slotNode = (graph: KnowledgeGraph, result: string, edge: 'of' | 'over' | 'on' | 'runs_on'): string | null =>
  graph.findOutEdge(result, (_key, { kind }) => kind === edge)
    ? graph.target(graph.findOutEdge(result, (_key, { kind }) => kind === edge)!)
    : null;

export const SLOTS = [
  ['metric', 'of'],
  ['baseline', 'over'],
  ['dataset', 'on'],
  ['hardware', 'runs_on'],
] as const;
