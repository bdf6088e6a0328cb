/** Loads the graph and joins map, panels and address: every change goes through one state. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import type { KnowledgeGraph } from '../src/graph.ts';
import { button, count, el } from './dom.ts';
import { KIND_NAMES } from './kinds.ts';
import { loadFrom, NoGraphError } from './load.ts';
import { Details } from './panels/details.ts';
import { Legend } from './panels/legend.ts';
import { message } from './panels/message.ts';
import { Search } from './panels/search.ts';
import { themeButton } from './panels/theme.ts';
import { Scene, type Insets } from './scene.ts';
import { fromHash, INITIAL, reduce, toHash, type Action, type State } from './state.ts';
import { communityOf, countKinds, known, neighbourhood, visibleNodes } from './view.ts';

const stage = document.getElementById('stage')!;
const chrome = document.getElementById('chrome')!;

/** How long the camera rests before the address takes its place, in ms. */
const REST = 250;

function start(graph: KnowledgeGraph): void {
  let state: State = INITIAL;
  let visible: ReadonlySet<string> = new Set();
  /** Until the reader moves or chooses something the whole graph stays framed, and the address stays clean. */
  let moved = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const status = el('div', { id: 'status', attr: { role: 'status' } });
  const scene = new Scene(graph, stage, {
    onSelect: (id) => choose(id, false),
    onCamera: (camera) => {
      if (!moved) return;
      clearTimeout(resting);
      resting = setTimeout(() => dispatch({ type: 'camera', camera }), REST);
    },
  });
  const point = (id: string | null) => scene.hover(id);
  const search = new Search(graph, {
    onSelect: (id) => choose(id, true),
    onQuery: (text) => dispatch({ type: 'query', text }),
    onPoint: point,
  });
  const legend = new Legend(graph, {
    dispatch: (action) => (action.type === 'select' ? choose(action.id, true) : dispatch(action)),
    onPoint: point,
  });
  const details = new Details({ graph, open: (id) => choose(id, true), point }, () => choose(null, false));

  const openLegend = button('open-legend', () => {
    const open = legend.node.classList.toggle('open');
    openLegend.setAttribute('aria-expanded', String(open));
  }, 'Legend'); // prettier-ignore
  openLegend.setAttribute('aria-expanded', 'false');
  const tools = el('div', { id: 'tools', attr: { role: 'toolbar', 'aria-label': 'View' } });
  const tool = (label: string, sign: string, act: () => void) => {
    const node = button('tool', act, sign);
    node.setAttribute('aria-label', label);
    node.title = label;
    return node;
  };
  tools.append(
    tool('Closer', '+', () => zoom(1 / 1.6)),
    tool('Further away', '−', () => zoom(1.6)),
    tool('Show everything', '⤢', () => home()),
    themeButton((theme) => scene.setTheme(theme)),
  );
  const left = el('div', { id: 'left' }, el('header', {}, el('h1', {}, 'claimgraph'), openLegend, search.node), legend.node);
  const hint = el('p', { id: 'hint' }, opening(graph));
  chrome.append(left, details.node, tools, hint, status);

  function insets(): Insets {
    const wide = innerWidth >= 760;
    const beside = wide && legend.node.getBoundingClientRect().width > 0;
    const panel = details.node.hidden ? null : details.node.getBoundingClientRect();
    return {
      left: beside ? left.getBoundingClientRect().right + 30 : wide ? 60 : 24,
      right: wide && panel ? innerWidth - panel.left + 120 : wide ? 150 : 60,
      top: beside ? 40 : search.node.getBoundingClientRect().bottom + 16,
      bottom: !wide && panel ? innerHeight - panel.top + 20 : 60,
    };
  }

  scene.keepClear(() =>
    [...left.children, details.node, tools, hint]
      .map((node) => node.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height })),
  );

  function home(): void {
    moved = false;
    clearTimeout(resting);
    scene.frame(visible, insets());
    dispatch({ type: 'camera', camera: null });
  }

  function zoom(factor: number): void {
    moved = true;
    scene.zoom(factor);
  }

  /** @param seek whether the map moves to what is chosen (not where it was chosen on the map itself) */
  function choose(id: string | null, seek: boolean): void {
    if (id === null && state.selected === null) return;
    const inside = details.node.contains(document.activeElement);
    scene.hover(null);
    dispatch({ type: 'select', id }, true);
    if (id === null) {
      if (inside) search.focus();
      return;
    }
    moved = true;
    if (seek || covered(id)) scene.frame(framed(id), insets());
    if (seek) details.node.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  const framed = (id: string): string[] => {
    const near = [...neighbourhood(graph, id)].filter((node) => visible.has(node));
    const own = near.filter(
      (node) => graph.hasNode(id) && !graph.edges(id, node).every((key) => graph.getEdgeAttribute(key, 'kind') === 'related_to'),
    );
    return own.length > 1 ? own : near;
  };

  /** Whether a panel lies over a node. */
  function covered(id: string): boolean {
    if (!graph.hasNode(id)) return false;
    const { x, y } = scene.position(id);
    const { left, right, top, bottom } = insets();
    return x < left || x > innerWidth - right || y < top || y > innerHeight - bottom;
  }

  function dispatch(
    action: Action,
    isStep = action.type.startsWith('toggle') || action.type === 'only-community' || action.type === 'reset-filters',
  ): void {
    const next = reduce(state, action);
    if (next === state) return;
    const hash = toHash(next);
    const address = hash ? `#${hash}` : location.pathname + location.search;
    if (action.type !== 'restore') history[isStep ? 'pushState' : 'replaceState'](null, '', address);
    render(next);
  }

  function render(next: State): void {
    const before = state;
    state = next;
    const same =
      before.selected === next.selected &&
      before.hiddenKinds === next.hiddenKinds &&
      before.hiddenCommunities === next.hiddenCommunities &&
      before.rare === next.rare &&
      visible.size > 0;
    search.update(next.query);
    if (same) return;
    visible = visibleNodes(graph, next);
    scene.show(visible, next.selected);
    legend.update(next, visible);
    const open = details.show(next.selected);
    document.body.classList.toggle('reading', open);
    hint.hidden = open;
    const name = next.selected === null ? null : nameOf(graph, next.selected);
    document.title = name ? `${name} · claimgraph` : 'claimgraph';
    status.textContent = name
      ? `${name} is shown in the panel`
      : `${count(countKinds(graph, visible).get('paper') ?? 0, 'paper')} on the map`;
  }

  function restore(animate: boolean): void {
    const given = fromHash(location.hash);
    clearTimeout(resting);
    dispatch({
      type: 'restore',
      state: { ...given, selected: given.selected !== null && known(graph, given.selected) ? given.selected : null },
    });
    moved = state.camera !== null;
    if (state.camera) scene.moveTo(state.camera, animate);
    else scene.frame(state.selected === null ? visible : framed(state.selected), insets(), { animate });
  }

  for (const type of ['pointerdown', 'wheel', 'touchstart'] as const)
    stage.addEventListener(type, () => void (moved = true), { capture: true, passive: true });
  addEventListener('popstate', () => restore(true));
  addEventListener('resize', () => {
    if (!moved && state.selected === null) scene.frame(visible, insets(), { animate: false });
  });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const act = { '/': () => search.focus(), Escape: () => choose(null, false), '+': () => zoom(1 / 1.6), '-': () => zoom(1.6), '0': home }[
      event.key
    ];
    if (!act) return;
    event.preventDefault();
    act();
  });
  restore(false);
  void Promise.all(
    ["550 12px 'Inter Variable'", "italic 600 14px 'Source Serif 4 Variable'"].map((font) => document.fonts.load(font)),
  ).then(() => scene.redrawLabels());
  stage.dataset.ready = 'true';
}

const nameOf = (graph: KnowledgeGraph, id: string): string => communityOf(graph, id)?.label ?? graph.getNodeAttribute(id, 'label');

/** The first line that a newcomer reads. */
function opening(graph: KnowledgeGraph): string {
  const counts = countKinds(graph);
  const shared = graph.filterNodes((_id, node) => node.kind !== 'paper' && node.kind !== 'result' && node.papers > 1).length;
  return `${count(counts.get('paper') ?? 0, ...KIND_NAMES.paper)} and the ${shared} things they share. ${matchMedia('(hover: none)').matches ? 'Tap one' : 'Point at one to see its links, click it'} to read who claims what.`;
}

try {
  const graph = await loadFrom('graph.json');
  start(graph);
} catch (error) {
  const known = error instanceof NoGraphError;
  stage.dataset.ready = 'failed';
  chrome.replaceChildren(
    known
      ? message(error.message, error.remedy, error.command)
      : message(
          'The map cannot be drawn',
          `${error instanceof Error ? error.message : String(error)}. It needs WebGL: try another browser, or allow hardware acceleration.`,
        ),
  );
}
