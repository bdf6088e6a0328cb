/** A vault for Obsidian: a note for each paper and each entity, linked, with the sentences. */
import type { KnowledgeGraph, NodeAttributes, PaperNode } from '../graph.ts';
import { plain as markdown } from '../markdown.ts';
import { ofEntity, ofPaper, sections, type Style } from './markdown/facts.ts';
import { noteNames } from './obsidian/names.ts';
import { nodesOf } from './order.ts';
import { dateText, nameOf } from './text.ts';
import type { FolderExporter } from './types.ts';

export const obsidian: FolderExporter = {
  id: 'obsidian',
  summary: 'a vault of notes: each paper and each entity, linked, with the sentences (Obsidian)',
  *files(graph) {
    const names = noteNames(graph, nodesOf(graph));
    const style: Style = { plain, link: (id) => link(graph, names, id) };
    yield { path: 'Home.md', chunks: home(graph, names, style) };
    for (const [id, name] of names) yield { path: `${name}.md`, chunks: note(graph, id, style) };
  },
};

/** Markdown, and what Obsidian adds to it: math, comments, highlights, names of blocks. */
const plain = (text: string): string => markdown(text).replace(/[$%=^]/g, '\\$&');

function link(graph: KnowledgeGraph, names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  const label = nameOf(graph, id);
  return name === undefined ? plain(label) : `[[${name}|${label.replace(/[[\]|\s\p{Cc}\p{Cs}]+/gu, ' ').trim() || name}]]`; // prettier-ignore
}

function* note(graph: KnowledgeGraph, id: string, style: Style): Generator<string> {
  const node = graph.getNodeAttributes(id);
  if (node.kind === 'result') return;
  yield front(id, node);
  if (node.kind === 'paper') {
    yield `# ${plain(node.title)}\n\n`;
    if (node.abstract) yield `${plain(node.abstract)}\n\n`;
    yield* sections(ofPaper(graph, id, node, style), 2);
  } else {
    yield `# ${plain(node.label)}\n\n`;
    yield* sections(ofEntity(graph, id, node, style), 2);
  }
}

/** Properties of a note; JSON is YAML. */
function front(id: string, node: Exclude<NodeAttributes, { kind: 'result' }>): string {
  const properties: [name: string, value: unknown][] = [
    ['id', id],
    ['tags', [`claimgraph/${node.kind}`]],
    ['community', node.community ?? undefined],
    ...(node.kind === 'paper' ? ofPaperNote(node) : ([['aliases', node.aliases], ['papers', node.papers], ['first seen', dateText(node.firstSeen)]] as const)), // prettier-ignore
  ].map(([name, value]) => [name as string, value]);
  const lines = properties.filter(([, value]) => value !== undefined && !(Array.isArray(value) && !value.length));
  return `---\n${lines.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('')}---\n\n`;
}

const ofPaperNote = ({ label, title, date, authors, upvotes, url, links }: PaperNode): [string, unknown][] => [
  ['aliases', label === title ? [] : [title]],
  ['date', dateText(date)],
  ['authors', authors?.names],
  ['upvotes', upvotes],
  ['url', url],
  ['links', links],
];

/** Where to begin: the papers by community, then the entities that most papers name. */
function* home(graph: KnowledgeGraph, names: ReadonlyMap<string, string>, style: Style): Generator<string> {
  const papers = [...names.keys()].filter((id) => graph.getNodeAttribute(id, 'kind') === 'paper');
  yield '# Who claims what\n\n';
  for (const { id, label, top } of graph.getAttribute('communities')) {
    yield `## ${plain(label)}\n\n`;
    const near = top.filter((each) => names.has(each));
    if (near.length) yield `Set apart by ${near.map(style.link).join(', ')}.\n\n`;
    for (const paper of papers) if (graph.getNodeAttribute(paper, 'community') === id) yield `- ${style.link(paper)}\n`;
    yield '\n';
  }
  const none = papers.filter((id) => graph.getNodeAttribute(id, 'community') === null);
  if (none.length) yield `## In no community\n\n${none.map((id) => `- ${style.link(id)}\n`).join('')}\n`;
}
