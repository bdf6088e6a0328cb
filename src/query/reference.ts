import { NODE_KINDS } from '../graph.ts';
import type { KnowledgeGraph, NodeKind } from '../graph.ts';
import { entityAt, isEntity, kindOf, labelOf } from './access.ts';
import { AmbiguousError, NotFoundError } from './errors.ts';
import { nearest } from './full-text.ts';
import { bearers } from './names.ts';

export { bearers, nameKey } from './names.ts';

/** A name that so many times as many papers give to one thing as to all others is taken for it. */
const CLEARLY = 10;

let taken: string[] | undefined;

/** Does some work; what names were taken for, where they have several meanings, is told. */
export function reading<T>(work: () => T): { made: T; notes: string[] } {
  const notes: string[] = (taken = []);
  try {
    return { made: work(), notes };
  } finally {
    taken = undefined;
  }
}

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
    const one = clearest(graph, name, found);
    if (one === undefined)
      throw new AmbiguousError(`${shown} names ${found.length} things`, `give the id of one:${lines(graph, found.slice(0, 10))}`, found);
    return one;
  }
  const near = nearest(graph, name, kinds);
  const remedy = near.length ? `did you mean one of these?${lines(graph, near)}` : `find names with the query "search"`;
  throw new NotFoundError(`no ${what} is called ${shown}`, remedy, near);
}

/** Of several things of one name, the one that nearly all papers mean by it, which is told; undefined where there is none. */
export function clearest(graph: KnowledgeGraph, name: string, found: string[]): string | undefined {
  found.sort((a, b) => papersOf(graph, b) - papersOf(graph, a) || (a < b ? -1 : 1));
  const [first, ...others] = found as [string, ...string[]];
  const rest = others.reduce((sum, id) => sum + papersOf(graph, id), 0);
  const sameKind = others.every((id) => kindOf(graph, id) === kindOf(graph, first));
  if (!sameKind || rest === 0 || papersOf(graph, first) < CLEARLY * rest) return undefined;
  const also = others.slice(0, 3).map((id) => described(graph, id));
  taken?.push(`"${name.slice(0, 100)}" is taken as ${described(graph, first)}; so called is also ${also.join(', ')}.`);
  return first;
}

const papersOf = (graph: KnowledgeGraph, id: string): number => (isEntity(kindOf(graph, id)) ? entityAt(graph, id).papers : 0);

function described(graph: KnowledgeGraph, id: string): string {
  const papers = papersOf(graph, id);
  return `${id} (${labelOf(graph, id)}${papers ? `, ${papers} paper${papers === 1 ? '' : 's'}` : ''})`;
}

const lines = (graph: KnowledgeGraph, ids: readonly string[]): string => ids.map((id) => `\n  ${described(graph, id)}`).join('');
