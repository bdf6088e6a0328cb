/** A paper: its text with every name marked, its results, and what it stands beside. */
import type { EdgeKind, PaperNode, ResultNode } from '../../src/graph.ts';
import { textOf } from '../../src/model.ts';
import { button, count, el, outLink, safeUrl } from '../dom.ts';
import { EDGE_NAMES } from '../kinds.ts';
import { sentenceBounds } from '../marks.ts';
import { questionsAbout } from './ask.ts';
import { communityTag, kindTag, nodeLink, section, slotNode, SLOTS, type Part } from './parts.ts';
import { sortable, type SortColumn } from './sortable.ts';
import { markedText, quoteOf, type Reading } from './text.ts';
import { dateText, figureText } from '../words.ts';

const RELATED = 6;
const LISTED: readonly EdgeKind[] = ['proposes', 'uses', 'compares_with', 'mentions', 'evaluated_on', 'targets', 'measures', 'addresses'];

export function paperPanel(reading: Reading, id: string): Part[] {
  const { graph } = reading;
  const paper = graph.getNodeAttributes(id) as PaperNode;
  const from = paper.title.length + 1;
  return [
    el('div', 'eyebrow', kindTag('paper'), communityTag(reading, paper.community)),
    el('h2', { tabIndex: -1 }, paper.title),
    facts(paper),
    links(paper),
    questionsAbout(reading, id, 'paper'),
    section('Abstract', el('p', 'abstract', markedText(reading, id, from, textOf(paper).length))),
    () => results(reading, id),
    () => claims(reading, id, paper),
    ...LISTED.map((kind) => () => listed(reading, id, kind)),
    () => relatedPapers(reading, id),
  ];
}

function facts({ date, authors, upvotes, source }: PaperNode): HTMLElement | null {
  const names = authors?.names?.length ? authors.names.slice(0, 8).join(', ') + (authors.names.length > 8 ? ' et al.' : '') : null;
  const parts = [
    date && dateText(date),
    names ?? (authors && count(authors.count, 'author')),
    upvotes !== undefined && count(upvotes, 'upvote'),
  ];
  const text = parts.filter(Boolean).join(' · ');
  return text || source ? el('p', { className: 'facts', title: source ? `${source.file}, record ${source.record}` : '' }, text) : null;
}

function links({ url, links }: PaperNode): HTMLElement | null {
  const all = [...new Set([...(url ? [url] : []), ...links])];
  if (all.length === 0) return null;
  const short = (address: string) =>
    safeUrl(address)
      ?.href.replace(/^https:\/\/(www\.)?/, '')
      .replace(/\/$/, '') ?? address;
  return el('p', 'links', ...all.map((address) => outLink(address, short(address))));
}

function results(reading: Reading, id: string): HTMLElement | null {
  const { graph } = reading;
  const all = graph
    .filterOutNeighbors(id, (_node, { kind }) => kind === 'result')
    .map((node) => [node, graph.getNodeAttributes(node) as ResultNode] as const);
  if (all.length === 0) return null;
  all.sort(([, a], [, b]) => a.evidence.start - b.evidence.start);
  const used = SLOTS.filter(([slot]) => all.some(([, result]) => result[slot] !== null));
  const lines = (order: typeof all) =>
    order.flatMap(([node, result], i) => {
      const { sentence } = result.evidence;
      const row = el(
        'tr',
        { attr: { 'data-result': node } },
        el('th', { scope: 'row' }, nodeLink(reading, node, figureText(result))),
        ...used.map(([slot, edge]) => {
          const named = slotNode(graph, node, edge);
          return el('td', {}, named ? nodeLink(reading, named, result[slot] ?? undefined) : (result[slot] ?? '–'));
        }),
      );
      if (order[i + 1]?.[1].evidence.sentence === sentence) return [row]; // one quotation for both
      const said = all.filter(([, other]) => other.evidence.sentence === sentence);
      const quote = quoteOf(reading, ...said.map(([id, { evidence }]) => ({ evidence, node: id })));
      return [row, el('tr', 'said', el('td', { colSpan: used.length + 1 }, quote))];
    });
  const columns: SortColumn<(typeof all)[number]>[] = [
    { name: 'value', by: ([, { quantity }]) => quantity?.high ?? null },
    ...used.map(([slot]) => ({ name: slot, by: ([, result]: (typeof all)[number]) => result[slot] })),
  ];
  return section(
    `Results (${all.length})`,
    el(
      'div',
      'scroll',
      sortable(columns, all, (order) => lines([...order])),
    ),
  );
}

