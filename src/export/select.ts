import { createGraph, type Evidence, type KnowledgeGraph, type NodeKind } from '../graph.ts';
import type { PartialDate } from '../model.ts';
import { partOf } from './whole.ts';

/** Which part of a graph; what is absent leaves nothing out. */
export interface Selection {
  /** Nodes of these kinds. */
  kinds?: readonly NodeKind[];
  /** Papers of these communities, by id, with what they name and claim. */
  communities?: readonly string[];
  /** Papers of this day and later, with what they name and claim; papers without a date are left out. */
  since?: PartialDate;
}

/**
 * A part of a graph. What analysis said of the whole (communities, degree, places, numbers of papers) stays as it is; evidence from
 * papers that are left out goes with them, and an edge with the last of its evidence. `--kind` leaves out nodes alone: what the rest
 * rests on is still quoted.
 */
export function select(graph: KnowledgeGraph, { kinds, communities, since }: Selection): KnowledgeGraph {
  const papers = new Set(
    graph.filterNodes(
      (_, node) =>
        node.kind === 'paper' &&
        (!communities || (node.community !== null && communities.includes(node.community))) &&
        (!since || notBefore(node.date, since)),
    ),
  );
  const byPaper = communities !== undefined || since !== undefined;
  const said = (evidence: readonly Evidence[]): Evidence[] => evidence.filter(({ paper }) => papers.has(paper));
  const named = (id: string): boolean => graph.someInEdge(id, (_key, { evidence }) => said(evidence).length > 0);

  const part = createGraph();
  graph.forEachNode((id, node) => {
    if (kinds && !kinds.includes(node.kind)) return;
    const isThere = node.kind === 'paper' ? papers.has(id) : node.kind === 'result' ? papers.has(node.evidence.paper) : named(id);
    if (!byPaper || isThere) part.addNode(id, node);
  });
  graph.forEachEdge((key, edge, source, target) => {
    if (!part.hasNode(source) || !part.hasNode(target)) return;
    const evidence = byPaper ? said(edge.evidence) : edge.evidence;
    if (edge.evidence.length && !evidence.length) return;
    part.addEdgeWithKey(key, source, target, evidence.length === edge.evidence.length ? edge : { ...edge, evidence });
  });
  const left = new Set(part.mapNodes((_, { community }) => community));
  part.setAttribute('communities', graph.getAttribute('communities').filter(({ id }) => left.has(id))); // prettier-ignore
  return partOf(part, graph);
}

/** Whether a date, as far as it goes, is not before another. */
function notBefore(date: PartialDate | undefined, since: PartialDate): boolean {
  if (date?.year === undefined) return false;
  for (const part of ['year', 'month', 'day'] as const) {
    const [a, b] = [date[part], since[part]];
    if (a === undefined || b === undefined || a > b) return true;
    if (a < b) return false;
  }
  return true;
}
