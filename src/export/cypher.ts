/** Statements that make the graph in Neo4j or another database that reads Cypher, and change nothing when they are run again. */
import type { KnowledgeGraph } from '../graph.ts';
import { batched } from './batched.ts';
import { literal, map } from './cypher/literal.ts';
import { fitting, type Field } from './fields/field.ts';
import { EDGES, NODES } from './fields/tables.ts';
import { labelsOf } from './neo4j.ts';
import type { FileExporter, Losses } from './types.ts';

export const cypher: FileExporter = {
  id: 'cypher',
  summary: 'statements that make the graph in Neo4j (Cypher)',
  extension: 'cypher',
  mime: 'application/x-cypher-query',
  write: (graph, losses = { characters: 0, numbers: 0 }) => batched(statements(graph, losses)),
};

/** Label of every node, so that one index finds them all. */
const ALL = 'Claimgraph';
/** Rows in one statement. */
const ROWS = 200;

function* statements(graph: KnowledgeGraph, losses: Losses): Generator<string> {
  yield `CREATE CONSTRAINT claimgraph_id IF NOT EXISTS FOR (n:${ALL}) REQUIRE n.id IS UNIQUE;\n`;
  const properties = <T>(fields: readonly Field<T>[], item: T): string =>
    map(fields.map(({ id, of, type }) => [id, literal(fitting(of(item), type, losses), type, losses)]));

  yield* unwound(
    NODES.rows(graph),
    ({ node }) => node.kind,
    (item) => properties(NODES.fields, item),
    (kind) => `MERGE (n:${ALL} {id: row.id}) SET n:${labelsOf(kind).join(':')}, n += row`,
  );
  const own = EDGES.fields.filter(({ id }) => id !== 'source' && id !== 'target');
  yield* unwound(
    EDGES.rows(graph),
    ({ edge }) => edge.kind,
    (item) =>
      map([
        ['source', literal(item.source, 'string', losses)],
        ['target', literal(item.target, 'string', losses)],
        ['says', properties(own, item)],
      ]),
    (kind) =>
      `MATCH (s:${ALL} {id: row.source}) MATCH (t:${ALL} {id: row.target}) MERGE (s)-[r:${kind.toUpperCase()} {id: row.says.id}]->(t) SET r += row.says`,
  );
}

/** Many rows in one statement, those of a kind together. */
function* unwound<T, K extends string>(
  items: Iterable<T>,
  kindOf: (item: T) => K,
  rowOf: (item: T) => string,
  clause: (kind: K) => string,
): Generator<string> {
  const waiting = new Map<K, string[]>();
  const statement = (kind: K, rows: readonly string[]): string => `UNWIND [\n${rows.join(',\n')}\n] AS row ${clause(kind)};\n`;
  for (const item of items) {
    const kind = kindOf(item);
    const rows = waiting.get(kind) ?? [];
    rows.push(rowOf(item));
    if (rows.length < ROWS) waiting.set(kind, rows);
    else {
      yield statement(kind, rows);
      waiting.delete(kind);
    }
  }
  for (const [kind, rows] of waiting) yield statement(kind, rows);
}
