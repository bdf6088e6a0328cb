/** An entity: its names, why they are one, and every paper that speaks of it, with the sentence. */
import { EDGE_KINDS, type EdgeKind, type EntityNode } from '../../src/graph.ts';
import { button, count, el } from '../dom.ts';
import { EDGE_NAMES } from '../kinds.ts';
import { questionsAbout } from './ask.ts';
import { communityTag, kindTag, longList, nodeLink, section, type Part } from './parts.ts';
import { quoteOf, type Reading } from './text.ts';
import { dateText, figureText } from '../words.ts';

const QUOTES = 3;
/** Of what links to an entity so much is shown at once. */
const FIRST = 8;

export function entityPanel(reading: Reading, id: string): Part[] {
  const { graph } = reading;
  const entity = graph.getNodeAttributes(id) as EntityNode;
  const seen = entity.firstSeen && dateText(entity.firstSeen);
  return [
    el('div', 'eyebrow', kindTag(entity.kind), communityTag(reading, entity.community)),
    el('h2', { tabIndex: -1 }, entity.label),
    el('p', 'facts', [`in ${count(entity.papers, 'paper')}`, seen && `first seen ${seen}`].filter(Boolean).join(' · ')),
    only(reading, id),
    names(entity),
    ...EDGE_KINDS.map((kind) => () => edgesTo(reading, id, kind)),
    () => variants(reading, id),
  ];
}

function only(reading: Reading, id: string): HTMLElement {
  const acts = questionsAbout(reading, id, reading.graph.getNodeAttribute(id, 'kind'));
  acts.prepend(button('act', () => reading.dispatch({ type: 'toggle-linked', id }), 'only papers with it'));
  return acts;
}

function names({ aliases, joins }: EntityNode): HTMLElement | null {
  if (aliases.length === 0) return null;
  const rule = new Map(joins.map((join) => [join.form, join]));
  const items = aliases.map((form) => {
    const join = rule.get(form);
    return el(
      'li',
      {},
      el('b', {}, form),
      join && el('span', 'why', ` ${join.rule}${join.papers > 1 ? `, ${count(join.papers, 'paper')}` : ''}`),
    );
  });
  return section('Also written', el('ul', 'names', ...items));
}

function edgesTo(reading: Reading, id: string, kind: EdgeKind): HTMLElement | null {
  const { graph } = reading;
  if (kind === 'variant_of' || kind === 'related_to') return null;
  const edges = graph.filterInEdges(id, (_key, edge) => edge.kind === kind);
  if (edges.length === 0) return null;
  const byWeight = (a: string, b: string) => graph.getEdgeAttribute(b, 'weight') - graph.getEdgeAttribute(a, 'weight') || (a < b ? -1 : 1);
  const items = edges.sort(byWeight).map((key) => () => {
    const source = graph.source(key);
    const node = graph.getNodeAttributes(source);
    const said = graph.getEdgeAttribute(key, 'evidence').slice(0, QUOTES);
    const name = node.kind === 'result' ? `${figureText(node)} ${node.metric ?? ''}` : undefined;
    return el(
      'div',
      {},
      nodeLink(reading, source, name),
      ...oneASentence(said).map((one) => quoteOf(reading, { evidence: one, node: node.kind === 'result' ? source : id })),
    );
  });
  const title = EDGE_NAMES[kind][1];
  return section(`${title.charAt(0).toUpperCase()}${title.slice(1)} (${edges.length})`, longList('edges', items, FIRST));
}

/** The first piece of evidence of each sentence. */
const oneASentence = <T extends { paper: string; sentence: number }>(evidence: readonly T[]): T[] =>
  evidence.filter((one, i) => evidence.findIndex((other) => other.paper === one.paper && other.sentence === one.sentence) === i);

function variants(reading: Reading, id: string): HTMLElement | null {
  const { graph } = reading;
  const items: HTMLElement[] = [];
  graph.forEachEdge(id, (_key, { kind, why }, source, target) => {
    if (kind !== 'variant_of') return;
    const [from, to] = EDGE_NAMES.variant_of;
    items.push(
      el(
        'li',
        {},
        el('span', 'said', `${source === id ? from : to} `),
        nodeLink(reading, source === id ? target : source),
        why && el('p', 'why', why.join('; ')),
      ),
    );
  });
  return items.length ? section('Family', el('ul', 'edges', ...items)) : null;
}
