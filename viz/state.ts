/**
 * What is shown, as one plain value. Pure: the address holds all of it, so a view can be shared and the browser's
 * back button walks through it.
 */
import { NODE_KINDS, type NodeKind } from '../src/graph.ts';

/** Where one looks: centre in sigma's framed coordinates (0 to 1 over the graph), and how much of it is seen. */
export interface Camera {
  x: number;
  y: number;
  ratio: number;
}

export interface State {
  /** Id of the node or community in the panel. */
  selected: string | null;
  /** In the order of NODE_KINDS. */
  hiddenKinds: readonly NodeKind[];
  /** Ids, in code-unit order. */
  hiddenCommunities: readonly string[];
  /** Whether entities that only one paper names are drawn. */
  rare: boolean;
  /** Text of the search box. */
  query: string;
  /** null: the whole graph, framed. */
  camera: Camera | null;
}

/** Papers and what they share; results wait until they are asked for. */
export const INITIAL: State = { selected: null, hiddenKinds: ['result'], hiddenCommunities: [], rare: false, query: '', camera: null };

export type Action =
  | { type: 'select'; id: string | null }
  | { type: 'toggle-kind'; kind: NodeKind }
  | { type: 'toggle-community'; id: string }
  /** Shows one community alone; once more shows all again. */
  | { type: 'only-community'; id: string; all: readonly string[] }
  | { type: 'toggle-rare' }
  | { type: 'query'; text: string }
  | { type: 'camera'; camera: Camera | null }
  | { type: 'reset-filters' }
  | { type: 'restore'; state: State };

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (kinds: Iterable<NodeKind>): NodeKind[] => {
  const set = new Set(kinds);
  return NODE_KINDS.filter((kind) => set.has(kind));
};
const unique = (ids: Iterable<string>): string[] => [...new Set(ids)].sort(byCode);
const toggled = <T>(list: readonly T[], item: T): T[] => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);
const round = (value: number): number => Math.round(value * 1e4) / 1e4 || 0;

/** The text as an address can carry it: no lone surrogates, at most 200 characters. */
const plain = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text.slice(0, 200)));

function camera(from: Camera | null): Camera | null {
  if (!from || ![from.x, from.y, from.ratio].every(Number.isFinite)) return null;
  const ratio = round(from.ratio);
  return ratio > 0 && ratio < 1e4 && Math.abs(from.x) < 1e4 && Math.abs(from.y) < 1e4
    ? { x: round(from.x), y: round(from.y), ratio }
    : null;
}

/** The state after an action; the same object where nothing changes. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'select':
      return action.id === state.selected ? state : { ...state, selected: action.id };
    case 'toggle-kind':
      return { ...state, hiddenKinds: inOrder(toggled(state.hiddenKinds, action.kind)) };
    case 'toggle-community':
      return { ...state, hiddenCommunities: unique(toggled(state.hiddenCommunities, action.id)) };
    case 'only-community': {
      const others = unique(action.all.filter((id) => id !== action.id));
      const alone = others.length === state.hiddenCommunities.length && others.every((id, i) => id === state.hiddenCommunities[i]);
      return { ...state, hiddenCommunities: alone ? [] : others };
    }
    case 'toggle-rare':
      return { ...state, rare: !state.rare };
    case 'query': {
      const query = plain(action.text);
      return query === state.query ? state : { ...state, query };
    }
    case 'camera':
      return { ...state, camera: camera(action.camera) };
    case 'reset-filters':
      return { ...state, hiddenKinds: INITIAL.hiddenKinds, hiddenCommunities: [], rare: false };
    case 'restore':
      return action.state;
  }
}

/** Whether any filter differs from the opening view. */
export const filtered = (state: State): boolean =>
  state.rare || state.hiddenCommunities.length > 0 || state.hiddenKinds.join() !== INITIAL.hiddenKinds.join();

/** The state as the part of an address after `#`; empty for the opening view. */
export function toHash(state: State): string {
  const params = new URLSearchParams();
  if (state.selected !== null) params.set('at', state.selected);
  if (state.hiddenKinds.join() !== INITIAL.hiddenKinds.join()) params.set('hide', state.hiddenKinds.join());
  for (const id of state.hiddenCommunities) params.append('without', id);
  if (state.rare) params.set('rare', '1');
  if (state.query) params.set('q', state.query);
  if (state.camera) params.set('view', `${state.camera.x},${state.camera.y},${state.camera.ratio}`);
  return params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%2F', '/');
}

/** Reads what `toHash` wrote, with or without the `#`. Never throws: what it does not understand is left out. */
export function fromHash(hash: string): State {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const hide = params.get('hide');
  const view = (params.get('view') ?? '').split(',');
  return {
    selected: params.get('at') || null,
    hiddenKinds: hide === null ? INITIAL.hiddenKinds : inOrder(hide.split(',') as NodeKind[]),
    hiddenCommunities: unique(params.getAll('without')),
    rare: params.get('rare') === '1',
    query: plain(params.get('q') ?? ''),
    camera: view.length === 3 ? camera({ x: Number(view[0]), y: Number(view[1]), ratio: Number(view[2]) }) : null,
  };
}
