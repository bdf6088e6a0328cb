import { createGraph, edgeKey, type EdgeKind, type KnowledgeGraph, type NodeKind } from '../../src/graph.ts';
import { seeded } from '../../src/random.ts';

export interface Size {
  nodes: number;
  edges: number;
  papers: number;
  communities: number;
}

/** Papers in clusters, each with entities around them, some shared by many. */
export function largeGraph({ nodes, edges, papers, communities: themes }: Size): KnowledgeGraph {
  const next = seeded(7);
  const bell = () => next() + next() + next() - 1.5;
  const graph = createGraph();
  const communities = Array.from({ length: themes }, (_, i) => ({
    id: `community:c${i}`, label: `theme ${i} · topic ${i}`, size: papers / themes, color: `#${((i * 2654435761) >>> 8).toString(16).padStart(6, '0').slice(-6)}`, top: [],
  })); // prettier-ignore
  graph.setAttribute('communities', communities);
  const entities: NodeKind[] = ['technique', 'technique', 'technique', 'dataset', 'metric', 'task', 'hardware'];
  const ids: string[] = [];
  for (let i = 0; i < nodes; i++) {
    const paper = i < papers;
    const kind = paper ? 'paper' : entities[i % entities.length]!;
    const c = Math.floor(next() * themes);
    const angle = c * 2.4;
    const placed = {
      label: `${kind} number ${i}`, community: communities[c]!.id, degree: 1, betweenness: 0, size: 2,
      x: Math.cos(angle) * 90 * Math.sqrt(c) + 110 * bell(), y: Math.sin(angle) * 90 * Math.sqrt(c) + 110 * bell(),
    }; // prettier-ignore
    ids.push(`${kind}:n${i}`);
    graph.addNode(
      ids[i]!,
      paper
        ? { kind: 'paper', ...placed, title: placed.label, abstract: 'An abstract of one sentence.', sentences: [[0, 10]], date: { year: 2015 + (i % 10), month: 1 + (i % 12) }, links: [], claims: [] }
        : ({ kind, ...placed, aliases: [], papers: 1 + (i % 5 === 0 ? 1 + Math.floor(20 * next() ** 3) : 0), joins: [] } as never),
    ); // prettier-ignore
  }
  const kinds = new Map<string, EdgeKind>([['technique', 'uses'], ['dataset', 'evaluated_on'], ['metric', 'measures'], ['task', 'addresses'], ['hardware', 'targets']]); // prettier-ignore
  while (graph.size < edges) {
    const [from, to] = [ids[Math.floor(next() * papers)]!, ids[papers + Math.floor(next() * (nodes - papers))]!];
    const kind = kinds.get(to.split(':')[0]!)!;
    const key = edgeKey(kind, from, to);
    if (!graph.hasEdge(key))
      graph.addEdgeWithKey(key, from, to, { kind, weight: 1, evidence: [{ paper: from, sentence: 0, start: 0, end: 4 }] } as never);
  }
  return graph;
}
