/** The columns of a graph. An attribute that is added to `graph.ts` does not compile until it has its codec here. */
import { EDGE_KINDS, NODE_KINDS } from '../graph.ts';
import type { Community, EdgeAttributes, EntityNode, Evidence, Join, NodeKind, PaperNode, Parting, Placed, ResultNode } from '../graph.ts';
import { CLAIM_KINDS, ROLES } from '../model.ts';
import type { Mark, PartialDate, Quantity, Source } from '../model.ts';
import type { JoinRule, PartRule } from '../rules.ts';
import { float, hundredths, int, list, oneOf, oneOrNone, optional, struct, text, textOrNull, type Codec } from './codec.ts';

/** Raised when a file changes in a way that older code cannot read. */
export const COLUMNS_VERSION = 1;

export interface Meta {
  format: 'claimgraph-columns';
  version: number;
  nodes: number;
  edges: number;
  communities: Community[];
  levels: Community[][];
}

/** A pair as a struct of two columns. */
const span: Codec<[number, number]> = (() => {
  const both = struct<{ start: number; end: number }>({ start: int, end: int });
  return {
    writer: (sink, path) => {
      const add = both.writer(sink, path);
      return ([start, end]) => add({ start, end });
    },
    reader: (source, path) => {
      const at = both.reader(source, path);
      return (row) => {
        const { start, end } = at(row);
        return [start, end];
      };
    },
  };
})();

const mark = struct<Mark>({ start: int, end: int, sentence: int });
const evidence = struct<Evidence>({ paper: text, start: int, end: int, sentence: int });
const date = struct<PartialDate>({ year: optional(int), month: optional(int), day: optional(int) });
export const DATE = optional(date);
const source = struct<Source>({ file: text, record: int, line: optional(int), reader: text });

/** What all nodes have; `out` is the number of edges from it, the community is the text of its id, and the communities of the graph come first among the texts. */
export const NODE = struct<Placed & { id: string; kind: NodeKind; out: number }>({
  id: text, kind: oneOf(NODE_KINDS), label: text, community: textOrNull, degree: int, betweenness: float, x: float, y: float, size: float, out: int,
}); // prettier-ignore

type Own<N> = Omit<N, keyof Placed | 'kind'>;

export const PAPER = struct<Own<PaperNode>>({
  title: text,
  abstract: text,
  sentences: list(span),
  otherIds: optional(list(text)),
  date: DATE,
  authors: optional(struct<NonNullable<PaperNode['authors']>>({ count: int, names: optional(list(text)) })),
  upvotes: optional(int),
  keywords: optional(list(text)),
  url: optional(text),
  links: list(text),
  source: optional(source),
  otherSources: optional(list(source)),
  claims: list(struct<PaperNode['claims'][number]>({ kind: oneOf(CLAIM_KINDS), dataset: textOrNull, span: mark })),
});

export const ENTITY = struct<Own<EntityNode>>({
  aliases: list(text),
  papers: int,
  firstSeen: DATE,
  joins: list(struct<Join>({ form: text, rule: text as Codec<JoinRule>, papers: int, to: optional(text), note: optional(text) })),
  parted: optional(list(struct<Parting>({ other: text, rule: text as Codec<PartRule>, note: optional(text) }))),
});

export const RESULT = struct<Own<ResultNode>>({
  value: text,
  quantity: optional(struct<Quantity>({ low: float, high: float, unit: text })),
  direction: oneOf(['increase', 'decrease', 'value']),
  hedge: optional(text),
  metric: textOrNull,
  baseline: textOrNull,
  dataset: textOrNull,
  hardware: textOrNull,
  evidence,
});

/** The target is a row of the nodes; the source is told by `out` of the nodes, as edges stand in the order of their sources. */
export const EDGE = struct<EdgeAttributes & { target: number }>({
  target: int, kind: oneOf(EDGE_KINDS), weight: float, evidence: list(evidence), role: oneOrNone(ROLES), confidence: hundredths, why: optional(list(text)),
}); // prettier-ignore
