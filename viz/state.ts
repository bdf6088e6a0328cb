/**
 * What is shown, as one plain value. Pure: the address holds all of it, so a view can be shared and the browser's
 * back button walks through it.
 */
import { EDGE_KINDS, NODE_KINDS, type EdgeKind, type NodeKind } from '../src/graph.ts';
import { isOpen, OPEN, type Filter } from './filter.ts';
import { MEASURES, type Measure } from './measures.ts';

/** Where one looks: centre in the map's framed coordinates (0 to 1 over the graph), and how much of it is seen. */
export interface Camera {
  x: number;
  y: number;
  ratio: number;
}

/** A question, by its name, with its parameters as text. */
export interface Question {
  query: string;
  params: { readonly [param: string]: string };
}

export const TABLES = ['papers', 'entities', 'results'] as const;
export type Table = (typeof TABLES)[number];

export interface State {
  /** Id of the node or community, or key of the edge, in the panel. */
  selected: string | null;
  filter: Filter;
  /** What the size of a node tells. */
  size: Measure;
  /** How many links from what is selected are lit. */
  depth: number;
  /** The question in the panel; shown where nothing is selected. */
  ask: Question | null;
  /** The table below the map. */
  table: Table | null;
  /** Text of the search box. */
  query: string;
  /** null: the whole graph, framed. */
  camera: Camera | null;
}

export const INITIAL: State = { selected: null, filter: OPEN, size: 'links', depth: 1, ask: null, table: null, query: '', camera: null };

export type Action =
  | { type: 'select'; id: string | null }
  | { type: 'toggle-kind'; kind: NodeKind }
  | { type: 'toggle-link'; kind: EdgeKind }
  | { type: 'toggle-community'; id: string }
  /** Shows one community alone; once more shows all again. */
  | { type: 'only-community'; id: string; all: readonly string[] }
  /** Keeps the papers linked with an entity; once more lets go. */
  | { type: 'toggle-linked'; id: string }
  | { type: 'filter'; change: Partial<Pick<Filter, 'least' | 'said' | 'sure' | 'from' | 'to'>> }
  | { type: 'reset-filters' }
  | { type: 'size'; size: Measure }
  | { type: 'ask'; ask: Question | null }
  /** One link further from what is selected; from the furthest back to one. */
  | { type: 'deeper' }
  | { type: 'table'; table: Table | null }
  | { type: 'query'; text: string }
  | { type: 'camera'; camera: Camera | null }
  | { type: 'restore'; state: State };

const DEEPEST = 3;

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = <T>(order: readonly T[], some: Iterable<unknown>): T[] => {
  const set = new Set(some);
  return order.filter((one) => set.has(one));
};
const unique = (ids: Iterable<string>): string[] => [...new Set(ids)].sort(byCode);
const toggled = <T>(list: readonly T[], item: T): T[] => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);
const round = (value: number): number => Math.round(value * 1e4) / 1e4 || 0;

/** The text as an address can carry it: no lone surrogates, at most 200 characters. */
const plain = (text: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text.slice(0, 200)));

function camera(from: Camera | null): Camera | null {
  if (!from || ![from.x, from.y, from.ratio].every(Number.isFinite)) return null;
  const ratio = round(from.ratio);
  return ratio > 0 && ratio < 1e4 && Math.abs(from.x) < 1e4 && Math.abs(from.y) < 1e4
    ? { x: round(from.x), y: round(from.y), ratio }
    : null;
}

const whole = (value: unknown, least: number, most: number): number | null => {
  const number = value === null || value === '' ? NaN : Number(value);
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
};

/** A filter whose every part can be. */
function sound(filter: Filter): Filter {
  const [from, to] = [whole(filter.from, 0, 120_000), whole(filter.to, 0, 120_000)];
  return {
    hiddenKinds: inOrder(NODE_KINDS, filter.hiddenKinds),
    hiddenCommunities: unique(filter.hiddenCommunities),
    hiddenLinks: inOrder(EDGE_KINDS, filter.hiddenLinks),
    least: whole(filter.least, 1, 1e6) ?? OPEN.least,
    said: whole(filter.said, 1, 1e6) ?? OPEN.said,
    sure: whole(filter.sure, 0, 100) ?? OPEN.sure,
    from: from !== null && to !== null && from > to ? to : from,
    to: from !== null && to !== null && from > to ? from : to,
    linked: unique(filter.linked),
  };
}

const filterBy = (state: State, change: Partial<Filter>): State => ({ ...state, filter: sound({ ...state.filter, ...change }) });

