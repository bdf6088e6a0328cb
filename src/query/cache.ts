import type { KnowledgeGraph } from '../graph.ts';

type Index<T> = (graph: KnowledgeGraph) => T;
const all: Index<unknown>[] = [];

/** Makes an index once a graph, again only when nodes or edges came or went, and lets it go with the graph. */
export function perGraph<T>(make: Index<T>): Index<T> {
  const made = new WeakMap<KnowledgeGraph, { order: number; size: number; value: T }>();
  const index: Index<T> = (graph) => {
    const known = made.get(graph);
    if (known && known.order === graph.order && known.size === graph.size) return known.value;
    const value = make(graph);
    made.set(graph, { order: graph.order, size: graph.size, value });
    return value;
  };
  all.push(index);
  return index;
}

/** Makes every index of a graph, one a step, so that the first questions need not wait for them. */
export function* prepare(graph: KnowledgeGraph): Generator<void> {
  for (const index of all) {
    index(graph);
    yield;
  }
}
