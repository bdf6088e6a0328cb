import { saveGraph } from '../graph.ts';
import type { KnowledgeGraph } from '../graph.ts';

/** A graph as it is served: with its file and a name for this state of it. */
export interface Snapshot {
  graph: KnowledgeGraph;
  /** graph.json */
  json: Uint8Array<ArrayBuffer>;
  /** Another for every other graph: answers are a function of the graph and the question. */
  tag: string;
}

/** @param json graph.json, where it is at hand; written anew where not */
export async function snapshot(graph: KnowledgeGraph, json = written(graph)): Promise<Snapshot> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', json));
  return { graph, json, tag: Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

const written = (graph: KnowledgeGraph): Uint8Array<ArrayBuffer> => new TextEncoder().encode([...saveGraph(graph)].join(''));
