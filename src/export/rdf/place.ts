import type { Evidence, KnowledgeGraph } from '../../graph.ts';
import type { Mark } from '../../model.ts';
import { quote } from '../text.ts';
import { said, type Resource } from './resource.ts';
import { integer, iriOf, thing, words } from './terms.ts';

/** A part of a paper's title and abstract by its offsets, in UTF-16 code units (in the form of RFC 5147). */
export const placeIri = ({ paper, start, end }: Evidence): string => `${iriOf(paper)}#char=${start},${end}`;

/** What stands there, and in which sentence. */
export const placeResource = (graph: KnowledgeGraph, evidence: Evidence): Resource => ({
  iri: placeIri(evidence),
  types: ['prov:Entity'],
  says: [
    ...said('prov:wasQuotedFrom', thing(evidence.paper)),
    ...said('prov:value', words(quote(graph, evidence))),
    ...said('cg:start', integer(evidence.start)),
    ...said('cg:end', integer(evidence.end)),
    ...said('cg:sentence', integer(evidence.sentence)),
  ],
});

export const evidenceOf = (paper: string, { start, end, sentence }: Mark): Evidence => ({ paper, start, end, sentence });
