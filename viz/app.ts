/** Joins map, panels and address: every change goes through one state. */
import { EDGE_KINDS, NODE_KINDS } from '../src/graph.ts';
import { Arranger } from './arranger.ts';
import { count, el, type Child } from './dom.ts';
import { beyond, closest, framed, insetsOf } from './framing.ts';
import { hintOf } from './hint.ts';
import { countCommunities, countKinds, passing, rowsOf, type Passing } from './filter.ts';
import { DARK as UNLIT, focusOf, neighbourTowards, withLinks, type Focus } from './focus.ts';
import { onKeys } from './keys.ts';
import { labelFonts } from './label-layer.ts';
import { Lasso, within } from './lasso.ts';
import type { Loaded } from './load.ts';
import { edgeOf, PAPER } from './model.ts';
import { changedRows, changesPanel } from './panels/changes.ts';
import { Details } from './panels/details.ts';
import { openHelp } from './panels/help.ts';
import { Legend } from './panels/legend.ts';
import { Search } from './panels/search.ts';
import { selectionPanel } from './panels/selection.ts';
import { keepable } from './keepable.ts';
import { message } from './panels/message.ts';
import { openShare } from './panels/share.ts';
import { TablePanel } from './panels/table.ts';
import { themeButton } from './panels/theme.ts';
import { Tools, type ToolActs } from './panels/tools.ts';
import { Scene, type Insets } from './scene.ts';
import { fromHash, type Action, type State } from './state.ts';
import { Store } from './store.ts';

/** How long the camera rests before the address takes its place, in ms. */
const REST = 250;
/** Of a selection or a comparison no more is lit. */
const MOST_LIT = 2_000;

export interface Started {
  /** Takes everything off the page, for another graph. */
  stop(): void;
  /** Shows what is new since another graph, given as the bytes of its file. */
  compare(bytes: ArrayBuffer, name: string): Promise<void>;
}

