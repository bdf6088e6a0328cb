import type { KnowledgeGraph } from '../graph.ts';

/** Makes an index once a graph, again only when nodes or edges came or went, and lets it go with the graph. */
export function perGraph<T>(make: (graph: KnowledgeGraph) => T): (graph: KnowledgeGraph) => T {
  const made = new WeakMap<KnowledgeGraph, { order: number; size: number; value: T }>();
  return (graph) => {
    const known = made.get(graph);
    if (known && known.order === graph.order && known.size === graph.size) return known.value;
    const value = make(graph);
    made.set(graph, { order: graph.order, size: graph.size, value });
    return value;
  };
}
