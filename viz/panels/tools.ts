/** Buttons that belong to the map as a whole. */
import { button, el } from '../dom.ts';

export interface ToolActs {
  closer(): void;
  further(): void;
  home(): void;
  table(): void;
}

export class Tools {
  readonly node: HTMLElement;

  constructor(acts: ToolActs, ...more: HTMLElement[]) {
    this.node = el(
      'div',
      { id: 'tools', attr: { role: 'toolbar', 'aria-label': 'View' } },
      tool('Closer', '+', acts.closer),
      tool('Further away', '−', acts.further),
      tool('Show everything', '⤢', acts.home),
      tool('Table', '☰', acts.table),
      ...more,
    );
  }
}

export function tool(label: string, sign: string, act: () => void): HTMLButtonElement {
  const node = button('tool', act, sign);
  node.setAttribute('aria-label', label);
  node.title = label;
  return node;
}
