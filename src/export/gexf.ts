/**
 * GEXF 1.3 (https://gexf.net), which Gephi, networkx and others read, valid by the format's RELAX NG schema.
 * Attributes are typed once and only by what all readers know: string, integer, double, boolean.
 */
import type { KnowledgeGraph, NodeAttributes } from '../graph.ts';
import { written, type Column } from './gexf/columns.ts';
import { EDGE_COLUMNS } from './gexf/edge-columns.ts';
import { uniqueIds } from './gexf/ids.ts';
import { NODE_COLUMNS } from './gexf/node-columns.ts';
import type { Exporter, Losses } from './types.ts';
import { attributes } from './xml.ts';

/** Colour of what belongs to no community. */
const GREY = '#999999';

export const gexf: Exporter = {
  id: 'gexf',
  summary: 'the whole graph for Gephi, networkx and others (GEXF 1.3)',
  extension: 'gexf',
  mime: 'application/gexf+xml',
  write: (graph, losses = { characters: 0, numbers: 0 }) => document(graph, losses),
};

function* document(graph: KnowledgeGraph, losses: Losses): Generator<string> {
  const byKey = (a: string, b: string): number => (a < b ? -1 : 1);
  const nodes = graph.nodes().sort(byKey);
  const edges = graph.edges().sort(byKey);
  const nodeIds = uniqueIds(nodes, losses);
  const edgeIds = uniqueIds(edges);
  const communities = new Map(graph.getAttribute('communities').map((community) => [community.id, community]));

  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '<meta><creator>claimgraph</creator><description>who claims what: papers, entities, results and the sentences that say so</description></meta>\n';
  yield '<graph defaultedgetype="directed" idtype="string">\n';
  yield declared('node', NODE_COLUMNS);
  yield declared('edge', EDGE_COLUMNS);
  yield `<nodes count="${nodes.length}">\n`;
  for (const id of nodes) {
    const node = graph.getNodeAttributes(id);
    const community = node.community === null ? undefined : communities.get(node.community);
    const head = attributes([['id', nodeIds.get(id)], ['label', node.label]], losses); // prettier-ignore
    yield `<node${head}>${values(NODE_COLUMNS, { graph, node, community }, losses)}${look(node, community?.color, losses)}</node>\n`;
  }
  yield `</nodes>\n<edges count="${edges.length}">\n`;
  for (const key of edges) {
    const edge = graph.getEdgeAttributes(key);
    const [source, target] = graph.extremities(key);
    const head = attributes([
      ['id', edgeIds.get(key)],
      ['source', nodeIds.get(source)],
      ['target', nodeIds.get(target)],
      ['kind', edge.kind],
      ['label', edge.kind],
      ['weight', written(edge.weight, 'double', losses)],
    ]);
    yield `<edge${head}>${values(EDGE_COLUMNS, { graph, edge }, losses)}</edge>\n`;
  }
  yield `</edges>\n</graph>\n${lost(losses)}</gexf>\n`;
}

const declared = (of: 'node' | 'edge', columns: readonly Column<never>[]): string =>
  `<attributes class="${of}">\n${columns.map(({ id, type }) => `<attribute${attributes([['id', id], ['title', id], ['type', type]])}/>\n`).join('')}</attributes>\n`; // prettier-ignore

function values<T>(columns: readonly Column<T>[], item: T, losses: Losses): string {
  let text = '';
  for (const { id, type, of } of columns) {
    const value = written(of(item), type, losses);
    if (value !== undefined) text += `<attvalue${attributes([['for', id], ['value', value]], losses)}/>`; // prettier-ignore
  }
  return `<attvalues>${text}</attvalues>`;
}

/** Colour, place and size, as programs that draw want them. */
function look(node: NodeAttributes, color: string | undefined, losses: Losses): string {
  const hex = color !== undefined && /^#[0-9a-f]{6}$/i.test(color) ? color : GREY;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const [x, y, size] = [node.x, node.y, node.size].map((value) => written(value, 'double', losses));
  const position = x !== undefined && y !== undefined ? `<viz:position${attributes([['x', x], ['y', y], ['z', '0']])}/>` : ''; // prettier-ignore
  const radius = size !== undefined && node.size >= 0 ? `<viz:size value="${size}"/>` : '';
  return `<viz:color r="${r}" g="${g}" b="${b}"/>${position}${radius}`;
}

/** Said at the end, when it is known. */
const lost = ({ characters, numbers }: Losses): string =>
  characters + numbers ? `<!-- left out, as the format cannot hold them: characters ${characters}, numbers ${numbers} -->\n` : '';
