/** Where a paper's text names what: marks from the graph's evidence, cut into pieces that do not overlap. */
import type { EdgeKind, KnowledgeGraph, NodeKind, PaperNode } from '../src/graph.ts';
import { textOf, type Span } from '../src/model.ts';

export interface Named extends Span {
  /** The node that the span names. */
  node: string;
  kind: NodeKind;
}

export interface Piece extends Span {
  /** The innermost mark over the piece. */
  mark: Named | null;
  /** The result whose sentence or phrase the piece belongs to. */
  result: string | null;
}

const NAMING: ReadonlySet<EdgeKind> = new Set<EdgeKind>([
  'proposes', 'uses', 'compares_with', 'mentions', 'evaluated_on', 'targets', 'measures', 'addresses', 'claims',
]); // prettier-ignore

/** Every place in the paper's text that names a node, in reading order, the longer first. */
export function marksOf(graph: KnowledgeGraph, paper: string): Named[] {
  const marks: Named[] = [];
  graph.forEachOutEdge(paper, (_edge, { kind, evidence }, _source, target) => {
    if (!NAMING.has(kind)) return;
    const of = graph.getNodeAttributes(target).kind;
    for (const span of evidence) if (span.paper === paper) marks.push({ start: span.start, end: span.end, node: target, kind: of });
  });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.node < b.node ? -1 : 1));
}

/** Cuts `[from, to)` at every mark's ends. The pieces are in order and join up to the whole. */
export function pieces(marks: readonly Named[], from: number, to: number): Piece[] {
  const inside = marks.filter(({ start, end }) => start < to && end > from && start < end);
  const cuts = new Set([from, to]);
  for (const { start, end } of inside) for (const at of [start, end]) if (at > from && at < to) cuts.add(at);
  const points = [...cuts].sort((a, b) => a - b);
  const out: Piece[] = [];
  for (const [i, start] of points.entries()) {
    const end = points[i + 1];
    if (end === undefined) break;
    let mark: Named | null = null;
    let result: string | null = null;
    for (const named of inside) {
      if (named.start > start || named.end < end) continue;
      if (named.kind === 'result') result ??= named.node;
      else if (!mark || named.end - named.start < mark.end - mark.start) mark = named;
    }
    const last = out.at(-1);
    if (last && last.mark === mark && last.result === result) last.end = end;
    else out.push({ start, end, mark, result });
  }
  return out;
}

/** The sentence of a mark, as bounds into the paper's text; the whole text where the index is out of range. */
export function sentenceBounds(paper: PaperNode, sentence: number): Span {
  const bounds = paper.sentences[sentence];
  return bounds ? { start: bounds[0], end: bounds[1] } : { start: 0, end: textOf(paper).length };
}
