/** Keeping what is seen: a link to it, a picture of it, its data. */
import type { Asker } from '../asker.ts';
import { button, el } from '../dom.ts';
import { pngOf } from '../picture.ts';
import { save } from '../save.ts';
import { openDialog } from './dialog.ts';

export interface Shared {
  asker: Asker;
  /** The map as SVG. */
  svg(): string;
  /** What passes the filter: ids of nodes, and keys of links among them that do not. */
  part(): { nodes: string[]; withoutEdges: string[] };
}

/** Pixels of a PNG for each of the screen's. */
const FINE = 3;

export function openShare({ asker, svg, part }: Shared): HTMLDialogElement {
  const status = el('p', { className: 'facts', attr: { role: 'status' } });
  const says = (text: string) => void (status.textContent = text);
  const attempt = (what: string, act: () => Promise<void>) => () => {
    says(`${what} …`);
    act().then(
      () => says(`${what}: done`),
      (error: unknown) => says(`${what}: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
  /** The program's own server lets no other page frame it. */
  const framed = !['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname);
  const link = el('input', { readOnly: true, value: location.href, attr: { 'aria-label': 'Link to this view' } });
  const embed = el('input', {
    readOnly: true,
    value: `<iframe src="${embedded(location)}" width="900" height="600" title="claimgraph"></iframe>`,
    attr: { 'aria-label': 'Code that embeds this view' },
  });
  for (const input of [link, embed]) input.addEventListener('focus', () => input.select());
  const copy = (input: HTMLInputElement, what: string) =>
    button('act', attempt(what, () => copyText(input)), 'copy'); // prettier-ignore
  const format = el('select', { id: 'format', attr: { 'aria-label': 'Format' } });
  void asker
    .formats()
    .then((all) =>
      format.append(...all.map(({ id, summary, extension }) => el('option', { value: `${id} ${extension}` }, `${id}: ${summary}`))),
    );
  return openDialog(
    'Keep this view',
    el('h3', {}, 'Link'),
    el('div', 'line', link, copy(link, 'copying the link')),
    el('h3', {}, 'Picture'),
    el(
      'div',
      'line',
      button('act', attempt('PNG', async () => save(await pngOf(svg(), FINE), 'claimgraph.png')), 'PNG'),
      button('act', attempt('SVG', async () => save(new Blob([svg()], { type: 'image/svg+xml' }), 'claimgraph.svg')), 'SVG'),
      el('span', 'facts', 'with its legend'),
    ),
    el('h3', {}, 'Data of what passes the filters'),
    el(
      'div',
      'line',
      format,
      button('act', attempt('writing', async () => {
        const [id, extension] = format.value.split(' ') as [string, string];
        const { nodes, withoutEdges } = part();
        save(await asker.write(id, nodes, withoutEdges), `claimgraph.${extension}`);
      }), 'save'),
    ),
    framed && el('h3', {}, 'In another page'),
    framed && el('div', 'line', embed, copy(embed, 'copying the code')),
    status,
  ); // prettier-ignore
}

/** The address with the controls left out. */
const embedded = ({ origin, pathname, hash }: Location): string => `${origin}${pathname}?embed${hash}`.replaceAll('"', '%22');

async function copyText(input: HTMLInputElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(input.value);
  } catch {
    input.select(); // where the clipboard is forbidden, the reader copies what is marked
    throw new Error('press Ctrl C');
  }
}
