/** What the graph says of a paper or an entity, as lists of Markdown; links to other pages are made by whoever writes the page. */
import type { EdgeKind, EntityNode, Evidence, KnowledgeGraph, PaperNode, ResultNode } from '../../graph.ts';
import { EDGE_KINDS } from '../../graph.ts';
import { EDGE_NAMES } from '../../kinds.ts';
import { joinText, partingText } from '../fields/reasons.ts';
import { edgesFrom, type EdgeEntry } from '../order.ts';
import { bySentence, quote } from '../text.ts';

export interface Style {
  /** Text of others, with what means something in this Markdown written out. */
  plain(text: string): string;
  /** A link to the page of a node, or its name. */
  link(id: string): string;
  /** Whether an edge is told with its sentences here; they may stand elsewhere on the page. */
  quotes?(edge: EdgeEntry): boolean;
}

/** Sections of a page: a heading and the lines below it. */
export type Section = readonly [heading: string, lines: readonly string[]];

/** Links of a paper, but for its results, by kind. */
export function ofPaper(graph: KnowledgeGraph, id: string, paper: PaperNode, style: Style): Section[] {
  const entries = edgesFrom(graph, id);
  const own = paper.claims.map(
    ({ kind, dataset, span }) =>
      `- ${kind}${dataset === null ? '' : ` on ${style.plain(dataset)}`}${quoted(graph, [{ paper: id, ...span }], style)}`,
  );
  return [
    ['claims', [...entries.filter(({ edge }) => edge.kind === 'claims').map(({ target }) => resultLine(graph, target, style)), ...own]],
    ...byKind(entries, 'from', (entry) => edgeLine(graph, entry, entry.target, style)),
    ...byKind(edgesTo(graph, id, 'related_to'), 'to', (entry) => edgeLine(graph, entry, entry.source, style)),
  ];
}

/** Who names an entity, and how; results and comparisons too. */
export function ofEntity(graph: KnowledgeGraph, id: string, entity: EntityNode, style: Style): Section[] {
  const results = (kind: EdgeKind): string[] => edgesTo(graph, id, kind).map(({ source }) => resultLine(graph, source, style, true));
  return [
    ...byKind(edgesFrom(graph, id), 'from', (entry) => edgeLine(graph, entry, entry.target, style)),
    ...byKind(
      EDGE_KINDS.filter((kind) => !SLOTS.includes(kind)).flatMap((kind) => edgesTo(graph, id, kind)),
      'to',
      (entry) => edgeLine(graph, entry, entry.source, style),
    ),
    ['figures', SLOTS.flatMap(results)],
    ['one name for', (entity.joins.length > 1 ? entity.joins : []).map((join) => `- ${style.plain(joinText(join))}`)],
    ['kept apart from', (entity.parted ?? []).map((parting) => `- ${style.plain(partingText(parting))}`)],
  ];
}

/** From a result to what it is about. */
const SLOTS: readonly EdgeKind[] = ['of', 'over', 'on', 'runs_on'];

/** One claimed figure: "**40%** less FLOPs, over ..., on ...", with its sentence, and its paper where that is not said. */
export function resultLine(graph: KnowledgeGraph, id: string, style: Style, withPaper = false): string {
  const result = graph.getNodeAttributes(id) as ResultNode;
  const entries = edgesFrom(graph, id);
  const slot = (kind: EdgeKind, written: string | null): string | undefined => {
    const to = entries.find(({ edge }) => edge.kind === kind)?.target;
    return to === undefined ? (written === null ? undefined : style.plain(written)) : style.link(to);
  };
  const arrow = { increase: '↑ ', decrease: '↓ ', value: '' }[result.direction];
  const value = `**${arrow}${result.hedge ? `${style.plain(result.hedge)} ` : ''}${style.plain(result.value)}**`;
  const parts = [
    slot('of', result.metric),
    ...[['over', result.baseline] as const, ['on', result.dataset] as const, ['runs_on', result.hardware] as const].map(
      ([kind, written]) => {
        const name = slot(kind, written);
        return name && `${kind === 'runs_on' ? 'on' : kind} ${name}`;
      },
    ),
    withPaper ? `in ${style.link(result.evidence.paper)}` : undefined,
  ];
  return `- ${[value, ...parts.filter(Boolean)].join(' ')}${quoted(graph, [result.evidence], style)}`; // prettier-ignore
}

function edgeLine(graph: KnowledgeGraph, entry: EdgeEntry, other: string, style: Style): string {
  const { edge } = entry;
  const why = edge.why?.length ? ` (${edge.why.map((id) => (graph.hasNode(id) ? style.link(id) : style.plain(id))).join(', ')})` : '';
  return `- ${style.link(other)}${why}${style.quotes?.(entry) === false ? '' : quoted(graph, edge.evidence, style)}`;
}

/** The sentences, each once, as one quotation below their line. */
function quoted(graph: KnowledgeGraph, evidence: readonly Evidence[], style: Style): string {
  const lines = bySentence(evidence).map((each) => `\n  > ${style.plain(quote(graph, each))}`);
  return lines.join('\n  >');
}

const edgesTo = (graph: KnowledgeGraph, id: string, kind: EdgeKind): EdgeEntry[] =>
  graph
    .inEdges(id)
    .filter((key) => graph.getEdgeAttribute(key, 'kind') === kind)
    .sort()
    .map((key) => ({ key, source: graph.source(key), target: id, edge: graph.getEdgeAttributes(key) }));

/** A section for each kind of edge that there is, without those that have sections of their own. */
function byKind(entries: readonly EdgeEntry[], end: 'from' | 'to', line: (entry: EdgeEntry) => string): Section[] {
  return EDGE_KINDS.filter((kind) => kind !== 'claims').map((kind) => [
    EDGE_NAMES[kind][end === 'from' ? 0 : 1],
    entries.filter(({ edge }) => edge.kind === kind).map(line),
  ]);
}

export function* sections(all: readonly Section[], level: number): Generator<string> {
  for (const [heading, lines] of all)
    if (lines.length) yield `${'#'.repeat(level)} ${heading[0]!.toUpperCase()}${heading.slice(1)}\n\n${lines.join('\n')}\n\n`;
}
