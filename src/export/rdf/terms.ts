/** Names and values of RDF. */
import { webAddress } from '../text.ts';

export const PREFIXES = {
  cg: 'urn:claimgraph:term:',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  orkgc: 'http://orkg.org/orkg/class/',
  orkgp: 'http://orkg.org/orkg/predicate/',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;
type Prefix = keyof typeof PREFIXES;

/** A name of a vocabulary, `schema:name`. */
export type Name = `${Prefix}:${string}`;

/** The whole of an abbreviated name. */
export function expand(name: Name): string {
  const colon = name.indexOf(':');
  return PREFIXES[name.slice(0, colon) as Prefix] + name.slice(colon + 1);
}

/** What a statement says of its subject: another thing, or a value. */
export type Term = { iri: string } | { value: string; type?: Name };

/** A thing of the graph by its id: a name of its own that is no address. */
export const iriOf = (id: string): string => `urn:claimgraph:${escapeId(id)}`;

const escapeId = (id: string): string =>
  encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'))
    .replace(/%3A/g, ':')
    .replace(/%2F/g, '/')
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export const thing = (id: string): Term => ({ iri: iriOf(id) });
export const words = (value: string): Term => ({ value });
export const integer = (value: number): Term => ({ value: String(value), type: 'xsd:integer' });
/** As it is written, where that is a decimal; very large and very small ones have an exponent. */
export function decimal(value: number): Term {
  const text = String(value);
  return /^-?\d+(?:\.\d+)?$/.test(text)
    ? { value: text, type: 'xsd:decimal' }
    : { value: text.replace('e+', 'e').replace('Infinity', 'INF'), type: 'xsd:double' };
}

/** An address, where it is one of the web; else its text. */
export function address(text: string): Term {
  const iri = webAddress(text);
  return iri === undefined ? words(text) : { iri };
}

/** As precise as it is: 2022-11-27, 2022-11, 2022, --11-27, --11. */
export function dated(text: string): Term {
  const type = DATES.find(([form]) => form.test(text))?.[1];
  return { value: text, ...(type && { type }) };
}

const DATES: readonly [form: RegExp, type: Name][] = [
  [/^\d{4}-\d\d-\d\d$/, 'xsd:date'],
  [/^\d{4}-\d\d$/, 'xsd:gYearMonth'],
  [/^\d{4}$/, 'xsd:gYear'],
  [/^--\d\d-\d\d$/, 'xsd:gMonthDay'],
  [/^--\d\d$/, 'xsd:gMonth'],
];
