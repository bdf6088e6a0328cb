/** Buttons that belong to the map as a whole. */
import type { Arranging } from '../arranger.ts';
import { button, el } from '../dom.ts';

const ARRANGES: { readonly [state in Arranging]: readonly [sign: string, label: string, said: string] } = {
  'as built': ['Arrange', 'Arrange what is shown anew (r)', 'Every node is back in its place'],
  moving: ['Stop', 'Stop arranging (r)', 'Arranging what is shown'],
  anew: ['Put back', 'Put every node back in its place (r)', 'What is shown has been arranged anew'],
};

export interface ToolActs {
  closer(): void;
  further(): void;
  home(): void;
  lasso(): void;
  /** Null where the page cannot. */
  arrange: (() => void) | null;
  table(): void;
  ask(): void;
  share(): void;
  open(): void;
  help(): void;
}

export class Tools {
  readonly node: HTMLElement;
  readonly #arrange: HTMLButtonElement | null;

  constructor(acts: ToolActs, ...more: HTMLElement[]) {
    this.#arrange = acts.arrange && tool(ARRANGES['as built'][1], ARRANGES['as built'][0], acts.arrange);
    this.#arrange?.classList.add('arrange');
    this.node = el(
      'nav',
      { id: 'tools', attr: { 'aria-label': 'View' } },
      zoomTool('Closer', '+', acts.closer),
      zoomTool('Further away', '−', acts.further),
      tool('Show everything', '⤢', acts.home),
      tool('Draw around papers to compare their claims (Shift and drag)', '◌', acts.lasso),
      this.#arrange,
      tool('Table of what is on the map', 'Table', acts.table),
      tool('Ask a question', 'Ask', acts.ask),
      tool('Keep or share this view', 'Share', acts.share),
      tool('Open a graph or papers', 'Open', acts.open),
      tool('Help', '?', acts.help),
      ...more,
    );
  }

  /** Tells on the button what it does next. Returns what is to be said of it. */
  arranging(state: Arranging): string {
    const [sign, label, said] = ARRANGES[state];
    if (this.#arrange) [this.#arrange.textContent, this.#arrange.title] = [sign, label];
    return said;
  }
}

export function tool(label: string, sign: string, act: () => void): HTMLButtonElement {
  const node = button(sign.length > 1 ? 'tool word' : 'tool', act, sign);
  if (sign.length === 1) node.setAttribute('aria-label', label);
  node.title = label;
  return node;
}

/** Where fingers zoom there is no need of it. */
function zoomTool(label: string, sign: string, act: () => void): HTMLButtonElement {
  const node = tool(label, sign, act);
  node.classList.add('zoom');
  return node;
}
