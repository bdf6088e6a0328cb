import { EDGE_KINDS, type EdgeKind, type KnowledgeGraph } from '../graph.ts';

export interface LinkChange {
  kind: EdgeKind;
  new: number;
  gone: number;
}

/** Told elsewhere, or a result's own. */
const ELSEWHERE: readonly EdgeKind[] = ['claims', 'of', 'over', 'on', 'runs_on', 'outperforms', 'matches'];

/** Links whose two ends are in both graphs; kinds without a change are left out. */
export function linksOf(before: KnowledgeGraph, after: KnowledgeGraph): LinkChange[] {
  const added = missing(after, before);
  const gone = missing(before, after);
  const kinds = EDGE_KINDS.filter((kind) => !ELSEWHERE.includes(kind) && (added.has(kind) || gone.has(kind)));
  return kinds.map((kind) => ({ kind, new: added.get(kind) ?? 0, gone: gone.get(kind) ?? 0 }));
}

/** How many links of each kind one graph has and the other, which has both ends, has not. */
function missing(these: KnowledgeGraph, those: KnowledgeGraph): Map<EdgeKind, number> {
  const found = new Map<EdgeKind, number>();
  these.forEachEdge((key, { kind }, source, target) => {
    if (!those.hasEdge(key) && those.hasNode(source) && those.hasNode(target)) found.set(kind, (found.get(kind) ?? 0) + 1);
  });
  return found;
}
