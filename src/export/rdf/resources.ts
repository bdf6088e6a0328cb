import type { Evidence, KnowledgeGraph, NodeAttributes } from '../../graph.ts';
import { edgesOf, nodesOf, type EdgeEntry } from '../order.ts';
import { nameOf } from '../text.ts';
import { wholeOf } from '../whole.ts';
import { communityResource, nodeResource } from './nodes.ts';
import { evidenceOf, placeIri, placeResource } from './place.ts';
import { said, type Resource } from './resource.ts';
import { decimal, iriOf, thing, words } from './terms.ts';
import { predicateOf, vocabulary } from './vocabulary.ts';

/**
 * The graph as things that say something, each once. An edge is a statement with a name of its own, so that weight, role and evidence
 * can be said of it; evidence is a place in a paper, quoted.
 */
export function* resources(graph: KnowledgeGraph): Generator<Resource> {
  const told = new Set<string>();
  /** Places that were not told before. */
  function* places(evidence: readonly Evidence[]): Generator<Resource> {
    for (const each of evidence) {
      const iri = placeIri(each);
      if (told.has(iri)) continue;
      told.add(iri);
      yield placeResource(graph, each);
    }
  }

  yield* vocabulary();
  for (const community of graph.getAttribute('communities')) yield communityResource(community);
  for (const id of nodesOf(graph)) {
    const node = graph.getNodeAttributes(id);
    yield nodeResource(id, node);
    if (node.kind === 'result') yield* places([node.evidence]);
    if (node.kind !== 'paper') continue;
    yield* claims(id, node);
    yield* places(node.claims.map(({ span }) => evidenceOf(id, span)));
  }
  for (const entry of edgesOf(graph)) {
    yield statement(graph, entry);
    yield* places(entry.edge.evidence);
  }
}

/** Claims without a figure and without a baseline: to be the first, or the best. */
function* claims(id: string, { claims }: Extract<NodeAttributes, { kind: 'paper' }>): Generator<Resource> {
  for (const [i, { kind, dataset, span }] of claims.entries())
    yield {
      iri: iriOf(`claim:${id.slice('paper:'.length)}/${i + 1}`),
      types: ['cg:Claim'],
      says: [
        ...said('cg:kind', words(kind)),
        ...said('cg:dataset', dataset === null ? undefined : words(dataset)),
        ...said('prov:wasAttributedTo', thing(id)),
        ...said('prov:wasDerivedFrom', { iri: placeIri(evidenceOf(id, span)) }),
      ],
    };
}

function statement(graph: KnowledgeGraph, { key, source, target, edge }: EdgeEntry): Resource {
  const whole = wholeOf(graph);
  return {
    iri: iriOf(`edge:${key}`),
    types: ['prov:Entity'],
    says: [
      ...said('cg:weight', decimal(edge.weight)),
      ...said('cg:role', edge.role === undefined ? undefined : words(edge.role)),
      ...said('cg:confidence', edge.confidence === undefined ? undefined : decimal(edge.confidence)),
      ...said(
        'cg:why',
        edge.why?.map((id) => (whole.hasNode(id) ? thing(id) : words(nameOf(graph, id)))),
      ),
      ...said(
        'prov:wasDerivedFrom',
        edge.evidence.map((each) => ({ iri: placeIri(each) })),
      ),
    ],
    states: { subject: iriOf(source), name: predicateOf(edge.kind), object: iriOf(target) },
  };
}
