/** A link: what it joins, and every sentence that says so. */
import { count, el, type Child } from '../dom.ts';
import { EDGE_NAMES } from '../kinds.ts';
import { nodeLink, section } from './parts.ts';
import { quoteOf, type Reading } from './text.ts';

export function edgePanel(reading: Reading, key: string): Child[] {
  const { graph } = reading;
  if (!graph.hasEdge(key)) return [];
  const { kind, evidence, why, weight, confidence } = graph.getEdgeAttributes(key);
  const [source, target] = graph.extremities(key);
  const sentences = evidence.filter(
    (one, i) => evidence.findIndex((other) => other.paper === one.paper && other.sentence === one.sentence) === i,
  );
  return [
    el('div', 'eyebrow', el('span', 'kind', 'link')),
    el('h2', { className: 'joined', tabIndex: -1 }, nodeLink(reading, source), el('small', {}, EDGE_NAMES[kind][0]), nodeLink(reading, target)),
    evidence.length > 0 && el('p', 'facts', `said ${count(evidence.length, 'time')} in ${count(sentences.length, 'sentence')}${confidence === undefined ? '' : `, read with a confidence of ${Math.round(100 * confidence)}%`}`),
    evidence.length === 0 && el('p', 'facts', `not said in a sentence: computed, with a weight of ${weight.toFixed(2)}`),
    section('What the text says', ...sentences.map((one) => quoteOf(reading, ...evidence.filter((other) => other.paper === one.paper && other.sentence === one.sentence).map((each) => ({ evidence: each, node: graph.getNodeAttribute(target, 'kind') === 'paper' ? source : target }))))),
    why && why.length > 0 && section('Why', el('ul', 'chips', ...why.map((reason) => el('li', {}, nodeLink(reading, reason))))),
  ]; // prettier-ignore
}
