import { z } from 'zod';
import { EDGE_KINDS } from '../graph.ts';
import type { EdgeKind, KnowledgeGraph } from '../graph.ts';
import { entityAt, kindOf, ranked, resultAt, titled } from './access.ts';
import { BadParamsError } from './errors.ts';
import { behind, namedNodeOf } from './links.ts';
import { whole } from './params.ts';
import { linkNetwork } from './paths/network.ts';
import type { LinkNetwork } from './paths/network.ts';
import { separateWays, shortest } from './paths/ways.ts';
import { findNode } from './reference.ts';
import { edgeKind, evidence, namedNode } from './shapes.ts';
import { query } from './types.ts';

const MAX_WAYS = 10;

const step = z.strictObject({
  from: namedNode,
  kind: edgeKind,
  direction: z.enum(['out', 'in']).describe('whether the edge leads along the way or against it'),
  to: namedNode,
  why: z.string().describe('the step as a sentence'),
  evidence,
});
const way = z.strictObject({
  way: z.int().describe('1 is the best; no two go through one node'),
  bits: z.number().describe('how unlikely a random walk along the links is to take it: the fewer, the more it says'),
  steps: z.array(step),
  evidence: evidence.describe('the sentences behind its steps'),
});

const node = (end: string) => z.string().describe(`${end}: an id, a title, a label or an alias`);

export default query({
  id: 'path',
  summary: 'How two nodes are connected: the ways that say most, through rare links rather than hubs, with the sentence behind each step.',
  params: z.strictObject({
    from: node('where the way begins'),
    to: node('where it ends'),
    ways: whole(1, MAX_WAYS).default(3).describe(`how many separate ways to look for, 1 to ${MAX_WAYS}`),
  }),
  item: way,
  given: ['from', 'to'],
  example: { from: 'PAPER', to: 'TECHNIQUE' },
  tables: [
    {
      columns: ['way', 'why'],
      below: ['sentence'],
      rows: ({ way, steps }) => steps.map((step) => ({ way, ...step })),
    },
  ],
  run(graph, { from, to, ways }) {
    const network = linkNetwork(graph);
    const [a, b] = [from, to].map((name) => network.number.get(findNode(graph, name))!) as [number, number];
    if (a === b) throw new BadParamsError(`both ends are ${network.ids[a]!}`, 'give two different nodes');
    const items: z.output<typeof way>[] = [];
    for (const { nodes, bits } of separateWays(network, a, b)) {
      const steps = nodes.slice(1).map((node, i) => stepBetween(graph, network.ids[nodes[i]!]!, network.ids[node]!));
      items.push({
        way: items.length + 1,
        bits: Math.round(bits * 100) / 100,
        steps,
        evidence: steps.flatMap(({ evidence }) => evidence),
      });
      if (items.length === ways) break;
    }
    const notes = items[0] ? through(graph, network, a, b, items[0].steps.length) : [`Nothing connects ${called(graph, network.ids[a]!)} and ${called(graph, network.ids[b]!)}.`]; // prettier-ignore
    return { items, total: items.length, ...(notes.length && { notes }) };
  },
});

const SAYS: Partial<Record<EdgeKind, string>> = {
  compares_with: 'compares with',
  evaluated_on: 'evaluates on',
  of: 'is a figure of',
  over: 'is a figure against',
  on: 'is a figure on',
  runs_on: 'is a figure on',
  variant_of: 'is a version of',
};

/** The edge that says most of those between two nodes. */
function stepBetween(graph: KnowledgeGraph, a: string, b: string): z.output<typeof step> {
  const place = (key: string): number => EDGE_KINDS.indexOf(graph.getEdgeAttribute(key, 'kind'));
  const keys = graph.edges(a, b).filter((key) => graph.getEdgeAttribute(key, 'kind') !== 'related_to');
  const key = ranked(keys.sort((x, y) => place(x) - place(y)), (each) => graph.getEdgeAttribute(each, 'weight'), (each) => each)[0]!; // prettier-ignore
  const { kind } = graph.getEdgeAttributes(key);
  const [source, target] = graph.extremities(key);
  return {
    from: namedNodeOf(graph, a),
    kind,
    direction: source === a ? 'out' : 'in',
    to: namedNodeOf(graph, b),
    why: `${called(graph, source)} ${SAYS[kind] ?? kind} ${called(graph, target)}.`,
    evidence: behind(graph, key).slice(0, 1),
  };
}

/** As a sentence calls a node: entities with the number of papers that name them. */
function called(graph: KnowledgeGraph, id: string): string {
  const kind = kindOf(graph, id);
  if (kind === 'paper') return titled(graph, id);
  if (kind === 'result') {
    const { value, metric } = resultAt(graph, id);
    return metric === null ? `the figure ${value}` : `the figure ${value} (${metric})`;
  }
  const { label, papers } = entityAt(graph, id);
  return `${label} (${papers} ${papers === 1 ? 'paper' : 'papers'})`;
}

/** Why a shorter way was passed over. */
function through(graph: KnowledgeGraph, network: LinkNetwork, from: number, to: number, steps: number): string[] {
  const short = shortest(network, from, to)!;
  if (short.length - 1 >= steps) return [];
  const [hub] = ranked(short.slice(1, -1), (node) => network.strength[node]!, (node) => network.ids[node]!); // prettier-ignore
  const where =
    hub === undefined
      ? 'straight there: so many links meet at its ends'
      : `through ${called(graph, network.ids[hub]!)}: so many links meet there`;
  return [`A way of ${short.length - 1} steps leads ${where} that it says less.`];
}