/** The state after an action; the same object where nothing changes. */
export function reduce(state: State, action: Action): State {
  const { filter } = state;
  switch (action.type) {
    case 'select':
      return action.id === state.selected ? state : { ...state, selected: action.id };
    case 'toggle-kind':
      return filterBy(state, { hiddenKinds: toggled(filter.hiddenKinds, action.kind) });
    case 'toggle-link':
      return filterBy(state, { hiddenLinks: toggled(filter.hiddenLinks, action.kind) });
    case 'toggle-community':
      return filterBy(state, { hiddenCommunities: toggled(filter.hiddenCommunities, action.id) });
    case 'only-community': {
      const others = unique(action.all.filter((id) => id !== action.id));
      const alone = others.length === filter.hiddenCommunities.length && others.every((id, i) => id === filter.hiddenCommunities[i]);
      return filterBy(state, { hiddenCommunities: alone ? [] : others });
    }
    case 'toggle-linked':
      return filterBy(state, { linked: toggled(filter.linked, action.id) });
    case 'filter':
      return filterBy(state, action.change);
    case 'reset-filters':
      return { ...state, filter: OPEN };
    case 'size':
      return action.size === state.size ? state : { ...state, size: action.size };
    case 'ask':
      return { ...state, ask: action.ask, selected: action.ask ? null : state.selected };
    case 'deeper':
      return { ...state, depth: (state.depth % DEEPEST) + 1 };
    case 'table':
      return action.table === state.table ? state : { ...state, table: action.table };
    case 'query': {
      const query = plain(action.text);
      return query === state.query ? state : { ...state, query };
    }
    case 'camera':
      return { ...state, camera: camera(action.camera) };
    case 'restore':
      return action.state;
  }
}

/** Whether going back over an action is a step of its own: the reader chose something, rather than moved or typed. */
export const isStep = ({ type }: Action): boolean => !['query', 'camera', 'restore'].includes(type);

/** Parameters of a question stand in the address with this before their names. */
const PARAM = 'ask.';

/** The state as the part of an address after `#`; empty for the opening view. */
export function toHash({ selected, filter, size, depth, ask, table, query, camera }: State): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | null, unless: unknown = null) => {
    if (value !== null && value !== unless) params.set(name, String(value));
  };
  put('at', selected);
  put('hide', filter.hiddenKinds.join(), OPEN.hiddenKinds.join());
  put('cut', filter.hiddenLinks.join(), '');
  for (const id of filter.hiddenCommunities) params.append('without', id);
  for (const id of filter.linked) params.append('with', id);
  put('least', filter.least, OPEN.least);
  put('said', filter.said, OPEN.said);
  put('sure', filter.sure, OPEN.sure);
  put('from', filter.from);
  put('to', filter.to);
  if (ask) {
    params.set('ask', ask.query);
    for (const [name, value] of Object.entries(ask.params)) params.set(PARAM + name, value);
  }
  put('size', size, INITIAL.size);
  put('depth', depth, 1);
  put('table', table);
  put('q', query, '');
  if (camera) params.set('view', `${camera.x},${camera.y},${camera.ratio}`);
  return params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/');
}

/** Reads what `toHash` wrote, with or without the `#`. Never throws: what it does not understand is left out. */
export function fromHash(hash: string): State {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const hide = params.get('hide');
  const view = (params.get('view') ?? '').split(',');
  const number = (name: string) => whole(params.get(name), 0, 1e6);
  const query = params.get('ask');
  const asked = [...params].filter(([name]) => name.startsWith(PARAM)).map(([name, value]) => [name.slice(PARAM.length), value] as const);
  return {
    selected: params.get('at') || null,
    filter: sound({
      hiddenKinds: hide === null ? OPEN.hiddenKinds : (hide.split(',') as NodeKind[]),
      hiddenLinks: (params.get('cut') ?? '').split(',') as EdgeKind[],
      hiddenCommunities: params.getAll('without'),
      linked: params.getAll('with'),
      least: number('least') ?? OPEN.least,
      said: number('said') ?? OPEN.said,
      sure: number('sure') ?? OPEN.sure,
      from: number('from'),
      to: number('to'),
    }),
    size: MEASURES.find((one) => one === params.get('size')) ?? INITIAL.size,
    depth: whole(params.get('depth'), 1, DEEPEST) ?? 1,
    ask: query ? { query, params: Object.fromEntries(asked) } : null,
    table: TABLES.find((one) => one === params.get('table')) ?? null,
    query: plain(params.get('q') ?? ''),
    camera: view.length === 3 ? camera({ x: Number(view[0]), y: Number(view[1]), ratio: Number(view[2]) }) : null,
  };
}

/** Whether any filter differs from the opening view. */
export const filtered = ({ filter }: State): boolean => !isOpen(filter);
