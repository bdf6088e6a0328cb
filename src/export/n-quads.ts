/** N-Quads (https://www.w3.org/TR/n-quads/), which triple stores and RDF libraries read a line at a time. */
import type { KnowledgeGraph } from '../graph.ts';
import { batched } from './batched.ts';
import { resources } from './rdf/resources.ts';
import { expand, type Name, type Term } from './rdf/terms.ts';
import { wellFormed } from './rdf/well-formed.ts';
import type { FileExporter, Losses } from './types.ts';

export const nQuads: FileExporter = {
  id: 'n-quads',
  summary: 'what is known, with sources, for triple stores: PROV, schema.org, SKOS, ORKG (N-Quads)',
  extension: 'nq',
  mime: 'application/n-quads',
  write: (graph, losses) => batched(lines(graph, losses)),
};

function* lines(graph: KnowledgeGraph, losses?: Losses): Generator<string> {
  const name = memo((name: Name) => `<${expand(name)}>`);
  const term = (of: Term): string =>
    'iri' in of ? `<${of.iri}>` : `"${escaped(wellFormed(of.value, losses))}"${of.type ? `^^${name(of.type)}` : ''}`;
  for (const { iri, types, says, states } of resources(graph)) {
    const subject = `<${iri}>`;
    let text = '';
    for (const type of types) text += `${subject} ${name('rdf:type')} ${name(type)} .\n`;
    for (const [predicate, object] of says) text += `${subject} ${name(predicate)} ${term(object)} .\n`;
    if (states) {
      const triple = `<${states.subject}> ${name(states.name)} <${states.object}>`;
      text += `${triple} .\n${triple} ${subject} .\n`;
    }
    yield text;
  }
}

const ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);
const escaped = (text: string): string => text.replace(/["\\\n\r]/g, (sign) => ESCAPES.get(sign)!);

function memo<A, B>(make: (of: A) => B): (of: A) => B {
  const made = new Map<A, B>();
  return (of) => {
    let known = made.get(of);
    if (known === undefined) made.set(of, (known = make(of)));
    return known;
  };
}
