import fc from 'fast-check';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { jsonLd } from '../../../src/export/json-ld.ts';
import { nQuads } from '../../../src/export/n-quads.ts';
import { address, dated, decimal, iriOf } from '../../../src/export/rdf/terms.ts';
import { createGraph } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';
import { sentencesOf, textOf } from '../../helpers/export.ts';
import { fileOf, hasProgram, ran } from '../../helpers/foreign.ts';
import { paperId, smallGraph } from '../../helpers/graph.ts';

interface Quad {
  subject: { value: string };
  predicate: { value: string };
  object: { value: string; termType: string; datatype?: { value: string } };
  graph: { value: string };
}
const require = createRequire(import.meta.url);
const { Parser } = require('n3') as { Parser: new (options: object) => { parse(text: string): Quad[] } };
const jsonld = require('jsonld') as { toRDF(document: object, options: object): Promise<string> };

const parse = (text: string): Quad[] => new Parser({ format: 'N-Quads' }).parse(text);
const PROV = 'http://www.w3.org/ns/prov#';

describe.each(Object.entries({ small: smallGraph(), seeds: built().graph }))('%s', async (_, graph) => {
  const text = await textOf(nQuads, graph);
  const quads = parse(text);
  const objects = (subject: string, predicate: string): string[] =>
    quads.filter((q) => q.subject.value === subject && q.predicate.value === predicate && q.graph.value === '').map((q) => q.object.value);

  test('JSON-LD says the same', async () => {
    const document = JSON.parse(await textOf(jsonLd, graph)) as object;
    const theirs = parse(await jsonld.toRDF(document, { format: 'application/n-quads' }));
    const line = ({ subject, predicate, object, graph }: Quad) => JSON.stringify([subject.value, predicate.value, object.value, object.datatype?.value, graph.value]); // prettier-ignore
    expect([...new Set(theirs.map(line))].sort()).toEqual([...new Set(quads.map(line))].sort());
  });

  test('each statement stands once, in a graph that bears the name of its edge', () => {
    const named = quads.filter((q) => q.graph.value !== '');
    const ours = graph.mapEdges((key, { kind }, source, target) => [iriOf(`edge:${key}`), iriOf(source), `urn:claimgraph:term:${kind}`, iriOf(target)]); // prettier-ignore
    expect(named.map((q) => [q.graph.value, q.subject.value, q.predicate.value, q.object.value]).sort()).toEqual(ours.sort());
  });

  test('each edge derives from places that quote its sentences', () => {
    const quoted = new Map(quads.filter((q) => q.predicate.value === `${PROV}value`).map((q) => [q.subject.value, q.object.value]));
    const derived = new Map<string, Set<string>>();
    for (const q of quads)
      if (q.predicate.value === `${PROV}wasDerivedFrom`)
        derived.set(q.subject.value, (derived.get(q.subject.value) ?? new Set()).add(quoted.get(q.object.value)!));
    for (const [key, sentences] of sentencesOf(graph))
      expect([...(derived.get(iriOf(`edge:${key}`)) ?? [])]).toEqual([...new Set(sentences)]);
  });

  test('papers, entities and results are there by type and name', () => {
    graph.forEachNode((id, node) => {
      const name = node.kind === 'paper' ? 'https://schema.org/name' : node.kind === 'result' ? 'https://schema.org/value' : 'http://www.w3.org/2004/02/skos/core#prefLabel'; // prettier-ignore
      expect(objects(iriOf(id), name)).toEqual([node.kind === 'paper' ? node.title : node.kind === 'result' ? node.value : node.label]);
    });
  });

  test.skipIf(!hasProgram('rapper'))('rapper reads all of it without a warning', () => {
    const { code, err } = ran('rapper', '-q', '-c', '-i', 'nquads', fileOf('graph.nq', text));
    expect([code, err.trim()]).toEqual([0, '']);
    const counted = ran('rapper', '-c', '-i', 'nquads', fileOf('graph.nq', text)).err;
    expect(counted).toContain(`returned ${text.split('\n').length - 1} triples`);
  });
});

