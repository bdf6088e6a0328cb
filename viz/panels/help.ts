/** What keys do and what the map shows. */
import { el } from '../dom.ts';
import { KEYS } from '../keys.ts';
import { openDialog } from './dialog.ts';

const SIGNS = new Map([['ArrowLeft', '←'], ['ArrowRight', '→'], ['ArrowUp', '↑'], ['ArrowDown', '↓'], ['Escape', 'Esc']]); // prettier-ignore

export const openHelp = (): HTMLDialogElement =>
  openDialog(
    'Help',
    el(
      'p',
      {},
      'A large dot is a paper; the other shapes are what papers name: techniques, datasets, hardware, metrics and tasks. A colour is a community of papers that share much. Click anything to read the sentences it rests on; a line that bears a figure is a claim against a baseline.',
    ),
    el(
      'dl',
      'keys',
      ...KEYS.flatMap(({ keys, says }) => [el('dt', {}, ...keys.map((key) => el('kbd', {}, SIGNS.get(key) ?? key))), el('dd', {}, says)]),
      el('dt', {}, el('kbd', {}, 'Ctrl Z')),
      el('dd', {}, 'undo; with Shift, redo'),
    ),
    el(
      'p',
      'facts',
      'Drop a graph or a file of papers (a Daily Papers page, BibTeX, JSON Lines, ...) on the page to see it here: it is read on this machine, and nothing is sent anywhere.',
    ),
  );
