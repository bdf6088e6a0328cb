/** A dialog that the browser itself keeps the focus in, and closes on Esc. */
import { button, el, type Child } from '../dom.ts';

export function openDialog(title: string, ...children: Child[]): HTMLDialogElement {
  const shut = button('close', () => dialog.close(), '×');
  shut.setAttribute('aria-label', 'Close');
  const dialog = el('dialog', { attr: { 'aria-label': title } }, el('h2', {}, title), ...children, shut);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