test('what is known of a paper keeps its kind', () => {
  const graph = smallGraph();
  graph.mergeNodeAttributes(paperId(1), {
    date: { year: 2024, month: 1, day: 7 }, upvotes: 3, url: 'https://example.org/a b?<c>', links: ['https://github.com/a/b', 'no address'],
    otherIds: ['10.1000/xyz|1'], authors: { count: 2, names: ['Ada', 'Grace'] }, source: { file: 'a.txt', record: 2, reader: 'lines' },
    claims: [{ kind: 'first', dataset: 'GLUE', span: { start: 0, end: 8, sentence: 0 } }],
  }); // prettier-ignore
  const text = [...(nQuads.write(graph) as Iterable<string>)].join('');
  const iri = iriOf(paperId(1));
  const lines = text.split('\n').filter((line) => line.startsWith(`<${iri}> `));
  const says = (predicate: string) => lines.filter((line) => line.includes(predicate)).map((line) => line.slice(line.indexOf('> ', iri.length + 4) + 2, -2)); // prettier-ignore
  expect(says('schema.org/datePublished')).toEqual(['"2024-01-07"^^<http://www.w3.org/2001/XMLSchema#date>']);
  expect(says('schema.org/sameAs')).toEqual(['<https://arxiv.org/abs/2401.10000>', '<https://doi.org/10.1000/xyz%7C1>']);
  expect(says('schema.org/url')).toEqual(['<https://example.org/a%20b?%3Cc%3E>']);
  expect(says('#seeAlso')).toEqual(['<https://github.com/a/b>', '"no address"']);
  expect(says('dc/elements/1.1/creator')).toEqual(['"Ada"', '"Grace"']);
  expect(says('term:upvotes')).toEqual(['"3"^^<http://www.w3.org/2001/XMLSchema#integer>']);
  expect(text).toContain(`<urn:claimgraph:claim:2401.10000/1> <urn:claimgraph:term:kind> "first" .`);
  expect(text).toContain(`<${iri}#char=0,8> <http://www.w3.org/ns/prov#wasQuotedFrom> <${iri}> .`);
});

test.each([
  ['2022', 'xsd:gYear'],
  ['2022-11', 'xsd:gYearMonth'],
  ['2022-11-27', 'xsd:date'],
  ['--11-27', 'xsd:gMonthDay'],
  ['--11', 'xsd:gMonth'],
  ['12022-11', undefined],
])('the date %s is of type %s', (text, type) => expect(dated(text)).toEqual({ value: text, ...(type && { type }) }));

test.each([
  [0.6, '0.6', 'decimal'],
  [-12, '-12', 'decimal'],
  [-1e21, '-1e21', 'double'],
  [1e-7, '1e-7', 'double'],
  [Number.NaN, 'NaN', 'double'],
  [-Infinity, '-INF', 'double'],
])('%d is %s, a %s', (value, text, type) => expect(decimal(value)).toEqual({ value: text, type: `xsd:${type}` }));

test.each([['javascript:alert(1)'], ['http://'], ['https:// a'], ['ftp://a/b'], ['//a']])('%j is no address', (text) =>
  expect(address(text)).toEqual({ value: text }),
);

test('any text at all: read back, but for what was counted; no id makes another of itself', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"', '\\', '\\u0022', '> .', '\r\n', '\u2028', '\0', '\ud800', '%20', ' '),
  );
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), (texts) => {
      const graph = createGraph();
      for (const label of texts)
        graph.addNode(`task:${label}`, { kind: 'task', label, community: null, degree: 0, betweenness: 0, x: 0, y: 0, size: 1, aliases: [], papers: 0, joins: [] }); // prettier-ignore
      const losses = { characters: 0, numbers: 0 };
      const quads = parse([...(nQuads.write(graph, losses) as Iterable<string>)].join(''));
      const labels = quads.filter((q) => q.predicate.value.endsWith('prefLabel'));
      const clean = (text: string) => text.replace(/\p{Cs}|\0/gu, '\ufffd');
      expect(labels.map((q) => q.object.value).sort()).toEqual(texts.map(clean).sort());
      expect(losses.characters).toBe(texts.reduce((sum, text) => sum + (text.match(/\p{Cs}|\0/gu)?.length ?? 0), 0));
      expect(new Set(labels.map((q) => q.subject.value)).size).toBe(new Set(texts.map((text) => text.replace(/\p{Cs}/gu, '\ufffd'))).size);
      expect(labels.every((q) => /^urn:claimgraph:task:[\w.~%:/-]*$/.test(q.subject.value))).toBe(true);
    }),
  );
});
