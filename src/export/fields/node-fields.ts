import type { Community, EntityNode, KnowledgeGraph, NodeAttributes, PaperNode, ResultNode } from '../../graph.ts';
import { sentenceOf } from '../../model.ts';
import type { Field, Value } from './field.ts';
import { joinText, partingText } from './reasons.ts';
import { dateText, list, placeOf, quote } from '../text.ts';

export interface NodeItem {
  graph: KnowledgeGraph;
  node: NodeAttributes;
  community: Community | undefined;
}

/** Attributes that nodes of one kind have, and others lack. */
const paper =
  (of: (node: PaperNode) => Value) =>
  ({ node }: NodeItem): Value =>
    node.kind === 'paper' ? of(node) : undefined;
const result =
  (of: (node: ResultNode, graph: KnowledgeGraph) => Value) =>
  ({ node, graph }: NodeItem): Value =>
    node.kind === 'result' ? of(node, graph) : undefined;
const entity =
  (of: (node: EntityNode) => Value) =>
  ({ node }: NodeItem): Value =>
    node.kind === 'paper' || node.kind === 'result' ? undefined : of(node);

const claimText = (node: PaperNode, { kind, dataset, span }: PaperNode['claims'][number]): string =>
  `${kind}${dataset === null ? '' : ` on ${dataset}`}: ${sentenceOf(node, span.sentence)}`;

/** All that a node says, but for its label, place, size and colour, which the format has words of its own for. */
export const NODE_FIELDS: readonly Field<NodeItem>[] = [
  { id: 'kind', type: 'string', of: ({ node }) => node.kind },
  { id: 'community', type: 'string', of: ({ node }) => node.community },
  { id: 'community_label', type: 'string', of: ({ community }) => community?.label },
  { id: 'degree', type: 'integer', of: ({ node }) => node.degree },
  { id: 'betweenness', type: 'double', of: ({ node }) => node.betweenness },

  { id: 'title', type: 'string', of: paper(({ title }) => title) },
  { id: 'abstract', type: 'string', of: paper(({ abstract }) => abstract) },
  { id: 'sentences', type: 'string', of: paper(({ sentences }) => sentences.map(([start, end]) => `${start}-${end}`).join(' ')) },
  { id: 'date', type: 'string', of: paper(({ date }) => dateText(date)) },
  { id: 'year', type: 'integer', of: paper(({ date }) => date?.year) },
  { id: 'authors', type: 'integer', of: paper(({ authors }) => authors?.count) },
  { id: 'author_names', type: 'string', of: paper(({ authors }) => list(authors?.names)) },
  { id: 'upvotes', type: 'integer', of: paper(({ upvotes }) => upvotes) },
  { id: 'url', type: 'string', of: paper(({ url }) => url) },
  { id: 'links', type: 'string', of: paper(({ links }) => list(links)) },
  {
    id: 'claims',
    type: 'string',
    of: paper((node) => list(node.claims.map((claim) => claimText(node, claim)))),
  },
  { id: 'claim_places', type: 'string', of: paper(({ claims }) => list(claims.map(({ span }) => `${span.start}-${span.end}`))) },
  { id: 'source_file', type: 'string', of: paper(({ source }) => source?.file) },
  { id: 'source_record', type: 'integer', of: paper(({ source }) => source?.record) },
  { id: 'source_line', type: 'integer', of: paper(({ source }) => source?.line) },
  { id: 'source_reader', type: 'string', of: paper(({ source }) => source?.reader) },

  { id: 'papers', type: 'integer', of: entity(({ papers }) => papers) },
  { id: 'aliases', type: 'string', of: entity(({ aliases }) => list(aliases)) },
  { id: 'first_seen', type: 'string', of: entity(({ firstSeen }) => dateText(firstSeen)) },
  { id: 'joins', type: 'string', of: entity(({ joins }) => list(joins.map(joinText))) },
  { id: 'parted', type: 'string', of: entity(({ parted }) => list(parted?.map(partingText))) },

  { id: 'value', type: 'string', of: result(({ value }) => value) },
  { id: 'low', type: 'double', of: result(({ quantity }) => quantity?.low) },
  { id: 'high', type: 'double', of: result(({ quantity }) => quantity?.high) },
  { id: 'unit', type: 'string', of: result(({ quantity }) => quantity?.unit) },
  { id: 'direction', type: 'string', of: result(({ direction }) => direction) },
  { id: 'hedge', type: 'string', of: result(({ hedge }) => hedge) },
  { id: 'metric', type: 'string', of: result(({ metric }) => metric) },
  { id: 'baseline', type: 'string', of: result(({ baseline }) => baseline) },
  { id: 'dataset', type: 'string', of: result(({ dataset }) => dataset) },
  { id: 'hardware', type: 'string', of: result(({ hardware }) => hardware) },
  { id: 'evidence', type: 'string', of: result(({ evidence }, graph) => quote(graph, evidence)) },
  { id: 'evidence_place', type: 'string', of: result(({ evidence }) => placeOf(evidence)) },
];
