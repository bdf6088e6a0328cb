/** What keys do, declared once: the handler and the help come from here. */
export interface Acts {
  search(): void;
  back(): void;
  closer(): void;
  further(): void;
  home(): void;
  undo(): void;
  redo(): void;
  table(): void;
  lasso(): void;
  deeper(): void;
  ask(): void;
  share(): void;
  /** Null where the page cannot. */
  arrange: (() => void) | null;
  help(): void;
  /** To the neighbour in that direction, or over the map where nothing is chosen; x to the right, y upwards. */
  walk(dx: number, dy: number): void;
}

interface Key {
  keys: readonly string[];
  says: string;
  act(acts: Acts, key: string): void;
}

const ARROWS = new Map<string, readonly [dx: number, dy: number]>([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, 1]],
  ['ArrowDown', [0, -1]],
]);

export const KEYS: readonly Key[] = [
  { keys: ['/'], says: 'search', act: (acts) => acts.search() },
  { keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], says: 'walk to a neighbour, or over the map', act: (acts, key) => acts.walk(...ARROWS.get(key)!) }, // prettier-ignore
  { keys: ['t'], says: 'the table', act: (acts) => acts.table() },
  { keys: ['l'], says: 'draw around papers, to compare their claims; also Shift and drag', act: (acts) => acts.lasso() },
  { keys: ['d'], says: 'what is one link further, up to three', act: (acts) => acts.deeper() },
  { keys: ['a'], says: 'ask', act: (acts) => acts.ask() },
  { keys: ['r'], says: 'arrange what is shown anew; once more stops, then puts it back', act: (acts) => acts.arrange?.() },
  { keys: ['s'], says: 'keep or share this view', act: (acts) => acts.share() },
  { keys: ['?'], says: 'these keys', act: (acts) => acts.help() },
  { keys: ['Escape'], says: 'go back', act: (acts) => acts.back() },
  { keys: ['+', '='], says: 'closer', act: (acts) => acts.closer() },
  { keys: ['-'], says: 'further away', act: (acts) => acts.further() },
  { keys: ['0'], says: 'show everything', act: (acts) => acts.home() },
];

/** Listens, but not while somebody types or works a control that uses the same keys. */
export function onKeys(acts: Acts, signal: AbortSignal): void {
  addEventListener(
    'keydown',
    (event) => {
      const { target, key } = event;
      const field = target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
      // Where text is undone by the browser; Esc leads out of it all the same.
      if (field && key !== 'Escape' && !['checkbox', 'range'].includes(target.type)) return;
      const modified = event.ctrlKey || event.metaKey;
      if (modified && key.toLowerCase() === 'z') {
        event.preventDefault();
        return event.shiftKey ? acts.redo() : acts.undo();
      }
      if ((field && key !== 'Escape') || modified || event.altKey || document.querySelector('dialog[open]')) return;
      // Arrows scroll a panel that has the focus.
      if (ARROWS.has(key) && target instanceof Element && target.closest('#details, #legend, #table, dialog')) return;
      const found = KEYS.find(({ keys }) => keys.includes(key));
      if (!found) return;
      event.preventDefault();
      found.act(acts, key);
    },
    { signal },
  );
}
