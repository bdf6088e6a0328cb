/** A community: what sets it apart, and its papers. */
import { count, el, type Child } from '../dom.ts';
import { communityOf, papersOf } from '../view.ts';
import { nodeLink, section, swatch } from './parts.ts';
import type { Reading } from './text.ts';

export function communityPanel(reading: Reading, id: string): Child[] {
  const { graph } = reading;
  const community = communityOf(graph, id)!;
  const papers = papersOf(graph, id).sort(
    (a, b) => graph.getNodeAttribute(b, 'degree') - graph.getNodeAttribute(a, 'degree') || (a < b ? -1 : 1),
  );
  const top = community.top.filter((node) => graph.hasNode(node));
  return [
    el('div', 'eyebrow', el('span', 'kind', swatch(community), 'community')),
    el('h2', {}, community.label),
    el('p', 'facts', `${count(community.size, 'paper')} that share more with one another than with the rest`),
    top.length > 0 && section('What sets it apart', el('ul', 'chips', ...top.map((node) => el('li', {}, nodeLink(reading, node))))),
    section('Papers', el('ul', 'edges', ...papers.map((node) => el('li', {}, nodeLink(reading, node))))),
  ];
}
