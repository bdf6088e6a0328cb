import type { KnowledgeGraph } from '../../../src/graph.ts';
import { bullets, plain } from '../../../src/markdown.ts';

/** Papers told a community; a graph of 100,000 papers still has a report that opens. */
const PAPERS = 100;

/** Each community with what sets it apart, and its papers. */
export function* communities(graph: KnowledgeGraph): Generator<string> {
  const papers = new Map<string | null, string[]>();
  graph.forEachNode((id, { kind, community }) => {
    if (kind !== 'paper') return;
    const list = papers.get(community);
    if (list) list.push(id);
    else papers.set(community, [id]);
  });
  const titles = (community: string | null): string[] =>
    (papers.get(community) ?? []).sort((a, b) => (a < b ? -1 : 1)).map((id) => plain(graph.getNodeAttribute(id, 'label')));

  yield '## Communities\n\n';
  const found = graph.getAttribute('communities').toSorted((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  if (!found.length) yield 'None.\n\n';
  for (const { id, label, size, top } of found) {
    yield `### ${plain(label)}\n\n${size} ${size === 1 ? 'paper' : 'papers'}. `;
    yield `Set apart by ${top.map((node) => plain(graph.getNodeAttribute(node, 'label'))).join(', ')}.\n\n`;
    yield* bullets(titles(id), PAPERS);
  }
  const none = titles(null);
  if (!none.length) return;
  yield '### In no community\n\n';
  yield* bullets(none, PAPERS);
}
