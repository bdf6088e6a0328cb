/** Which nodes a state shows and lights up. Pure. */
import type { Community, KnowledgeGraph, NodeKind } from '../src/graph.ts';
import type { State } from './state.ts';

/** Whether a node id is free to be shown in the panel. */
export const known = (graph: KnowledgeGraph, id: string): boolean => graph.hasNode(id) || communityOf(graph, id) !== undefined;

export const communityOf = (graph: KnowledgeGraph, id: string): Community | undefined =>
  graph.getAttribute('communities').find((community) => community.id === id);

/** The papers of a community, in the graph's order. */
export const papersOf = (graph: KnowledgeGraph, community: string): string[] =>
  graph.filterNodes((_id, node) => node.kind === 'paper' && node.community === community);

/** The node (or all of a community's papers) with everything an edge away. Empty for null and for unknown ids. */
export function neighbourhood(graph: KnowledgeGraph, id: string | null): Set<string> {
  if (id === null) return new Set();
  if (graph.hasNode(id)) return new Set([id, ...graph.neighbors(id)]);
  const lit = new Set<string>();
  if (communityOf(graph, id)) graph.forEachNode((node, { community }) => void (community === id && lit.add(node)));
  return lit;
}

/**
 * The nodes drawn. Papers go by kind and community; an entity stays while one paper of a shown community names it, and one
 * that a single paper names needs `rare`. What is selected is always there, and brings its neighbours of shown kinds along
 * (a paper its results too).
 */
export function visibleNodes(graph: KnowledgeGraph, state: State): Set<string> {
  const kindHidden = new Set<NodeKind>(state.hiddenKinds);
  const communityHidden = new Set(state.hiddenCommunities);
  const paperShown = (id: string): boolean => {
    const node = graph.getNodeAttributes(id);
    return node.kind === 'paper' && (node.community === null || !communityHidden.has(node.community));
  };
  const shown = new Set<string>();
  graph.forEachNode((id, node) => {
    if (kindHidden.has(node.kind)) return;
    if (node.kind === 'paper') {
      if (paperShown(id)) shown.add(id);
    } else if (node.kind === 'result') {
      if (paperShown(node.evidence.paper)) shown.add(id);
    } else if ((node.papers > 1 || state.rare) && graph.someInNeighbor(id, paperShown)) shown.add(id);
  });
  const { selected } = state;
  if (selected !== null && graph.hasNode(selected)) {
    shown.add(selected);
    const ofPaper = graph.getNodeAttribute(selected, 'kind') === 'paper';
    graph.forEachNeighbor(selected, (id, { kind }) => {
      if (!kindHidden.has(kind) || (ofPaper && kind === 'result')) shown.add(id);
    });
  }
  return shown;
}

/** Number of nodes of each kind. */
export function countKinds(graph: KnowledgeGraph, among?: ReadonlySet<string>): Map<NodeKind, number> {
  const counts = new Map<NodeKind, number>();
  graph.forEachNode((id, { kind }) => {
    if (!among || among.has(id)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  });
  return counts;
}

/** A title short enough for a map: its name before the colon where there is one, else its first words. */
export function shortTitle(title: string, limit = 34): string {
  const clean = title.replace(/\s+/g, ' ').trim();
  const name = clean.slice(0, clean.search(/[:?]\s/) + 1 || 0).replace(/:$/, '');
  if (name.length > 1 && name.length <= limit) return name;
  if (clean.length <= limit) return clean;
  const cut = clean.slice(0, limit + 1).lastIndexOf(' ');
  return `${clean.slice(0, cut > limit / 2 ? cut : limit).replace(/[\s,;:–-]{1,8}$/, '')}…`;
}
