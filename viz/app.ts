/** Joins map, panels and address: every change goes through one state. */
import { EDGE_KINDS, NODE_KINDS } from '../src/graph.ts';
import { button, count, el } from './dom.ts';
import { hintOf } from './hint.ts';
import { countCommunities, countKinds, passing, type Passing } from './filter.ts';
import { DARK as UNLIT, focusOf, neighbourTowards, withLinks, type Focus } from './focus.ts';
import { onKeys } from './keys.ts';
import type { Loaded } from './load.ts';
import { parseColour } from './colours.ts';
import { edgeKindAt, edgeOf, forEachLink, keyOf, PAPER } from './model.ts';
import { svgOf } from './picture.ts';
import { Details } from './panels/details.ts';
import { openHelp } from './panels/help.ts';
import { Legend } from './panels/legend.ts';
import { Search } from './panels/search.ts';
import { openShare } from './panels/share.ts';
import { TablePanel } from './panels/table.ts';
import { themeButton } from './panels/theme.ts';
import { Tools } from './panels/tools.ts';
import { Scene, type Insets } from './scene.ts';
import { fromHash, type Action, type State } from './state.ts';
import { Store } from './store.ts';

/** How long the camera rests before the address takes its place, in ms. */
const REST = 250;

export interface Started {
  /** Takes everything off the page, for another graph. */
  stop(): void;
}

