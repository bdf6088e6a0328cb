/** Words in place of the map: nothing to show, or something failed. Always with what to do. */
import { el } from '../dom.ts';

export function message(title: string, remedy: string, command?: string): HTMLElement {
  return el(
    'div',
    { id: 'message', attr: { role: 'alert' } },
    el('h1', {}, title),
    el('p', {}, remedy),
    command ? el('code', {}, command) : null,
  );
}
