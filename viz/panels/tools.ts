/** Buttons that belong to the map as a whole. */
import { button, el } from '../dom.ts';

export interface ToolActs {
  closer(): void;
  further(): void;
  home(): void;
  lasso(): void;
  table(): void;
  ask(): void;
  share(): void;
  open(): void;
  help(): void;
}

export class Tools {
  readonly node: HTMLElement;

  constructor(acts: ToolActs, ...more: HTMLElement[]) {
    this.node = el(
      'nav',
      { id: 'tools', attr: { 'aria-label': 'View' } },
      zoomTool('Closer', '+', acts.closer),
      zoomTool('Further away', '−', acts.further),
      tool('Show everything', '⤢', acts.home),
      tool('Draw around papers to compare their claims (Shift and drag)', '◌', acts.lasso),
      tool('Table of what is on the map', 'Table', acts.table),
      tool('Ask a question', 'Ask', acts.ask),
      tool('Keep or share this view', 'Share', acts.share),
      tool('Open a graph or papers', 'Open', acts.open),
      tool('Help', '?', acts.help),
      ...more,
    );
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
