/** What may be asked of the whole graph: questions by name, suggestions for a text, exports. Runs in a worker where the graph is large. */
import { EXPORTERS } from '../src/export/index.ts';
import type { KnowledgeGraph, NodeKind } from '../src/graph.ts';
import { ask } from '../src/query/ask.ts';
import { QueryError } from '../src/query/errors.ts';
import { lookUp } from '../src/query/full-text.ts';
import type { Answer } from '../src/query/types.ts';

export interface Suggestion {
  id: string;
  kind: NodeKind | 'community';
  label: string;
  /** Number of papers; for a paper its year, or 0. */
  number: number;
}

export interface Suggestions {
  found: Suggestion[];
  /** How many of each kind there are in all. */
  counts: [kind: NodeKind, count: number][];
}

/** An answer, or why there is none and what to do about it. */
export type Answered = { answer: Answer } | { error: string; remedy: string; candidates: string[] };

export class Answers {
  readonly #graph: KnowledgeGraph;

  constructor(graph: KnowledgeGraph) {
    this.#graph = graph;
  }

  ask(query: string, params: { readonly [param: string]: string }): Answered {
    try {
      return { answer: ask(this.#graph, query, params) };
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      return { error: error.message, remedy: error.remedy, candidates: error.candidates };
    }
  }

  /** The best few nodes for a text, and communities by name. */
  suggest(text: string, most: number): Suggestions {
    const graph = this.#graph;
    const hits = lookUp(graph, text);
    const counts = new Map<NodeKind, number>();
    for (const { id } of hits) {
      const kind = graph.getNodeAttribute(id, 'kind');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const found = hits.slice(0, most).map(({ id }): Suggestion => {
      const node = graph.getNodeAttributes(id);
      if (node.kind === 'paper') return { id, kind: node.kind, label: node.title, number: node.date?.year ?? 0 };
      return { id, kind: node.kind, label: node.label, number: node.kind === 'result' ? 1 : node.papers };
    });
    const low = text.trim().toLowerCase();
    const communities = graph.getAttribute('communities').filter(({ label }) => low.length > 1 && label.toLowerCase().includes(low));
    for (const { id, label, size } of communities.slice(0, 2)) found.push({ id, kind: 'community', label, number: size });
    return { found, counts: [...counts] };
  }

  /** A part of the graph in an export format: these nodes, and the edges among them that are not left out. */
  async write(format: string, nodes: readonly string[], withoutEdges: readonly string[]): Promise<Blob> {
    const exporter = EXPORTERS.find(({ id }) => id === format);
    if (!exporter || !('write' in exporter)) throw new Error(`there is no format ${format} of one file`);
    const part = this.#graph.copy() as KnowledgeGraph;
    const keep = new Set(nodes);
    for (const key of withoutEdges) if (part.hasEdge(key)) part.dropEdge(key);
    for (const id of this.#graph.nodes()) if (!keep.has(id)) part.dropNode(id);
    const pieces: BlobPart[] = [];
    for await (const piece of exporter.write(part)) pieces.push(piece as BlobPart);
    return new Blob(pieces, { type: exporter.mime });
  }
}
