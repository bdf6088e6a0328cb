/** What the table lists: columns of papers, entities and results, and the rows that pass, sorted. Pure. */
import type { EntityNode, PaperNode, ResultNode } from '../src/graph.ts';
import { sentenceOf } from '../src/model.ts';
import { KIND_NAMES } from './kinds.ts';
import { forEachLink, kindAt, PAPER, RESULT, type Model } from './model.ts';
import type { Table } from './state.ts';
import { dateText, figureText, monthText } from './words.ts';

export interface Column {
  name: string;
  /** What the cell says. */
  text(model: Model, node: number): string;
  /** What rows are sorted by; the text where it is absent. Numbers sort the greatest first. */
  by?(model: Model, node: number): number;
  /** Share of the width. */
  wide: number;
}

const communityOf = (model: Model, node: number): string => model.communities[model.community[node]!]?.label ?? '';
const result = (model: Model, node: number): ResultNode => model.node(node) as ResultNode;
const slot = (name: 'metric' | 'baseline' | 'dataset' | 'hardware'): Column => ({
  name,
  text: (model, node) => result(model, node)[name] ?? '',
  wide: 3,
});
const community: Column = { name: 'community', text: communityOf, wide: 4 };
const month = (name: string): Column => ({
  name,
  text: (model, node) => (model.month[node]! < 0 ? '' : monthText(model.month[node]!)),
  by: (model, node) => model.month[node]!,
  wide: 2,
});

export const COLUMNS: { readonly [T in Table]: readonly Column[] } = {
  papers: [
    { name: 'title', text: (model, node) => model.label(node), wide: 9 },
    {
      name: 'date',
      text: (model, node) => dateText((model.node(node) as PaperNode).date ?? {}),
      by: (model, node) => model.month[node]! * 32 + ((model.node(node) as PaperNode).date?.day ?? 0),
      wide: 2.2,
    },
    { name: 'links', text: (model, node) => String(model.links[node]), by: (model, node) => model.links[node]!, wide: 1.2 },
    community,
  ],
  entities: [
    { name: 'name', text: (model, node) => model.label(node), wide: 6 },
    { name: 'kind', text: (model, node) => KIND_NAMES[kindAt(model, node)][0], wide: 2 },
    { name: 'papers', text: (model, node) => String(model.links[node]), by: (model, node) => model.links[node]!, wide: 1.4 },
    month('first seen'),
    { name: 'also written', text: (model, node) => (model.node(node) as EntityNode).aliases.join(', '), wide: 5 },
    community,
  ],
  results: [
    {
      name: 'value',
      text: (model, node) => figureText(result(model, node)),
      by: (model, node) => result(model, node).quantity?.high ?? -Infinity,
      wide: 4,
    },
    slot('metric'),
    slot('baseline'),
    slot('dataset'),
    slot('hardware'),
    { name: 'paper', text: (model, node) => model.label(model.row(result(model, node).evidence.paper)), wide: 5 },
    {
      name: 'sentence',
      text: (model, node) => {
        const { paper, sentence } = result(model, node).evidence;
        return sentenceOf(model.node(model.row(paper)) as PaperNode, sentence);
      },
      wide: 8,
    },
  ],
};

/** Rows of one table that pass; results pass with their paper. */
export function rowsOf(model: Model, table: Table, passing: Uint8Array): number[] {
  const rows: number[] = [];
  for (let i = 0; i < model.count; i++) {
    const kind = model.kind[i]!;
    if (table === 'results') {
      if (kind === RESULT && (passing[i] || withPaper(model, i, passing))) rows.push(i);
    } else if (passing[i] && (table === 'papers' ? kind === PAPER : kind !== PAPER && kind !== RESULT)) rows.push(i);
  }
  return rows;
}

function withPaper(model: Model, node: number, passing: Uint8Array): boolean {
  let passes = false;
  forEachLink(model, node, (_edge, other) => {
    if (model.kind[other] === PAPER && passing[other]) passes = true;
  });
  return passes;
}

/** Sorted by a column, in place: the greatest number or the first text on top, or the other way round. Ties by row. */
export function sortRows(model: Model, rows: number[], { by, text }: Column, turned: boolean): number[] {
  const sign = turned ? -1 : 1;
  if (by) {
    const keys = new Map(rows.map((row) => [row, by(model, row)]));
    return rows.sort((a, b) => sign * (keys.get(b)! - keys.get(a)!) || a - b);
  }
  const keys = new Map(rows.map((row) => [row, text(model, row).toLowerCase()]));
  const empty = (key: string) => Number(key === '');
  return rows.sort((a, b) => {
    const [x, y] = [keys.get(a)!, keys.get(b)!];
    return empty(x) - empty(y) || sign * (x < y ? -1 : x > y ? 1 : 0) || a - b;
  });
}
