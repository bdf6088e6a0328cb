import { NODE_KINDS } from '../graph.ts';
import type { KnowledgeGraph, NodeKind } from '../graph.ts';
import { entityAt, isEntity, kindOf, labelOf } from './access.ts';
import { AmbiguousError, NotFoundError } from './errors.ts';
import { nearest } from './full-text.ts';
import { bearers } from './names.ts';

export { bearers, nameKey } from './names.ts';

/**
 * The one node that a name stands for.
 * @throws NotFoundError, with the nearest names
 * @throws AmbiguousError, with the ids to choose from
 */
export function findNode(graph: KnowledgeGraph, name: string, kinds: readonly NodeKind[] = NODE_KINDS): string {
  const found = bearers(graph, name, kinds);
  if (found.length === 1) return found[0]!;
  const what = kinds.length === 1 ? kinds[0]! : 'node';
  const shown = `"${name.slice(0, 100)}"`;
  if (found.length) {
    found.sort((a, b) => papersOf(graph, b) - papersOf(graph, a) || (a < b ? -1 : 1));
    throw new AmbiguousError(`${shown} names ${found.length} things`, `give the id of one:${lines(graph, found.slice(0, 10))}`, found);
  }
  const near = nearest(graph, name, kinds);
  const remedy = near.length ? `did you mean one of these?${lines(graph, near)}` : `find names with the query "search"`;
  throw new NotFoundError(`no ${what} is called ${shown}`, remedy, near);
}

const papersOf = (graph: KnowledgeGraph, id: string): number => (isEntity(kindOf(graph, id)) ? entityAt(graph, id).papers : 0);

function lines(graph: KnowledgeGraph, ids: readonly string[]): string {
  const line = (id: string): string => {
    const papers = papersOf(graph, id);
    return `\n  ${id} (${labelOf(graph, id)}${papers ? `, ${papers} paper${papers === 1 ? '' : 's'}` : ''})`;
  };
  return ids.map(line).join('');
}
