/**
 * Terms of others where they fit: schema.org for papers and figures, SKOS for entities and their families, the Open Research Knowledge
 * Graph (ORKG) for problems, datasets and metrics, PROV for what says so. None of CiTO does: it names reasons for citing, and an
 * abstract cites nothing. What is left is our own, and says of what it is a part.
 */
import type { EdgeKind, NodeKind } from '../../graph.ts';
import { said, type Resource } from './resource.ts';
import { expand, words, type Name } from './terms.ts';

export const CLASSES: { readonly [K in NodeKind]: readonly Name[] } = {
  paper: ['schema:ScholarlyArticle', 'orkgc:Paper', 'prov:Entity'],
  technique: ['cg:Technique', 'skos:Concept'],
  dataset: ['schema:Dataset', 'orkgc:Dataset', 'skos:Concept'],
  hardware: ['cg:Hardware', 'skos:Concept'],
  metric: ['orkgc:Metric', 'skos:Concept'],
  task: ['orkgc:Problem', 'skos:Concept'],
  result: ['cg:Result', 'schema:PropertyValue'],
};

/** What each kind of edge is a special case of. */
const GENERAL: { readonly [K in EdgeKind]: Name | undefined } = {
  proposes: 'schema:about',
  uses: 'schema:mentions',
  compares_with: 'schema:mentions',
  mentions: 'schema:mentions',
  evaluated_on: 'schema:mentions',
  targets: 'schema:mentions',
  measures: 'schema:mentions',
  addresses: 'orkgp:P32',
  claims: 'dcterms:hasPart',
  of: 'orkgp:HAS_METRIC',
  over: undefined,
  on: 'orkgp:HAS_DATASET',
  runs_on: undefined,
  outperforms: undefined,
  matches: undefined,
  variant_of: 'skos:broader',
  related_to: 'dcterms:relation',
};

export const predicateOf = (kind: EdgeKind): Name => `cg:${kind}`;

/** Our own predicates, told once. */
export const vocabulary = (): Resource[] =>
  (Object.entries(GENERAL) as [EdgeKind, Name | undefined][]).map(([kind, general]) => ({
    iri: expand(predicateOf(kind)),
    types: ['rdf:Property'],
    says: [...said('rdfs:label', words(kind.replaceAll('_', ' '))), ...said('rdfs:subPropertyOf', general && { iri: expand(general) })],
  }));
