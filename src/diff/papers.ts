import type { KnowledgeGraph, PaperNode } from '../graph.ts';
import type { Change } from './diff.ts';
import { both, change } from './keyed.ts';

export interface PaperChange extends Change<{ id: string; title: string }> {
  /** The same paper, of which the source says another thing. */
  changed: { id: string; title: string; fields: string[] }[];
}

/** What a paper is by its source. */
const FIELDS = ['title', 'abstract', 'date', 'authors', 'upvotes', 'url', 'otherIds', 'links'] as const;

export function papersOf(before: KnowledgeGraph, after: KnowledgeGraph): PaperChange {
  const [old, now] = [papers(before), papers(after)];
  const { new: added, gone } = change(old, now);
  const named = ({ id, node }: { id: string; node: PaperNode }) => ({ id, title: node.title.replace(/\s+/g, ' ') });
  const changed = both(old, now).flatMap(({ was, is }) => {
    const fields = FIELDS.filter((field) => JSON.stringify(was.node[field]) !== JSON.stringify(is.node[field]));
    return fields.length ? [{ ...named(is), fields }] : [];
  });
  return { new: added.map(named), gone: gone.map(named), changed };
}

function papers(graph: KnowledgeGraph): Map<string, { id: string; node: PaperNode }> {
  const found = new Map<string, { id: string; node: PaperNode }>();
  graph.forEachNode((id, node) => {
    if (node.kind === 'paper') found.set(id, { id, node });
  });
  return found;
}
