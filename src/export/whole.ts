import type { KnowledgeGraph } from '../graph.ts';

/** The graph that a part was taken from. */
const wholes = new WeakMap<KnowledgeGraph, KnowledgeGraph>();

/** Marks a graph as a part of another, so that the sentences it rests on are found where their papers are no part of it. */
export function partOf(part: KnowledgeGraph, whole: KnowledgeGraph): KnowledgeGraph {
  wholes.set(part, wholeOf(whole));
  return part;
}

/** The graph that a part was taken from; a graph itself where it is none. */
export const wholeOf = (graph: KnowledgeGraph): KnowledgeGraph => wholes.get(graph) ?? graph;
