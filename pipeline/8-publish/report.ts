import type { EntityNode, KnowledgeGraph } from '../../src/graph.ts';
import { CLAIM_KINDS, ENTITY_TYPES, type EntityType, type Record } from '../../src/model.ts';
import type { Message, Report } from '../../src/report.ts';
import { plain, table } from './markdown.ts';

const STRONGEST = 10;
const PAPERS_LISTED = 100;
const MESSAGES_LISTED = 500;

/** report.md: what was read, kept, merged, rejected and why; what was found; what analysis made of it. */
export function* reportOf(graph: KnowledgeGraph, records: readonly Record[], report: Report, notes: readonly string[]): Generator<string> {
  yield '# Report of the build\n\n';
  yield* reading(report);
  yield* found(graph, records);
  yield* entities(graph);
  yield* communities(graph);
  yield '## What analysis left out or estimated\n\n';
  yield notes.length ? `${notes.map((note) => `- ${plain(note)}\n`).join('')}\n` : 'Nothing.\n';
}

function* reading({ files, messages }: Report): Generator<string> {
  yield '## What was read\n\nRead = kept + merged + rejected. Dropped: lines that belong to no record.\n\n';
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const head = ['file', 'reader', 'read', 'kept', 'merged', 'rejected', 'dropped'];
  const rows = sorted.map((f) => [f.file, f.reader ?? 'none', f.read, f.kept, f.merged, f.rejected, f.dropped]);
  if (rows.length > 1) rows.push(['all', '', ...[2, 3, 4, 5, 6].map((i) => rows.reduce((sum, row) => sum + (row[i] as number), 0))]);
  yield* table(head, rows, [2, 3, 4, 5, 6]);
  yield '## Messages\n\n';
  if (!messages.length) yield 'None.\n\n';
  for (const message of messages.slice(0, MESSAGES_LISTED))
    yield `- ${plain(place(message))}: ${plain(message.problem)} (${message.done})\n`;
  if (messages.length > MESSAGES_LISTED) yield `- and ${messages.length - MESSAGES_LISTED} more\n`;
  if (messages.length) yield '\n';
}

const place = ({ file, record, line }: Message): string =>
  [file, record !== undefined && `record ${record}`, line !== undefined && `line ${line}`].filter(Boolean).join(', ');

function* found(graph: KnowledgeGraph, records: readonly Record[]): Generator<string> {
  const kinds = new Map<string, number>();
  graph.forEachNode((_, { kind }) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  const claims = CLAIM_KINDS.map(
    (kind) => [kind, records.reduce((n, r) => n + r.claims.filter((c) => c.kind === kind).length, 0)] as const,
  );
  yield '## What was found\n\n';
  yield* table(
    ['what', 'count'],
    [
      ['papers', kinds.get('paper') ?? 0],
      ...ENTITY_TYPES.map((type) => [many(type), kinds.get(type) ?? 0]),
      ['results', kinds.get('result') ?? 0],
      ...claims.map(([kind, count]) => [`claims: ${kind}`, count]),
      ['links', records.reduce((n, record) => n + record.links.length, 0)],
      ['edges', graph.size],
    ],
    [1],
  );
}

const many = (type: EntityType): string => (type === 'hardware' ? type : `${type}s`);

function* entities(graph: KnowledgeGraph): Generator<string> {
  for (const type of ENTITY_TYPES) {
    const nodes = graph.filterNodes((_, { kind }) => kind === type).map((id) => graph.getNodeAttributes(id) as EntityNode);
    const by = (key: 'betweenness' | 'papers') =>
      nodes.toSorted((a, b) => b[key] - a[key] || b.degree - a.degree || (a.label < b.label ? -1 : 1)).slice(0, STRONGEST);
    yield `## Strongest ${many(type)}\n\nNamed by the most papers:\n\n`;
    const row = (n: EntityNode) => [n.label, n.papers, n.degree, Number((n.betweenness * 100).toPrecision(3))];
    const head = ['name', 'papers', 'degree', 'betweenness, %'];
    yield* table(head, by('papers').map(row), [1, 2, 3]);
    const bridges = by('betweenness').filter((n) => n.betweenness > 0);
    if (bridges.length) yield 'On the most shortest paths between others:\n\n';
    if (bridges.length) yield* table(head, bridges.map(row), [1, 2, 3]);
  }
}

function* communities(graph: KnowledgeGraph): Generator<string> {
  const papers = new Map<string | null, string[]>();
  for (const id of graph.nodes().sort()) {
    const node = graph.getNodeAttributes(id);
    if (node.kind !== 'paper') continue;
    const group = papers.get(node.community);
    if (group) group.push(node.title);
    else papers.set(node.community, [node.title]);
  }
  yield '## Communities\n\n';
  const all = graph.getAttribute('communities');
  if (!all.length) yield 'None.\n\n';
  for (const { id, label, size, top } of all) {
    yield `### ${plain(label)}: ${size} papers\n\nDistinctive: ${top.map((node) => plain(graph.getNodeAttribute(node, 'label'))).join(', ')}.\n\n`;
    yield* list(papers.get(id) ?? []);
  }
  const alone = papers.get(null);
  if (alone) yield `### In no community: ${alone.length}\n\n`;
  if (alone) yield* list(alone);
}

function* list(titles: readonly string[]): Generator<string> {
  for (const title of titles.slice(0, PAPERS_LISTED)) yield `- ${plain(title)}\n`;
  if (titles.length > PAPERS_LISTED) yield `- and ${titles.length - PAPERS_LISTED} more\n`;
  yield '\n';
}
