/** What is new since another graph was built: counted, listed, lit on the map. */
import type { GraphDiff } from '../../src/diff/diff.ts';
import { count, el, type Child } from '../dom.ts';
import type { Model } from '../model.ts';
import { longList, nodeLink, section } from './parts.ts';
import type { Reading } from './text.ts';

const FIRST = 12;

export function changesPanel(reading: Omit<Reading, 'graph'>, diff: GraphDiff, since: string): Child[] {
  const { papers, entities, results, claims, communities, totals } = diff;
  const named = (id: string, text: string, note = '') => () => el('div', {}, nodeLink(reading, id, text), note ? el('p', 'why', note) : null);
  const plain = (text: string, note = '') => () => el('div', {}, text, note ? el('p', 'why', note) : null);
  const list = (title: string, lines: readonly (() => HTMLElement)[]) => lines.length > 0 && section(`${title} (${lines.length.toLocaleString('en')})`, longList('edges', lines, FIRST));
  const about = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ');
  return [
    el('div', 'eyebrow', el('span', 'kind', 'what is new')),
    el('h2', { tabIndex: -1 }, 'What is new'),
    el('p', 'facts', `since ${since}`),
    diff.same && el('p', {}, 'Nothing: both graphs say the same.'),
    el('table', 'totals', el('thead', {}, el('tr', {}, ...['', 'then', 'now'].map((text) => el(text ? 'th' : 'td', {}, text)))), el('tbody', {}, ...Object.entries(totals).map(([what, { before, after }]) => el('tr', {}, el('th', { scope: 'row' }, what), ...[before, after].map((n) => el('td', {}, n.toLocaleString('en'))))))),
    list('New papers', papers.new.map(({ id, title }) => named(id, title))),
    list('Papers gone', papers.gone.map(({ title }) => plain(title))),
    list('Papers that say another thing', papers.changed.map(({ id, title, fields }) => named(id, title, fields.join(', ')))),
    list('New communities', communities.new.map(({ id, label, size, from }) => plainOrOpen(reading, id, label, about(count(size, 'paper'), from ? `split from ${from.label}` : null)))),
    list('Communities gone', communities.gone.map(({ label, size, into }) => plain(label, about(count(size, 'paper'), into ? `merged into ${into.label}` : null)))),
    list('Communities renamed', communities.renamed.map(({ from, to }) => plainOrOpen(reading, to.id, to.label, `was ${from.label}`))),
    list('Papers that moved', communities.moved.map(({ paper, title, from, to }) => named(paper, title, `from ${from?.label ?? 'no community'} to ${to?.label ?? 'none'}`))),
    list('New entities', entities.new.map(({ id, label }) => named(id, label))),
    list('Entities gone', entities.gone.map(({ label, kind }) => plain(label, kind))),
    list('Entities under another name', entities.renamed.map(({ id, from, to }) => named(id, to, `was ${from}`))),
    list('New results', results.new.map(({ paper, label, title, dataset, baseline }) => named(paper, label, about(dataset && `on ${dataset}`, baseline && `over ${baseline}`, title)))),
    list('Results gone', results.gone.map(({ label, title, dataset }) => plain(label, about(dataset && `on ${dataset}`, title)))),
    list('New claims', claims.new.map(({ kind, subject, baseline, papers: [paper] }) => named(paper!, about(`${subject} ${kind}`, baseline)))),
    list('Claims gone', claims.gone.map(({ kind, subject, baseline }) => plain(about(`${subject} ${kind}`, baseline)))),
  ];
} // prettier-ignore

const plainOrOpen =
  ({ open }: Omit<Reading, 'graph'>, id: string, label: string, note: string) =>
  () => {
    const name = el('button', { type: 'button', className: 'node', on: { click: () => open(id) } }, label);
    return el('div', {}, name, el('p', 'why', note));
  };

/** Rows of what is new or moved, the papers first. */
export const changedRows = (model: Model, { papers, entities, communities }: GraphDiff): number[] =>
  [...papers.new.map(({ id }) => id), ...communities.moved.map(({ paper }) => paper), ...entities.new.map(({ id }) => id)]
    .map((id) => model.row(id))
    .filter((row) => row >= 0);
