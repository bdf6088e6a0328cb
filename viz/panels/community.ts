/** A community: what sets it apart, and its papers. */
import { button, count, el } from '../dom.ts';
import { PAPER } from '../model.ts';
import { longList, nodeLink, section, swatch, type Part } from './parts.ts';
import type { Reading } from './text.ts';

export function communityPanel(reading: Omit<Reading, 'graph'>, id: string): Part[] {
  const { model, dispatch } = reading;
  const index = model.communities.findIndex((one) => one.id === id);
  const community = model.communities[index]!;
  const papers: number[] = [];
  for (let i = 0; i < model.count; i++) if (model.kind[i] === PAPER && model.community[i] === index) papers.push(i);
  papers.sort((a, b) => model.links[b]! - model.links[a]! || a - b);
  const top = community.top.filter((node) => model.row(node) >= 0);
  const all = model.communities.map((one) => one.id);
  return [
    el('div', 'eyebrow', el('span', 'kind', swatch(community), 'community')),
    el('h2', { tabIndex: -1 }, community.label),
    el('p', 'facts', `${count(community.size, 'paper')} that share more with one another than with the rest`),
    el(
      'p',
      'acts',
      button('act', () => dispatch({ type: 'only-community', id, all }), 'show it alone'),
    ),
    top.length > 0 && section('What sets it apart', el('ul', 'chips', ...top.map((node) => el('li', {}, nodeLink(reading, node))))),
    () => section('Papers', longList('edges', papers.map((node) => () => nodeLink(reading, model.id(node))))), // prettier-ignore
  ];
}
