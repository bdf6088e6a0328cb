/** One page for people: every paper with what it names and claims, each with its sentence, by community. */
import type { KnowledgeGraph, PaperNode } from '../graph.ts';
import { KIND_NAMES } from '../kinds.ts';
import { plain, table } from '../markdown.ts';
import { batched } from './batched.ts';
import { ofEntity, ofPaper, sections, type Style } from './markdown/facts.ts';
import { nodesOf } from './order.ts';
import { dateText, nameOf, webAddress } from './text.ts';
import type { FileExporter } from './types.ts';

export const markdown: FileExporter = {
  id: 'markdown',
  summary: 'a report: each paper with what it names and claims, sentence by sentence (Markdown)',
  extension: 'md',
  mime: 'text/markdown',
  write: (graph) => batched(report(graph)),
};

function* report(graph: KnowledgeGraph): Generator<string> {
  const ids = nodesOf(graph);
  const style: Style = { plain, link: (id) => plain(nameOf(graph, id)) };
  // What a paper says of an entity stands with the paper.
  const brief: Style = { ...style, quotes: ({ source }) => !source.startsWith('paper:') };
  const of = (kind: string): string[] => ids.filter((id) => id.startsWith(`${kind}:`));
  yield '# Who claims what\n\n';
  yield* table(['', 'number'], Object.entries(KIND_NAMES).map(([kind, [, many]]) => [many, of(kind).length] as const).filter(([, count]) => count)); // prettier-ignore

  const papers = of('paper');
  const communities = graph.getAttribute('communities').toSorted((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  const listed = new Set(communities.map(({ id }) => id));
  const inNone = papers.filter((id) => !listed.has(graph.getNodeAttribute(id, 'community') ?? ''));
  for (const { id, label } of communities)
    yield* chapter(graph, plain(label), papers.filter((paper) => graph.getNodeAttribute(paper, 'community') === id), style); // prettier-ignore
  yield* chapter(graph, communities.length ? 'In no community' : 'Papers', inNone, style);

  for (const kind of ['technique', 'dataset', 'hardware', 'metric', 'task'] as const) {
    const entities = of(kind);
    if (entities.length) yield `## ${title(KIND_NAMES[kind][1])}\n\n`;
    for (const id of entities) {
      const node = graph.getNodeAttributes(id);
      if (node.kind === 'paper' || node.kind === 'result') continue;
      yield `### ${plain(node.label)}\n\n`;
      if (node.aliases.length) yield `Also ${node.aliases.map(plain).join(', ')}.\n\n`;
      yield* sections(ofEntity(graph, id, node, brief), 4);
    }
  }
}

function* chapter(graph: KnowledgeGraph, heading: string, papers: readonly string[], style: Style): Generator<string> {
  if (!papers.length) return;
  yield `## ${heading}\n\n`;
  for (const id of papers) {
    const paper = graph.getNodeAttributes(id) as PaperNode;
    yield `### ${plain(paper.title)}\n\n`;
    const facts = [dateText(paper.date), paper.authors?.names?.map(plain).join(', '), paper.url && written(paper.url)].filter(Boolean);
    if (facts.length) yield `${facts.join(' · ')}\n\n`;
    yield* sections(ofPaper(graph, id, paper, style), 4);
  }
}

function written(url: string): string {
  const address = webAddress(url);
  return address === undefined ? plain(url) : `<${address}>`;
}
const title = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
