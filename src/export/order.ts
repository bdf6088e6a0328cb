/** Nodes in code-unit order of their ids, edges by source, kind and target, whatever order they were added in. */
import type { EdgeAttributes, KnowledgeGraph } from '../graph.ts';

export function nodesOf(graph: KnowledgeGraph): string[] {
  const ids = graph.nodes();
  return ids.every((id, i) => i === 0 || ids[i - 1]! < id) ? ids : ids.sort();
}

export interface EdgeEntry {
  key: string;
  source: string;
  target: string;
  edge: EdgeAttributes;
}

/** The edges from one node; a list of all edges of a large graph would not fit beside it. */
export function edgesFrom(graph: KnowledgeGraph, id: string): EdgeEntry[] {
  const entries: EdgeEntry[] = [];
  graph.forEachOutEdge(id, (key, edge, source, target) => void entries.push({ key, source, target, edge }));
  return entries.length < 2 ? entries : entries.sort(byKey);
}

/** As their keys are, which begin with the same source: by kind, then by target. */
function byKey(a: EdgeEntry, b: EdgeEntry): number {
  const [one, other] = [a.edge.kind, b.edge.kind];
  if (one !== other) return one < other ? -1 : 1;
  return a.target < b.target ? -1 : 1;
}

/** All edges. */
export function* edgesOf(graph: KnowledgeGraph): Generator<EdgeEntry> {
  for (const id of nodesOf(graph)) yield* edgesFrom(graph, id);
}
