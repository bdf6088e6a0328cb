import type { KnowledgeGraph } from '../../../src/graph.ts';
import { bullets, plain } from '../../../src/markdown.ts';

/** Papers told a community; a graph of 100,000 papers still has a report that opens. */
const PAPERS = 100;

/** How they were found, what the coarser ones hold, and each community with what sets it apart, and its papers. */
export function* communities(graph: KnowledgeGraph, told: readonly string[]): Generator<string> {
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
  else yield `${told.map(plain).join('\n\n')}\n\n`;
  yield* levels(graph);
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

/** The coarser levels, each community with those of the level below that it holds. */
function* levels(graph: KnowledgeGraph): Generator<string> {
  const { communities, levels } = graph.getAttributes();
  for (const [l, level] of levels.entries()) {
    yield `### ${level.length} ${l > 0 ? 'still ' : ''}larger ones that they form\n\n`;
    const parts = (id: string): string[] => (levels[l - 1] ?? communities).filter(({ parent }) => parent === id).map(({ label }) => plain(label)); // prettier-ignore
    yield* bullets(level.map(({ id, label, size }) => `**${plain(label)}** (${size} papers): ${parts(id).join('; ')}`), level.length); // prettier-ignore
  }
}
