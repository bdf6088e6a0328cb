/** What was drawn around: counted, and its claims side by side where they speak of the same metric and dataset. */
import type { ResultNode } from '../../src/graph.ts';
import { button, count, el, type Child } from '../dom.ts';
import { KIND_NAMES } from '../kinds.ts';
import { edgeKindAt, forEachLink, kindAt, PAPER, RESULT, type Model } from '../model.ts';
import { figureText } from '../words.ts';
import { longList, nodeLink, section } from './parts.ts';
import { sortable, type SortColumn } from './sortable.ts';
import type { Reading } from './text.ts';

/** Results on one metric and one dataset. */
export interface Board {
  metric: number;
  /** -1 where the claims name none. */
  dataset: number;
  results: number[];
}

/** The claims of some papers by what they are about, the most claimed first. Pure. */
export function boardsOf(model: Model, rows: readonly number[]): Board[] {
  const boards = new Map<string, Board>();
  for (const paper of rows) {
    if (model.kind[paper] !== PAPER) continue;
    forEachLink(model, paper, (_claims, result) => {
      if (model.kind[result] !== RESULT) return;
      let [metric, dataset] = [-1, -1];
      forEachLink(model, result, (edge, other) => {
        if (edgeKindAt(model, edge) === 'of') metric = other;
        else if (edgeKindAt(model, edge) === 'on') dataset = other;
      });
      if (metric < 0) return;
      const key = `${metric} ${dataset}`;
      const board = boards.get(key) ?? { metric, dataset, results: [] };
      boards.set(key, board);
      board.results.push(result);
    });
  }
  return [...boards.values()].sort((a, b) => b.results.length - a.results.length || a.metric - b.metric || a.dataset - b.dataset);
}

const BOARDS = 8;

export function selectionPanel(reading: Omit<Reading, 'graph'>, rows: readonly number[]): Child[] {
  const { model, dispatch } = reading;
  const of = (is: (row: number) => boolean) => rows.filter(is);
  const papers = of((row) => model.kind[row] === PAPER).sort((a, b) => model.links[b]! - model.links[a]! || a - b);
  const entities = of((row) => model.kind[row] !== PAPER && model.kind[row] !== RESULT).sort((a, b) => model.links[b]! - model.links[a]! || a - b);
  const boards = boardsOf(model, papers);
  const title = ({ metric, dataset }: Board) => `${model.label(metric)}${dataset < 0 ? '' : ` on ${model.label(dataset)}`}`;
  const shown = boards.filter(({ results }) => results.length > 1).slice(0, BOARDS);
  const links = (some: readonly number[]) => longList('edges', some.map((row) => () => nodeLink(reading, model.id(row))), 12);
  return [
    el('div', 'eyebrow', el('span', 'kind', 'selection')),
    el('h2', { tabIndex: -1 }, count(papers.length, ...KIND_NAMES.paper)),
    el('p', 'facts', `${entities.length.toLocaleString('en')} entities and ${count(boards.reduce((sum, { results }) => sum + results.length, 0), 'figure')} among what was drawn around`),
    ...shown.map((board) => section(`${title(board)} (${board.results.length})`, boardTable(reading, board), board.dataset >= 0 && el('p', 'acts', button('act', () => dispatch({ type: 'ask', ask: { query: 'leaderboard', params: { metric: model.id(board.metric), dataset: model.id(board.dataset) } } }), 'leaderboard of all papers')))),
    papers.length > 0 && section('Papers', links(papers)),
    entities.length > 0 && section('Entities', links(entities)),
  ];
} // prettier-ignore

function boardTable(reading: Omit<Reading, 'graph'>, { results }: Board): HTMLElement {
  const { model } = reading;
  interface Row { node: number; paper: number; result: ResultNode }
  const rows = results.map((node): Row => {
    const result = model.node(node) as ResultNode;
    return { node, result, paper: model.row(result.evidence.paper) };
  });
  const columns: SortColumn<Row>[] = [
    { name: 'value', by: ({ result }) => result.quantity?.high ?? null },
    { name: 'paper', by: ({ paper }) => model.label(paper) },
    { name: 'baseline', by: ({ result }) => result.baseline },
    { name: 'hardware', by: ({ result }) => result.hardware },
  ];
  return el('div', 'scroll', sortable(columns, rows, (order) => order.map(({ node, paper, result }) => el('tr', {},
    el('th', { scope: 'row' }, nodeLink(reading, model.id(node), figureText(result))),
    el('td', {}, kindAt(model, paper) && nodeLink(reading, model.id(paper))),
    el('td', {}, result.baseline ?? '–'),
    el('td', {}, result.hardware ?? '–'),
  ))));
} // prettier-ignore
