/** A result: the figure, its slots, and the sentence that claims it. */
import type { ResultNode } from '../../src/graph.ts';
import { el, type Child } from '../dom.ts';
import { kindTag, nodeLink, section, slotNode, SLOTS } from './parts.ts';
import { quoteOf, type Reading } from './text.ts';
import { figureText } from '../words.ts';

export function resultPanel(reading: Reading, id: string): Child[] {
  const { graph } = reading;
  const result = graph.getNodeAttributes(id) as ResultNode;
  const rows = SLOTS.filter(([slot]) => result[slot] !== null).flatMap(([slot, edge]) => {
    const named = slotNode(graph, id, edge);
    return [el('dt', {}, slot), el('dd', {}, named ? nodeLink(reading, named) : result[slot])];
  });
  return [
    el('div', 'eyebrow', kindTag('result')),
    el('h2', { className: 'figure-title', tabIndex: -1 }, figureText(result), result.metric && el('small', {}, ` ${result.metric}`)),
    el('p', 'facts', { increase: 'an increase', decrease: 'a decrease', value: 'an absolute figure' }[result.direction]),
    section('Claimed by', nodeLink(reading, result.evidence.paper), quoteOf(reading, { evidence: result.evidence, node: id })),
    rows.length ? section('About', el('dl', {}, ...rows)) : null,
  ];
}
