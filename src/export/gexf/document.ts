import { EDGE_KINDS, type EdgeKind, type KnowledgeGraph, type NodeAttributes } from '../../graph.ts';
import { EDGE_FIELDS } from '../fields/edge-fields.ts';
import { fitting, type Field } from '../fields/field.ts';
import { NODE_FIELDS } from '../fields/node-fields.ts';
import { communitiesOf, rgb } from '../look.ts';
import { edgesFrom, nodesOf } from '../order.ts';
import type { Losses } from '../types.ts';
import { uniqueIds } from '../xml/ids.ts';
import { attribute } from '../xml/text.ts';
import { flat, valueWriter } from '../xml/values.ts';
import { timeline } from './timeline.ts';

export interface Flavour {
  version: '1.3' | '1.2';
  /** Whether nodes and edges bear the day from which they are there. */
  time: boolean;
}

/** What stands between the parts of an edge. */
const [TARGET, VALUES] = ['" target="', '><attvalues>'];

/** So many weights of a kind of edge are remembered as text. */
const MANY = 1000;

const NAMESPACES = { '1.3': 'http://gexf.net/1.3', '1.2': 'http://www.gexf.net/1.2draft' } as const;

/**
 * Valid by the RELAX NG schema of the format. Attributes are typed once and only by what all readers know: string, integer, double,
 * boolean.
 */
export function* document(graph: KnowledgeGraph, losses: Losses, { version, time }: Flavour): Generator<string> {
  const nodes = nodesOf(graph);
  const idOf = uniqueIds(nodes, losses);
  const communities = communitiesOf(graph);
  const since = time ? timeline(graph) : undefined;
  const paint = painter();
  const begin = ({ id }: { id: string }): string => `<attvalue for="${id}" value="`;
  const nodeValues = valueWriter(NODE_FIELDS, begin, '"/>', losses);
  const edgeValues = valueWriter(EDGE_FIELDS, begin, '"/>', losses, '</attvalues></edge>\n');
  // Version 1.2 has no word for the kind of an edge; it stands among the attributes in both.
  const kind = (of: EdgeKind): string => `${version === '1.3' ? ` kind="${of}"` : ''} label="${of}"`;
  const words = new Map(EDGE_KINDS.map((of) => [of, { tail: `"${kind(of)}`, weighed: new Map<number, string>() }]));
  /** All between an edge's target and its values or date; weights are few, as they are rounded. */
  const middle = (of: EdgeKind, weight: number): string => {
    const { tail, weighed } = words.get(of)!;
    let text = weighed.get(weight);
    if (text !== undefined) return text;
    const fit = fitting(weight, 'double', losses);
    text = flat(`${tail}${fit === undefined ? '' : ` weight="${fit}"`}${since ? '' : VALUES}`);
    if (fit !== undefined && weighed.size < MANY) weighed.set(weight, text);
    return text;
  };

  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<gexf xmlns="${NAMESPACES[version]}" xmlns:viz="${NAMESPACES[version]}/viz" version="${version}">\n`;
  yield '<meta><creator>claimgraph</creator><description>who claims what: papers, entities, results and the sentences that say so</description></meta>\n';
  yield `<graph defaultedgetype="directed" idtype="string"${since ? ' mode="dynamic" timeformat="date"' : ''}>\n`;
  yield declared('node', NODE_FIELDS);
  yield declared('edge', EDGE_FIELDS);
  yield `<nodes count="${nodes.length}">\n`;
  for (const id of nodes) {
    const node = graph.getNodeAttributes(id);
    const community = communities(node);
    const head = `id="${idOf(id)}"${attribute('label', node.label, losses)}${attribute('start', since?.ofNode(id))}`;
    yield `<node ${head}><attvalues>${nodeValues({ graph, node, community })}${paint(community?.color)}${look(node, losses)}</node>\n`;
  }
  yield `</nodes>\n<edges count="${graph.size}">\n`;
  for (const id of nodes) {
    const from = idOf(id);
    let text = '';
    let [begin, begins] = ['', ''];
    for (const { edge, source, target } of edgesFrom(graph, id)) {
      // The id of an edge is its key, as XML can hold it.
      if (begins !== edge.kind) [begin, begins] = [flat(`<edge source="${from}" id="${from} ${edge.kind} `), edge.kind];
      const to = idOf(target);
      text += begin + to + TARGET + to + middle(edge.kind, edge.weight);
      if (since) text += attribute('start', since.ofEdge(edge, source, target)) + VALUES;
      text += edgeValues({ graph, edge });
    }
    yield text;
  }
  yield `</edges>\n</graph>\n${lost(losses)}</gexf>\n`;
}

const declared = (of: 'node' | 'edge', fields: readonly Field<never>[]): string =>
  `<attributes class="${of}">\n${fields.map(({ id, type }) => `<attribute id="${id}" title="${id}" type="${type}"/>\n`).join('')}</attributes>\n`;

/** Place and size, as programs that draw want them. */
function look({ x, y, size }: NodeAttributes, losses: Losses): string {
  const [left, top, radius] = [fitting(x, 'double', losses), fitting(y, 'double', losses), fitting(size, 'double', losses)];
  const position = left === undefined || top === undefined ? '' : `<viz:position x="${left}" y="${top}" z="0"/>`;
  return `${position}${radius !== undefined && size >= 0 ? `<viz:size value="${radius}"/>` : ''}`;
}

/** Writes colours, each of which is that of many nodes. */
function painter(): (color: string | undefined) => string {
  const known = new Map<string | undefined, string>();
  return (color) => {
    const text = known.get(color);
    if (text !== undefined) return text;
    const [r, g, b] = rgb(color);
    const made = flat(`</attvalues><viz:color r="${r}" g="${g}" b="${b}"/>`);
    known.set(color, made);
    return made;
  };
}

/** Said at the end, when it is known. */
const lost = ({ characters, numbers }: Losses): string =>
  characters + numbers ? `<!-- left out, as the format cannot hold them: characters ${characters}, numbers ${numbers} -->\n` : '';
