import type { EdgeAttributes, EntityNode, KnowledgeGraph, NodeAttributes, PaperNode, ResultNode } from '../graph.ts';
import { isoDate, sentenceAt } from './text.ts';

export type Value = string | number | undefined | null;

/** One attribute of a GEXF file; absent values are left out. */
export interface Column<T> {
  id: string;
  type: 'string' | 'integer' | 'double';
  get(item: T, graph: KnowledgeGraph): Value;
}

const LIST = ' | ';
const entity = (get: (node: EntityNode) => Value) => (node: NodeAttributes) => ('joins' in node ? get(node) : undefined);
const paper = (get: (node: PaperNode) => Value) => (node: NodeAttributes) => (node.kind === 'paper' ? get(node) : undefined);
const result = (get: (node: ResultNode, graph: KnowledgeGraph) => Value) => (node: NodeAttributes, graph: KnowledgeGraph) =>
  node.kind === 'result' ? get(node, graph) : undefined;

export const NODE_COLUMNS: readonly Column<NodeAttributes>[] = [
  { id: 'kind', type: 'string', get: (node) => node.kind },
  { id: 'community', type: 'string', get: ({ community }, graph) => graph.getAttribute('communities').find(({ id }) => id === community)?.label },
  { id: 'community_id', type: 'string', get: (node) => node.community },
  { id: 'degree', type: 'integer', get: (node) => node.degree },
  { id: 'betweenness', type: 'double', get: (node) => node.betweenness },

  { id: 'papers', type: 'integer', get: entity((node) => node.papers) },
  { id: 'aliases', type: 'string', get: entity((node) => node.aliases.join(LIST)) },
  { id: 'first_seen', type: 'string', get: entity((node) => node.firstSeen && isoDate(node.firstSeen)) },
  { id: 'joins', type: 'string', get: entity((node) => node.joins.map(({ form, rule, papers }) => `${form}: ${rule} (${papers})`).join(LIST)) },

  { id: 'abstract', type: 'string', get: paper((node) => node.abstract) },
  { id: 'date', type: 'string', get: paper((node) => node.date && isoDate(node.date)) },
  { id: 'authors', type: 'integer', get: paper((node) => node.authors?.count) },
  { id: 'author_names', type: 'string', get: paper((node) => node.authors?.names?.join(LIST)) },
  { id: 'upvotes', type: 'integer', get: paper((node) => node.upvotes) },
  { id: 'url', type: 'string', get: paper((node) => node.url) },
  { id: 'links', type: 'string', get: paper((node) => node.links.join(LIST)) },
  { id: 'own_claims', type: 'string', get: paper((node) => node.claims.map(({ kind, dataset }) => (dataset === null ? kind : `${kind} on ${dataset}`)).join(LIST)) },
  { id: 'source', type: 'string', get: paper(({ source }) => source && `${source.file} #${source.record} (${source.reader})`) },

  { id: 'value', type: 'string', get: result((node) => node.value) },
  { id: 'low', type: 'double', get: result((node) => node.quantity?.low) },
  { id: 'high', type: 'double', get: result((node) => node.quantity?.high) },
  { id: 'unit', type: 'string', get: result((node) => node.quantity?.unit) },
  { id: 'direction', type: 'string', get: result((node) => node.direction) },
  { id: 'hedge', type: 'string', get: result((node) => node.hedge) },
  { id: 'metric', type: 'string', get: result((node) => node.metric) },
  { id: 'baseline', type: 'string', get: result((node) => node.baseline) },
  { id: 'dataset', type: 'string', get: result((node) => node.dataset) },
  { id: 'hardware', type: 'string', get: result((node) => node.hardware) },
  { id: 'sentence', type: 'string', get: result((node, graph) => sentenceAt(graph, node.evidence)) },
]; // prettier-ignore

export const EDGE_COLUMNS: readonly Column<EdgeAttributes>[] = [
  { id: 'relation', type: 'string', get: (edge) => edge.kind },
  { id: 'role', type: 'string', get: (edge) => edge.role },
  { id: 'why', type: 'string', get: (edge) => edge.why?.join(LIST) },
  { id: 'evidence', type: 'string', get: ({ evidence }, graph) => [...new Set(evidence.map((e) => sentenceAt(graph, e)))].join('\n') },
  { id: 'places', type: 'string', get: ({ evidence }) => evidence.map(({ paper, start, end }) => `${paper} ${start}-${end}`).join(LIST) },
]; // prettier-ignore
