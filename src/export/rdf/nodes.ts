import type { Community, EntityNode, NodeAttributes, PaperNode, ResultNode } from '../../graph.ts';
import { joinText, partingText } from '../fields/reasons.ts';
import { dateText } from '../text.ts';
import { placeIri } from './place.ts';
import { said, type Resource } from './resource.ts';
import { address, dated, decimal, integer, iriOf, thing, words, type Name, type Term } from './terms.ts';
import { CLASSES } from './vocabulary.ts';

export const communityResource = ({ id, label }: Community): Resource => ({
  iri: iriOf(id),
  types: ['skos:Collection'],
  says: said('skos:prefLabel', words(label)),
});

/** What is known of a node. Where it is drawn is left out. */
export const nodeResource = (id: string, node: NodeAttributes): Resource => ({
  iri: iriOf(id),
  types: CLASSES[node.kind],
  says: [
    ...(node.kind === 'paper' ? ofPaper(id, node) : node.kind === 'result' ? ofResult(node) : ofEntity(node)),
    ...said('cg:community', node.community === null ? undefined : thing(node.community)),
  ],
});

type Says = Resource['says'];
const day = (text: string | undefined): Term | undefined => (text === undefined ? undefined : dated(text));

function ofPaper(id: string, paper: PaperNode): Says {
  const ids = [id.slice('paper:'.length), ...(paper.otherIds ?? [])];
  return [
    ...said('schema:name', words(paper.title)),
    ...said('schema:abstract', words(paper.abstract)),
    ...said('schema:datePublished', day(dateText(paper.date))),
    ...said('schema:identifier', ids.map(words)),
    ...said('schema:sameAs', ids.map(resolved)),
    ...said('schema:url', paper.url === undefined ? undefined : address(paper.url)),
    ...said('rdfs:seeAlso', paper.links.map(address)),
    ...said('dc:creator', paper.authors?.names?.map(words)),
    ...said('cg:authors', paper.authors && integer(paper.authors.count)),
    ...said('cg:upvotes', paper.upvotes === undefined ? undefined : integer(paper.upvotes)),
    ...said('dcterms:source', paper.source && words(`${paper.source.file}, record ${paper.source.record}`)),
  ];
}

/** Where an identifier of arXiv or a DOI leads. */
function resolved(id: string): Term | undefined {
  if (/^\d{4}\.\d{4,5}(?:v\d{1,3})?$/.test(id)) return { iri: `https://arxiv.org/abs/${id}` };
  return /^10\.\d{4,9}\/\S{1,200}$/.test(id) ? address(`https://doi.org/${id}`) : undefined;
}

const ofEntity = (entity: EntityNode): Says => [
  ...said('skos:prefLabel', words(entity.label)),
  ...said('skos:altLabel', entity.aliases.map(words)),
  ...said('skos:note', [...entity.joins.map(joinText), ...(entity.parted ?? []).map(partingText)].map(words)),
  ...said('cg:papers', integer(entity.papers)),
  ...said('cg:firstSeen', day(dateText(entity.firstSeen))),
];

const ofResult = (result: ResultNode): Says => [
  ...said('rdfs:label', words(result.label)),
  ...said('schema:value', words(result.value)),
  ...said('orkgp:HAS_VALUE', words(result.value)),
  ...said('schema:minValue', result.quantity && decimal(result.quantity.low)),
  ...said('schema:maxValue', result.quantity && decimal(result.quantity.high)),
  ...said('schema:unitText', result.quantity?.unit ? words(result.quantity.unit) : undefined),
  ...said('cg:direction', words(result.direction)),
  ...(['hedge', 'metric', 'baseline', 'dataset', 'hardware'] as const).flatMap((slot) =>
    said(`cg:${slot}` satisfies Name, result[slot] ? words(result[slot]) : undefined),
  ),
  ...said('prov:wasDerivedFrom', { iri: placeIri(result.evidence) }),
];
