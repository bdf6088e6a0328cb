import type { KnowledgeGraph } from '../graph.ts';
import { EDGE_COLUMNS, NODE_COLUMNS, type Column } from './gexf-columns.ts';
import type { Exporter } from './types.ts';
import { XmlText } from './xml.ts';

export const gexf: Exporter = {
  id: 'gexf',
  summary: 'GEXF 1.3 for Gephi and others, with communities, colours, positions, sizes and evidence',
  extension: 'gexf',
  mime: 'application/gexf+xml',
  write,
};

const NO_COMMUNITY = '#9a9892';

function* write(graph: KnowledgeGraph): Generator<string> {
  const xml = new XmlText();
  const id = uniqueIds(graph, xml);
  const colours = new Map(graph.getAttribute('communities').map((community) => [community.id, community.color]));

  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '<meta><creator>claimgraph</creator><description>Papers, what they name, and every claimed result with its sentence</description></meta>\n';
  yield '<graph defaultedgetype="directed" idtype="string">\n';
  yield declarations('node', NODE_COLUMNS) + declarations('edge', EDGE_COLUMNS);

  yield '<nodes>\n';
  for (const key of graph.nodes().sort()) {
    const node = graph.getNodeAttributes(key);
    const { r, g, b } = channels(colours.get(node.community ?? '') ?? NO_COMMUNITY);
    yield (
      `<node id="${id(key)}" label="${xml.attribute(node.label)}">${values(NODE_COLUMNS, node, graph, xml)}` +
      `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${finite(node.x)}" y="${finite(node.y)}" z="0"/>` +
      `<viz:size value="${Math.max(0, finite(node.size))}"/></node>\n`
    );
  }
  yield '</nodes>\n<edges>\n';
  for (const key of graph.edges().sort()) {
    const [source, target] = graph.extremities(key);
    const edge = graph.getEdgeAttributes(key);
    yield (
      `<edge id="${xml.attribute(key)}" source="${id(source)}" target="${id(target)}" type="directed" label="${edge.kind}" ` +
      `weight="${finite(edge.weight)}">${values(EDGE_COLUMNS, edge, graph, xml)}</edge>\n`
    );
  }
  yield '</edges>\n</graph>\n</gexf>\n';
  if (xml.stripped) yield `<!-- ${xml.stripped} characters that XML 1.0 cannot hold were left out -->\n`;
}

function declarations<T>(kind: 'node' | 'edge', columns: readonly Column<T>[]): string {
  const lines = columns.map(({ id, type }) => `<attribute id="${id}" title="${id}" type="${type}"/>\n`);
  return `<attributes class="${kind}">\n${lines.join('')}</attributes>\n`;
}

function values<T>(columns: readonly Column<T>[], item: T, graph: KnowledgeGraph, xml: XmlText): string {
  let out = '';
  for (const { id, type, get } of columns) {
    const value = get(item, graph);
    if (value === undefined || value === null || value === '') continue;
    if (type !== 'string' && !fits(type, value)) continue;
    out += `<attvalue for="${id}" value="${xml.attribute(String(value))}"/>`;
  }
  return `<attvalues>${out}</attvalues>`;
}

/** GEXF integers have 32 bits; neither type holds what is not finite. */
const fits = (type: 'integer' | 'double', value: unknown): boolean =>
  type === 'integer' ? Number.isInteger(value) && Math.abs(value as number) < 2 ** 31 : Number.isFinite(value);

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

/** Ids as XML holds them; two that differ only in what had to be left out get a number. */
function uniqueIds(graph: KnowledgeGraph, xml: XmlText): (key: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of graph.nodes().sort()) {
    const clean = xml.strip(key);
    if (clean === key) continue;
    let unique = clean;
    for (let n = 2; taken.has(unique) || graph.hasNode(unique); n++) unique = `${clean}~${n}`;
    taken.add(unique);
    given.set(key, unique);
  }
  return (key) => xml.attribute(given.get(key) ?? key);
}

function channels(hex: string): { r: number; g: number; b: number } {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) || 0);
  return { r: r!, g: g!, b: b! };
}
