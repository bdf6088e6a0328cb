import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cypher } from '../../../src/export/cypher.ts';
import { literal } from '../../../src/export/cypher/literal.ts';
import { createGraph } from '../../../src/graph.ts';
import { parseCypher } from '../../helpers/cypher.ts';
import { sentencesOf, textOf } from '../../helpers/export.ts';
import { smallGraph } from '../../helpers/graph.ts';

const CONSTRAINT = 'CREATE CONSTRAINT claimgraph_id IF NOT EXISTS FOR (n:Claimgraph) REQUIRE n.id IS UNIQUE;\n';

describe('six papers', async () => {
  const graph = smallGraph();
  const text = await textOf(cypher, graph);
  // The grammar is of a time before the constraint's words.
  const statements = parseCypher(text.slice(CONSTRAINT.length));
  const rows = statements.flatMap(({ rows, clause }) => rows.map((row) => ({ row, clause })));
  const nodes = rows.filter(({ clause }) => clause.startsWith('MERGE (n:Claimgraph {id: row.id})'));
  const edges = rows.filter(({ clause }) => clause.startsWith('MATCH'));

  test('begin with the constraint that finds nodes by id', () => expect(text.startsWith(CONSTRAINT)).toBe(true));

  test('are a node each, with labels', () => {
    expect(nodes.map(({ row }) => row['id']).sort()).toEqual(graph.nodes().sort());
    for (const { row, clause } of nodes) {
      const { label, kind, x } = graph.getNodeAttributes(row['id'] as string);
      expect(row).toMatchObject({ label, kind, x });
      const name = kind[0]!.toUpperCase() + kind.slice(1);
      expect(clause).toContain(` SET n:${name}${kind === 'paper' || kind === 'result' ? '' : ':Entity'}, n += row;`);
    }
  });

  test('are a relationship each, with sentences', () => {
    const sentences = sentencesOf(graph);
    expect(edges.length + nodes.length).toBe(rows.length);
    expect(edges.map(({ row }) => (row['says'] as { id: string }).id).sort()).toEqual(graph.edges().sort());
    for (const { row, clause } of edges) {
      const { id, evidence, weight } = row['says'] as { id: string; evidence?: string; weight: number };
      expect([row['source'], row['target']]).toEqual(graph.extremities(id));
      expect(clause).toContain(`-[r:${graph.getEdgeAttribute(id, 'kind').toUpperCase()} {id: row.says.id}]->`);
      expect([evidence ?? '', weight]).toEqual([sentences.get(id)!.join('\n'), graph.getEdgeAttribute(id, 'weight')]);
    }
  });
});

test('many of a kind are a few hundred a statement, and none is lost', async () => {
  const graph = createGraph();
  for (let i = 0; i < 901; i++)
    graph.addNode(`task:${i}`, { kind: 'task', label: `${i}`, community: null, degree: 0, betweenness: 0, x: 0, y: 0, size: 1, aliases: [], papers: 0, joins: [] }); // prettier-ignore
  const statements = parseCypher((await textOf(cypher, graph)).slice(CONSTRAINT.length));
  expect(statements.map(({ rows }) => rows.length)).toEqual([200, 200, 200, 200, 101]);
  expect(new Set(statements.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(901);
});

test.each([
  ['a "quoted" \\ word', '"a \\"quoted\\" \\\\ word"'],
  ['two\nlines\r\tand', '"two\\nlines\\r\\tand"'],
  ['\\u0022 }) DETACH DELETE n //', '"\\\\" + "u0022 }) DETACH DELETE n //"'],
  ['\\\\u0022', '"\\\\\\\\" + "u0022"'],
  ['\\underline{x}', '"\\\\" + "underline{x}"'],
  ['', '""'],
  ['a\0b\ud800', '"a\ufffdb\ufffd"'],
])('text %j is %s', (text, written) => expect(literal(text, 'string', { characters: 0, numbers: 0 })).toBe(written));

test.each([
  [3, 'integer', '3'],
  [3, 'double', '3.0'],
  [-0.5, 'double', '-0.5'],
  [1e21, 'double', '1e21'],
  [1e-7, 'double', '1e-7'],
  [true, 'boolean', 'true'],
  [undefined, 'string', undefined],
] as const)('%s as %s is %s', (value, type, written) => expect(literal(value, type, { characters: 0, numbers: 0 })).toBe(written));

test('no text ends its literal, not even where unicode escapes are read first', () => {
  const nasty = fc.string({ unit: fc.constantFrom('\\', 'u', '0', '2', '7', '"', "'", '}', ';', '\n', ' ', 'a') });
  const text = fc.oneof(nasty, fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, (text) => {
      const losses = { characters: 0, numbers: 0 };
      const written = literal(text, 'string', losses)!;
      expect(written).not.toMatch(/\\u/);
      const [statement] = parseCypher(`UNWIND [{a: ${written}}] AS row RETURN row;`);
      const back = statement!.rows[0]!['a'] as string;
      expect(back.length).toBe(text.length);
      if (!losses.characters) expect(back).toBe(text);
    }),
  );
});
