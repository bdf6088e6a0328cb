/** What may be asked of the whole graph: questions by name, suggestions for a text, exports. Runs in a worker where the graph is large. */
import { z } from 'zod';
import { isColumns, openColumns } from '../src/columns/open.ts';
import { diffGraphs, type GraphDiff } from '../src/diff/diff.ts';
import { EXPORTERS, zipped } from '../src/export/index.ts';
import { partOf } from '../src/export/whole.ts';
import { loadGraph, NODE_KINDS, type KnowledgeGraph, type NodeKind } from '../src/graph.ts';
import { ask, queryOf } from '../src/query/ask.ts';
import { QueryError } from '../src/query/errors.ts';
import { cellOf, grid } from '../src/query/format/cells.ts';
import { lookUp } from '../src/query/full-text.ts';
import { bearers } from '../src/query/names.ts';
import { QUERIES } from '../src/query/index.ts';
import type { Item, Query } from '../src/query/types.ts';

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

/** A question as a form shows it. */
export interface Declared {
  id: string;
  summary: string;
  params: { name: string; about: string; required: boolean; options: string[]; preset: string }[];
}

/** A table of an answer: cells as people read them, and the node that a row is about. */
export interface Shown {
  title: string;
  columns: string[];
  rows: { id: string | null; cells: string[] }[];
}

/** An answer, or why there is none and what to do about it. */
export type Answered =
  | { items: Item[]; tables: Shown[]; total: number; notes: string[]; nodes: string[] }
  | { error: string; remedy: string; candidates: string[] };

/** Every format as one of a single file. */
const FILES = EXPORTERS.map((one) => ('write' in one ? one : zipped(one)));
/** Of an answer no more than so many nodes are lit. */
const MOST_LIT = 500;

export class Answers {
  readonly #graph: KnowledgeGraph;

  constructor(graph: KnowledgeGraph) {
    this.#graph = graph;
  }

  /** Every question that may be asked. */
  questions(): Declared[] {
    return (QUERIES as readonly Query[]).map(({ id, summary, params }) => {
      const { properties = {}, required = [] } = z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }) as unknown as Schema;
      return {
        id,
        summary,
        params: Object.entries(properties).map(([name, { description, enum: options, default: preset }]) => ({
          name,
          about: description ?? '',
          required: required.includes(name),
          options: options ?? [],
          preset: preset === undefined ? '' : String(preset),
        })),
      };
    });
  }

  ask(query: string, params: { readonly [param: string]: string }): Answered {
    try {
      const { items, total, notes = [] } = ask(this.#graph, query, params);
      const tables = queryOf(query).tables.map((table): Shown => {
        const { title = '', columns, rows } = grid(table, items);
        const shown = columns.filter((column) => column !== 'id');
        return {
          title,
          columns: shown,
          rows: rows.map((row) => ({
            id: [row['id'], row['paper']].find((id) => typeof id === 'string') ?? null,
            cells: shown.map((column) => cellOf(row[column])),
          })),
        };
      });
      return { items, tables, total, notes, nodes: [...new Set([...this.#nodesOf(params), ...this.#nodesIn(items)])] };
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      return { error: error.message, remedy: error.remedy, candidates: error.candidates };
    }
  }

  /** What a question is about: the one thing that bears a name it gives. */
  #nodesOf(params: { readonly [param: string]: string }): string[] {
    return Object.values(params).flatMap((name) => {
      const found = bearers(this.#graph, name, NODE_KINDS);
      return found.length === 1 ? found : [];
    });
  }

  /** Every node that an answer names, in its order. */
  #nodesIn(items: readonly Item[]): string[] {
    const found = new Set<string>();
    const look = (value: unknown): void => {
      if (found.size >= MOST_LIT) return;
      if (typeof value === 'string') {
        if (value.includes(':') && this.#graph.hasNode(value)) found.add(value);
      } else if (value && typeof value === 'object') for (const inner of Object.values(value)) look(inner);
    };
    look(items);
    return [...found];
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

  /** What is new since another graph, given as the bytes of its file. @throws GraphFormatError */
  diff(before: ArrayBuffer): GraphDiff {
    const graph = isColumns(before) ? openColumns(before).toGraph() : loadGraph(new TextDecoder().decode(before));
    return diffGraphs(graph, this.#graph);
  }

  /** The formats that the graph can be written in. */
  formats(): { id: string; summary: string; extension: string }[] {
    return FILES.map(({ id, summary, extension }) => ({ id, summary, extension }));
  }

  /** A part of the graph in one of the formats: these nodes, and the edges among them that are not left out. */
  async write(format: string, nodes: readonly string[], withoutEdges: readonly string[]): Promise<Blob> {
    const exporter = FILES.find(({ id }) => id === format);
    if (!exporter) throw new Error(`there is no format ${format}`);
    const keep = new Set(nodes);
    const out = new Set(withoutEdges);
    const part = this.#graph.emptyCopy() as KnowledgeGraph;
    for (const id of part.nodes()) if (!keep.has(id)) part.dropNode(id);
    this.#graph.forEachEdge((key, attributes, source, target) => {
      if (keep.has(source) && keep.has(target) && !out.has(key)) part.addEdgeWithKey(key, source, target, attributes);
    });
    const pieces: BlobPart[] = [];
    for await (const piece of exporter.write(partOf(part, this.#graph))) pieces.push(piece as BlobPart);
    return new Blob(pieces, { type: exporter.mime });
  }
}

interface Schema {
  properties?: { [name: string]: { description?: string; enum?: string[]; default?: unknown } };
  required?: string[];
}