/** Comparisons without a figure: with a named baseline they are edges, without one they stand with the paper. */
function claims(reading: Reading, id: string, paper: PaperNode): HTMLElement | null {
  const { graph } = reading;
  const items: HTMLElement[] = [];
  graph.forEachOutEdge(id, (_key, { kind, evidence }, _source, target) => {
    if (kind !== 'outperforms' && kind !== 'matches') return;
    items.push(
      el(
        'li',
        {},
        el('span', 'said', `${kind} `),
        nodeLink(reading, target),
        ...evidence.slice(0, 2).map((one) => quoteOf(reading, { evidence: one, node: target })),
      ),
    );
  });
  for (const { kind, dataset, span } of paper.claims) {
    const bounds = sentenceBounds(paper, span.sentence);
    items.push(
      el(
        'li',
        {},
        el('span', 'said', dataset ? `${kind} on ${dataset}` : kind),
        el('q', 'quote', markedText(reading, id, bounds.start, bounds.end, [{ ...span, node: id, kind: 'result' }])),
      ),
    );
  }
  return items.length ? section('Claims', el('ul', 'edges', ...items)) : null;
}

function listed(reading: Reading, id: string, kind: EdgeKind): HTMLElement | null {
  const { graph } = reading;
  const edges = graph.filterOutEdges(id, (_key, edge) => edge.kind === kind);
  if (edges.length === 0) return null;
  edges.sort((a, b) => (graph.getEdgeAttribute(a, 'evidence')[0]?.start ?? 0) - (graph.getEdgeAttribute(b, 'evidence')[0]?.start ?? 0));
  const items = edges.map((key) => {
    const target = graph.target(key);
    const said = graph.getEdgeAttribute(key, 'evidence')[0];
    return el(
      'li',
      'quoted',
      nodeLink(reading, target),
      ...(said ? quoteToggle(() => quoteOf(reading, { evidence: said, node: target })) : []),
    );
  });
  return section(sentenceCase(EDGE_NAMES[kind][0]), el('ul', 'chips', ...items));
}

/** Filled in when the answer is there. */
function relatedPapers({ asker, ...reading }: Reading, id: string): HTMLElement {
  const place = el('div', { attr: { 'aria-busy': 'true' } });
  void asker.ask('related', { paper: id, limit: String(RELATED) }).then((said) => {
    place.setAttribute('aria-busy', 'false');
    if ('error' in said || said.items.length === 0) return;
    const items = said.items.map((item) =>
      el('li', {}, nodeLink({ asker, ...reading }, item.id!), el('p', 'why', (item['why'] as string[]).slice(0, 3).join('; '))),
    );
    place.append(section('Related papers', el('ul', 'edges', ...items))!);
  });
  return place;
}

/** A button that shows the sentence under its line, made when it is first asked for. */
function quoteToggle(make: () => HTMLElement): HTMLElement[] {
  const place = el('div', { className: 'place', hidden: true });
  const toggle = button('said', () => {
    if (!place.hasChildNodes()) place.append(make());
    place.hidden = !place.hidden;
    toggle.setAttribute('aria-expanded', String(!place.hidden));
  }, '“ ”'); // prettier-ignore
  toggle.title = 'Show the sentence';
  toggle.setAttribute('aria-label', 'Show the sentence');
  toggle.setAttribute('aria-expanded', 'false');
  return [toggle, place];
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
