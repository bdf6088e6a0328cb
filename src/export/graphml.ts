/** GraphML (http://graphml.graphdrawing.org), which networkx, igraph, Gephi, yEd and Cytoscape read. */
import type { KnowledgeGraph } from '../graph.ts';
import { batched } from './batched.ts';
import { DRAWN_NODE_FIELDS, WEIGHED_EDGE_FIELDS } from './fields/drawn.ts';
import type { Field, FieldType } from './fields/field.ts';
import { communitiesOf } from './look.ts';
import { edgesFrom, nodesOf } from './order.ts';
import type { FileExporter, Losses } from './types.ts';
import { uniqueIds } from './xml/ids.ts';
import { valueWriter } from './xml/values.ts';

export const graphml: FileExporter = {
  id: 'graphml',
  summary: 'the whole graph for networkx, igraph, yEd and Cytoscape (GraphML)',
  extension: 'graphml',
  mime: 'application/graphml+xml',
  write: (graph, losses = { characters: 0, numbers: 0 }) => batched(document(graph, losses)),
};

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';
const TYPES: { readonly [T in FieldType]: string } = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' };

function* document(graph: KnowledgeGraph, losses: Losses): Generator<string> {
  const nodes = nodesOf(graph);
  const idOf = uniqueIds(nodes, losses);
  const communities = communitiesOf(graph);
  const nodeValues = valueWriter(DRAWN_NODE_FIELDS, ({ id }) => `<data key="n.${id}">`, '</data>', losses);
  const edgeValues = valueWriter(WEIGHED_EDGE_FIELDS, ({ id }) => `<data key="e.${id}">`, '</data>', losses);

  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<graphml xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd">\n`;
  yield keys('node', DRAWN_NODE_FIELDS) + keys('edge', WEIGHED_EDGE_FIELDS);
  yield '<graph id="claimgraph" edgedefault="directed">\n';
  for (const id of nodes) {
    const node = graph.getNodeAttributes(id);
    yield `<node id="${idOf(id)}">${nodeValues({ graph, node, community: communities(node) })}</node>\n`;
  }
  for (const id of nodes) {
    const from = idOf(id);
    let text = '';
    for (const { edge, target } of edgesFrom(graph, id)) {
      const to = idOf(target);
      text += `<edge id="${from} ${edge.kind} ${to}" source="${from}" target="${to}">${edgeValues({ graph, edge })}</edge>\n`;
    }
    yield text;
  }
  yield '</graph>\n</graphml>\n';
}

const keys = (of: 'node' | 'edge', fields: readonly Field<never>[]): string =>
  fields.map(({ id, type }) => `<key id="${of[0]}.${id}" for="${of}" attr.name="${id}" attr.type="${TYPES[type]}"/>\n`).join('');
