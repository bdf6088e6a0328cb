/** JSON-LD (https://www.w3.org/TR/json-ld11/), one thing a line: the same statements as the N-Quads. */
import type { KnowledgeGraph } from '../graph.ts';
import { batched } from './batched.ts';
import { resources } from './rdf/resources.ts';
import type { Resource } from './rdf/resource.ts';
import { PREFIXES, type Term } from './rdf/terms.ts';
import { wellFormed } from './rdf/well-formed.ts';
import type { FileExporter, Losses } from './types.ts';

export const jsonLd: FileExporter = {
  id: 'json-ld',
  summary: 'what is known, with sources: PROV, schema.org, SKOS, ORKG (JSON-LD)',
  extension: 'jsonld',
  mime: 'application/ld+json',
  write: (graph, losses) => batched(document(graph, losses)),
};

function* document(graph: KnowledgeGraph, losses?: Losses): Generator<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},\n"@graph":[`;
  let comma = '\n';
  for (const resource of resources(graph)) {
    for (const object of objectsOf(resource, losses)) {
      yield comma + JSON.stringify(object);
      comma = ',\n';
    }
  }
  yield '\n]}\n';
}

type Node = { [key: string]: unknown };

function* objectsOf({ iri, types, says, states }: Resource, losses?: Losses): Generator<Node> {
  const value = (term: Term): unknown => {
    if ('iri' in term) return { '@id': term.iri };
    const text = wellFormed(term.value, losses);
    return term.type ? { '@value': text, '@type': term.type } : text;
  };
  const values = new Map<string, unknown[]>();
  for (const [name, term] of says) values.set(name, [...(values.get(name) ?? []), value(term)]);
  const node: Node = { '@id': iri, ...(types.length && { '@type': types }) };
  for (const [name, all] of values) node[name] = all.length === 1 ? all[0] : all;
  if (!states) return yield node;
  const triple = { '@id': states.subject, [states.name]: { '@id': states.object } };
  yield { ...node, '@graph': [triple] };
  yield triple;
}