export function start({ model, asker }: Loaded, stage: HTMLElement, chrome: HTMLElement, openFile: () => void): Started {
  const ended = new AbortController();
  const { signal } = ended;
  /** What the answer to a question names. */
  let answer: Focus = UNLIT;
  let shown: Passing = passing(model, fromHash('').filter);
  let selected: Focus = UNLIT;
  let hovered: string | null = null;
  /** What a selection or a comparison lights up. */
  let aside: Focus | null = null;
  /** Until the reader moves or chooses something the whole graph stays framed, and the address stays clean. */
  let moved = false;
  let first = true;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const status = el('div', { id: 'status', attr: { role: 'status' } });
  const hint = el('footer', { id: 'hint' });
  const store = new Store(render);
  const scene = new Scene(model, stage, {
    onSelect: (id) => choose(id, false),
    onPoint: point,
    onCamera: (camera) => {
      if (!moved) return;
      clearTimeout(resting);
      resting = setTimeout(() => store.dispatch({ type: 'camera', camera }), REST);
    },
    onDrawn: (drawn) => void (hint.textContent = hintOf(model, drawn, matchMedia('(hover: none)').matches)),
  });
  const arranger = new Arranger(model, {
    onMoved() {
      scene.placed();
      if (!moved) frameAll(false);
    },
    onState: (state) => (status.textContent = tools.arranging(state)),
    onError: (error) => chrome.append(message('This cannot be arranged', error.message)),
  });
  const search = new Search(model, asker, {
    onSelect: (id) => choose(id, true),
    onAsk: (question) => {
      store.dispatch({ type: 'ask', ask: question });
      details.focus();
    },
    onQuery: (text) => store.dispatch({ type: 'query', text }),
    onPoint: point,
  });
  const act = (action: Action) => (action.type === 'select' ? choose(action.id, true) : store.dispatch(action));
  const legend = new Legend(model, { dispatch: act, onPoint: point, undo: () => store.undo(), redo: () => store.redo() });
  const reading = { model, asker, open: (id: string) => choose(id, true), point, dispatch: act };
  const details = new Details(reading, { close: back, onNodes: answered });
  const table = new TablePanel(model, { dispatch: act, open: (id) => choose(id, true), point });
  const acts: ToolActs = {
    closer: () => zoom(1 / 1.6),
    further: () => zoom(1.6),
    home,
    lasso: () => lasso.arm(),
    arrange: __SINGLE_FILE__ ? null : arrange,
    table: () => store.dispatch({ type: 'table', table: store.state.table ? null : 'papers' }),
    ask,
    share,
    open: openFile,
    help: openHelp,
  };
  const tools = new Tools(
    acts,
    themeButton((theme) => scene.setTheme(theme)),
  );

  const left = el('div', { id: 'left' }, el('header', {}, el('h1', {}, 'claimgraph'), legend.opener, search.node), legend.node);
  chrome.append(left, details.node, table.node, tools.node, hint, status);

  const follows = (kind: number): boolean => !store.state.filter.hiddenLinks.includes(EDGE_KINDS[kind]!);
  const shows = (kind: number): boolean => !store.state.filter.hiddenKinds.includes(NODE_KINDS[kind]!);
  const known = (id: string): boolean => model.row(id) >= 0 || edgeOf(model, id) >= 0 || model.communities.some((one) => one.id === id);

  const insets = (): Insets => insetsOf({ left, legend: legend.node, search: search.node, details: details.node, table: table.node });

  scene.keepClear(() =>
    [...left.children, details.node, table.node, tools.node, hint]
      .map((node) => node.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height })),
  );

  /** Moves the camera so that all that passes is seen. */
  const frameAll = (animate: boolean): void => scene.frame(rowsOf(shown.nodes), insets(), { animate });

  function home(): void {
    moved = false;
    clearTimeout(resting);
    frameAll(true);
    store.dispatch({ type: 'camera', camera: null });
  }

  function zoom(factor: number): void {
    moved = true;
    scene.zoom(factor);
  }

  /** Lights up what the pointer or the focus is on; null goes back to what is selected. */
  function point(id: string | null): void {
    if (id === hovered) return;
    hovered = id;
    light();
  }

  function light(): void {
    const over = hovered === null ? UNLIT : focusOf(model, shown, hovered, { asked: false, depth: 1, shows, follows });
    scene.light(over.nodes.length ? over : selected.nodes.length ? selected : answer, store.state.selected, hovered);
  }

  /** @param seek whether the map moves to what is chosen (not where it was chosen on the map itself) */
  function choose(id: string | null, seek: boolean): void {
    if (id === null && store.state.selected === null) return;
    const inside = details.node.contains(document.activeElement);
    hovered = null;
    store.dispatch({ type: 'select', id });
    if (id === null) {
      light();
      if (inside && details.node.hidden) search.focus();
      else if (inside) details.focus();
      return;
    }
    moved = true;
    if (seek) scene.frame(framed(model, selected, id), insets(), { closest: closest(model) });
    else uncover(id);
    if (seek) details.node.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  /** One step out: from what is selected, from the question, from the table. */
  function back(): void {
    const { selected: chosen, ask: question, table: listed } = store.state;
    if (chosen !== null) choose(null, false);
    else if (!question && aside) setAside('', null, []);
    else if (question) {
      const inside = details.node.contains(document.activeElement);
      store.dispatch({ type: 'ask', ask: null });
      if (inside) search.focus();
    } else if (listed) store.dispatch({ type: 'table', table: null });
  }

  function ask(): void {
    store.dispatch({ type: 'ask', ask: store.state.ask ?? { query: 'results', params: {} } });
    details.focus();
  }

  /** Lights up what an answer names. */
  function answered(ids: readonly string[]): void {
    const rows = ids.map((id) => model.row(id)).filter((row) => row >= 0);
    answer = rows.length ? withLinks(model, rows, -1) : UNLIT;
    light();
    if (rows.length && store.state.selected === null) {
      moved = true;
      scene.frame(rows.slice(0, 60), insets(), { closest: closest(model) });
    }
  }

  /** Shows something in the panel that is no part of the address, and lights up what it is about. */
  function setAside(name: string, children: readonly Child[] | null, rows: readonly number[]): void {
    aside = children && { ...UNLIT, nodes: rows.slice(0, MOST_LIT) };
    details.setAside(name, children);
    if (store.state.ask) store.dispatch({ type: 'ask', ask: null });
    store.dispatch({ type: 'select', id: null });
    reread(store.state);
    if (!children) return;
    details.focus();
    moved = true;
    scene.frame(rows, insets(), { closest: closest(model) }); // not under the panel
  }

  const lasso = new Lasso(stage, signal, (outline) => {
    const rows = within(model, shown.nodes, scene.projection(), outline);
    if (!rows.length) return;
    const papersFirst = rows.sort((a, b) => Number(model.kind[b] === PAPER) - Number(model.kind[a] === PAPER) || a - b);
    void Promise.resolve(model.rest()).then(() => setAside('selection', selectionPanel(reading, rows), papersFirst));
  });

  async function compare(bytes: ArrayBuffer, name: string): Promise<void> {
    const diff = await asker.diff(bytes);
    const rows = changedRows(model, diff);
    setAside('what is new', changesPanel(reading, diff, name), rows);
  }

  /** Places what is shown anew, stops that, or puts all back; the whole is kept in view. */
  function arrange(): void {
    moved = false;
    clearTimeout(resting);
    store.dispatch({ type: 'camera', camera: null });
    arranger.next(shown);
  }

  function share(): void {
    openShare(keepable(model, shown, scene, asker));
  }

  /** Moves the map as little as it takes that no panel lies over a node. */
  function uncover(id: string): void {
    const row = model.row(id);
    if (row < 0) return;
    const { x, y } = scene.position(row);
    const { left, right, top, bottom } = insets();
    const [dx, dy] = [beyond(x, left, innerWidth - right), beyond(y, top, innerHeight - bottom)];
    if (dx !== 0 || dy !== 0) scene.pan(dx, dy);
  }

  function render(next: State, before: State): void {
    search.update(next.query);
    if (first ? next.size !== 'links' : next.size !== before.size) scene.sizeBy(next.size);
    const refiltered = first || next.filter !== before.filter;
    if (refiltered) {
      arranger.reset(); // it was made for what was shown
      shown = passing(model, next.filter);
      const papers = countCommunities(model, shown.nodes);
      scene.show(shown, papers);
      Object.assign(stage.dataset, {
        papers: String(countKinds(model, shown.nodes)[PAPER]),
        nodes: String(shown.nodes.reduce((sum, one) => sum + one, 0)),
      });
    }
    legend.update(next, shown, store);
    document.body.classList.toggle('listing', next.table !== null);
    table.update(next.table, shown.nodes, next.selected === null ? -1 : model.row(next.selected));
    if (next.table !== null && before.table === null) table.focus();
    if ((next.table === null) !== (before.table === null) && !moved && !first) frameAll(false);
    if (refiltered || next.selected !== before.selected || next.depth !== before.depth || next.ask !== before.ask) reread(next);
    first = false;
  }

  /** Shows what is chosen in the panel, and lights it up. */
  function reread(next: State): void {
    if (next.ask === null) answer = aside ?? UNLIT;
    selected = focusOf(model, shown, next.selected, { asked: true, depth: next.depth, shows, follows });
    light();
    const open = details.show(next.selected, next.ask);
    document.body.classList.toggle('reading', open);
    hint.hidden = open;
    const name = open ? details.title : null;
    document.title = name ? `${name} · claimgraph` : 'claimgraph';
    status.textContent = name ? `${name} is shown in the panel` : `${count(Number(stage.dataset['papers']), 'paper')} on the map`;
  }

  function restore(animate: boolean): void {
    const given = fromHash(location.hash);
    clearTimeout(resting);
    store.dispatch({
      type: 'restore',
      state: { ...given, selected: given.selected !== null && known(given.selected) ? given.selected : null },
    });
    const { camera, selected: chosen } = store.state;
    moved = camera !== null;
    if (camera) scene.moveTo(camera, animate);
    else if (chosen === null) frameAll(animate);
    else scene.frame(framed(model, selected, chosen), insets(), { animate, closest: closest(model) });
  }

  for (const type of ['pointerdown', 'wheel', 'touchstart'] as const)
    stage.addEventListener(type, () => void (moved = true), { capture: true, passive: true, signal });
  addEventListener('popstate', () => restore(true), { signal });
  addEventListener(
    'resize',
    () => {
      if (!moved && store.state.selected === null) frameAll(false);
    },
    { signal },
  );
  onKeys(
    {
      ...acts,
      search: () => search.focus(),
      back,
      undo: () => store.undo(),
      redo: () => store.redo(),
      deeper: () => store.dispatch({ type: 'deeper' }),
      walk(dx, dy) {
        if (selected.centre < 0) {
          moved = true;
          return scene.pan(dx * 80, -dy * 80);
        }
        const next = neighbourTowards(model, selected, dx, dy);
        if (next >= 0) choose(model.id(next), false);
      },
    },
    signal,
  );
  restore(false);
  void labelFonts().then(() => scene.redrawLabels());
  stage.dataset['ready'] = 'true';
  return {
    compare,
    stop() {
      ended.abort();
      clearTimeout(resting);
      arranger.kill();
      scene.kill();
      chrome.replaceChildren();
      document.body.className = '';
    },
  };
}
