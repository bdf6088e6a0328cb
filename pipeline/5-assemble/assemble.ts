import { createGraph, type NodeAttributes } from '../../src/graph.ts';
import type { PartialDate } from '../../src/model.ts';
import type { Assembled, Resolved } from '../types.ts';
import { earliest } from './dates.ts';
import { Edges } from './edges.ts';
import { toNetwork } from './network.ts';
import { entityNode } from './nodes.ts';
import { addRecord } from './record.ts';

/**
 * Builds the published graph and its numeric twin from resolved records. Nodes and edges go in sorted by key, so the order of
 * the records changes nothing. Communities, positions and related papers are for later stages to fill in.
 */
export function assemble(resolved: Resolved): Assembled {
  const { records, entities, entityOf, variants } = resolved;
  const nodes = new Map<string, NodeAttributes>();
  const edges = new Edges();
  const papers = new Uint32Array(entities.length);
  const firstSeen: (PartialDate | undefined)[] = Array.from({ length: entities.length });

  records.forEach((record, r) => {
    const of = entityOf[r]!;
    for (const entity of new Set(of)) {
      papers[entity]!++;
      firstSeen[entity] = earliest(firstSeen[entity], record.date);
    }
    addRecord(record, Array.from(of, (entity) => entities[entity]!.id), nodes, edges); // prettier-ignore
  });
  entities.forEach((entity, i) => nodes.set(entity.id, entityNode(entity, papers[i]!, firstSeen[i])));
  for (const { child, parent, rule } of variants) edges.add('variant_of', entities[child]!.id, entities[parent]!.id, [], { why: [rule] });

  const graph = createGraph();
  const sortedNodes = [...nodes].sort(([a], [b]) => (a < b ? -1 : 1));
  const sortedEdges = edges.sorted();
  for (const [id, attributes] of sortedNodes) graph.addNode(id, attributes);
  for (const { key, source, target, attributes } of sortedEdges) graph.addDirectedEdgeWithKey(key, source, target, attributes);
  return {
    graph,
    network: toNetwork(
      sortedNodes.map(([id, { kind }]) => ({ id, kind })),
      sortedEdges,
    ),
  };
}
