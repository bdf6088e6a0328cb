/** CSV with the headers that `neo4j-admin database import` reads, and the command to import them. */
import type { KnowledgeGraph, NodeKind } from '../graph.ts';
import { batched } from './batched.ts';
import { row } from './csv.ts';
import { fitting, type Field, type FieldType } from './fields/field.ts';
import { EDGES, NODES } from './fields/tables.ts';
import type { FolderExporter, Losses } from './types.ts';

export const neo4j: FolderExporter = {
  id: 'neo4j',
  summary: "nodes and relationships for Neo4j's bulk importer (CSV with headers)",
  *files(graph, losses) {
    yield { path: 'nodes.csv', chunks: batched(nodes(graph, losses)) };
    yield { path: 'relationships.csv', chunks: batched(relationships(graph, losses)) };
    yield { path: 'README.md', chunks: [README] };
  },
};

const README = `# A graph of claims for Neo4j

    neo4j-admin database import full --multiline-fields=true --nodes=nodes.csv --relationships=relationships.csv claimgraph

Neo4j 5 or later; the database must not be there yet. Several values in one (aliases, sentences) stand a line each. An apostrophe stands
before texts that begin with = + - or @, so that no spreadsheet runs them.
`;

/** As Neo4j names them; an entity is one too. */
export const labelsOf = (kind: NodeKind): string[] => [
  kind[0]!.toUpperCase() + kind.slice(1),
  ...(kind === 'paper' || kind === 'result' ? [] : ['Entity']),
];

const TYPES: { readonly [T in FieldType]: string } = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' };
const header = (fields: readonly Field<never>[], own: { readonly [id: string]: string } = {}): string[] =>
  fields.map(({ id, type }) => own[id] ?? `${id}:${TYPES[type]}`);

function* nodes(graph: KnowledgeGraph, losses?: Losses): Generator<string> {
  const { fields, rows } = NODES;
  yield row([...header(fields, { id: 'id:ID' }), ':LABEL']);
  for (const item of rows(graph))
    yield row([...fields.map(({ of, type }) => fitting(of(item), type, losses)), labelsOf(item.node.kind).join(';')]);
}

function* relationships(graph: KnowledgeGraph, losses?: Losses): Generator<string> {
  const { fields, rows } = EDGES;
  yield row([...header(fields, { source: ':START_ID', target: ':END_ID' }), ':TYPE']);
  for (const item of rows(graph))
    yield row([...fields.map(({ of, type }) => fitting(of(item), type, losses)), item.edge.kind.toUpperCase()]);
}