export function start({ model, asker }: Loaded, stage: HTMLElement, chrome: HTMLElement, openFile: () => void): Started {
  const ended = new AbortController();
  const { signal } = ended;
  /** What the answer to a question names. */
  let answer: Focus = UNLIT;
  let shown: Passing = passing(model, fromHash('').filter);
  let selected: Focus = UNLIT;
  let hovered: string | null = null;
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
  const search = new Search(model, asker, {
    onSelect: (id) => choose(id, true),
    onQuery: (text) => store.dispatch({ type: 'query', text }),
    onPoint: point,
  });
  const act = (action: Action) => (action.type === 'select' ? choose(action.id, true) : store.dispatch(action));
  const legend = new Legend(model, { dispatch: act, onPoint: point, undo: () => store.undo(), redo: () => store.redo() });
  const details = new Details({ model, asker, open: (id) => choose(id, true), point, dispatch: act }, { close: back, onNodes: answered });
  const table = new TablePanel(model, { dispatch: act, open: (id) => choose(id, true), point });
  const toggleTable = () => store.dispatch({ type: 'table', table: store.state.table ? null : 'papers' });
  const tools = new Tools(
    { closer: () => zoom(1 / 1.6), further: () => zoom(1.6), home, table: toggleTable, ask, share, open: openFile, help: openHelp },
    themeButton((theme) => scene.setTheme(theme)),
  );

  const openLegend = button('open-legend', () => {
    const open = legend.node.classList.toggle('open');
    openLegend.setAttribute('aria-expanded', String(open));
  }, 'Legend'); // prettier-ignore
  openLegend.setAttribute('aria-expanded', 'false');
  const left = el('div', { id: 'left' }, el('header', {}, el('h1', {}, 'claimgraph'), openLegend, search.node), legend.node);
  chrome.append(left, details.node, table.node, tools.node, hint, status);

  const follows = (kind: number): boolean => !store.state.filter.hiddenLinks.includes(EDGE_KINDS[kind]!);
  const shows = (kind: number): boolean => !store.state.filter.hiddenKinds.includes(NODE_KINDS[kind]!);
  const known = (id: string): boolean => model.row(id) >= 0 || edgeOf(model, id) >= 0 || model.communities.some((one) => one.id === id);

  function insets(): Insets {
    const wide = innerWidth >= 760;
    const beside = wide && legend.node.getBoundingClientRect().width > 0;
    const panel = details.node.hidden ? null : details.node.getBoundingClientRect();
    return {
      left: beside ? left.getBoundingClientRect().right + 30 : wide ? 60 : 24,
      right: wide && panel ? innerWidth - panel.left + 100 : wide ? 110 : 60,
      top: beside ? 40 : search.node.getBoundingClientRect().bottom + 16,
      bottom:
        !wide && panel ? innerHeight - panel.top + 20 : table.node.hidden ? 60 : innerHeight - table.node.getBoundingClientRect().top + 20,
    };
  }

  scene.keepClear(() =>
    [...left.children, details.node, table.node, tools.node, hint]
      .map((node) => node.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height })),
  );

  const passed = (): number[] => {
    const rows: number[] = [];
    for (let i = 0; i < model.count; i++) if (shown.nodes[i]) rows.push(i);
    return rows;
  };

  function home(): void {
    moved = false;
    clearTimeout(resting);
    scene.frame(passed(), insets());
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
      if (inside) search.focus();
      return;
    }
    moved = true;
    if (seek || covered(id)) scene.frame(framed(id), insets(), { closest: closest() });
    if (seek) details.node.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  /** One step out: from what is selected, from the question, from the table. */
  function back(): void {
    const { selected: chosen, ask: question, table: listed } = store.state;
    if (chosen !== null) choose(null, false);
    else if (question) store.dispatch({ type: 'ask', ask: null });
    else if (listed) store.dispatch({ type: 'table', table: null });
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
      scene.frame(rows.slice(0, 60), insets(), { closest: closest() });
    }
  }

  function share(): void {
    const counts = countKinds(model, shown.nodes);
    const papers = countCommunities(model, shown.nodes);
    openShare({
      asker,
      svg: () =>
        svgOf(
          scene.picture({
            title: `${count(counts[PAPER]!, 'paper')} · claimgraph`,
            kinds: counts.flatMap((n, kind) => (n ? [{ kind, count: n }] : [])),
            communities: model.communities.flatMap(({ label, color }, i) =>
              papers[i] ? [{ label, colour: parseColour(color), count: papers[i] }] : [],
            ),
          }),
        ),
      part: () => ({
        nodes: passed().map((row) => model.id(row)),
        withoutEdges: [...shown.edges.keys()]
          .filter((edge) => !shown.edges[edge] && shown.nodes[model.source[edge]!] && shown.nodes[model.target[edge]!])
          .map((edge) => keyOf(model, edge)),
      }),
    });
  }

  /** In a large graph one goes closer to see a neighbourhood. */
  const closest = (): number => Math.min(0.42, 0.42 * Math.sqrt(400 / Math.max(400, model.count)));

  /** What the map moves to: what is chosen with what lies nearest of its links, but for papers that are merely alike. */
  function framed(id: string): number[] {
    const { centre, nodes } = selected;
    if (centre < 0) return nodes.length ? [...nodes] : model.row(id) >= 0 ? [model.row(id)] : [];
    const own: number[] = [centre];
    forEachLink(model, centre, (edge, other) => {
      if (edgeKindAt(model, edge) !== 'related_to' && nodes.includes(other)) own.push(other);
    });
    const near = own.length > 1 ? own : [...nodes];
    const away = (node: number) => Math.hypot(model.x[node]! - model.x[centre]!, model.y[node]! - model.y[centre]!);
    return near.sort((a, b) => away(a) - away(b)).slice(0, Math.max(8, Math.ceil(near.length * 0.7)));
  }

  /** Whether a panel lies over a node. */
  function covered(id: string): boolean {
    const row = model.row(id);
    if (row < 0) return false;
    const { x, y } = scene.position(row);
    const { left, right, top, bottom } = insets();
    return x < left || x > innerWidth - right || y < top || y > innerHeight - bottom;
  }

  function render(next: State, before: State): void {
    search.update(next.query);
    const refiltered = first || next.filter !== before.filter;
    if (refiltered) {
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
    if ((next.table === null) !== (before.table === null) && !moved && !first) scene.frame(passed(), insets(), { animate: false });
    if (refiltered || next.selected !== before.selected || next.depth !== before.depth || next.ask !== before.ask) {
      if (next.ask === null) answer = UNLIT;
      selected = focusOf(model, shown, next.selected, { asked: true, depth: next.depth, shows, follows });
      light();
      const open = details.show(next.selected, next.ask);
      document.body.classList.toggle('reading', open);
      hint.hidden = open;
      const name = open ? details.title : null;
      document.title = name ? `${name} · claimgraph` : 'claimgraph';
      status.textContent = name ? `${name} is shown in the panel` : `${count(Number(stage.dataset['papers']), 'paper')} on the map`;
    }
    first = false;
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
    else scene.frame(chosen === null ? passed() : framed(chosen), insets(), { animate, ...(chosen !== null && { closest: closest() }) });
  }

  for (const type of ['pointerdown', 'wheel', 'touchstart'] as const)
    stage.addEventListener(type, () => void (moved = true), { capture: true, passive: true, signal });
  addEventListener('popstate', () => restore(true), { signal });
  addEventListener(
    'resize',
    () => {
      if (!moved && store.state.selected === null) scene.frame(passed(), insets(), { animate: false });
    },
    { signal },
  );
  onKeys(
    {
      search: () => search.focus(),
      back,
      ask,
      share,
      help: openHelp,
      closer: () => zoom(1 / 1.6),
      further: () => zoom(1.6),
      home,
      undo: () => store.undo(),
      redo: () => store.redo(),
      table: toggleTable,
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
  void Promise.all(
    ["550 12px 'Inter Variable'", "italic 600 14px 'Source Serif 4 Variable'"].map((font) => document.fonts.load(font)),
  ).then(() => scene.redrawLabels());
  stage.dataset['ready'] = 'true';
  return {
    stop() {
      ended.abort();
      clearTimeout(resting);
      scene.kill();
      chrome.replaceChildren();
      document.body.className = '';
    },
  };
}
