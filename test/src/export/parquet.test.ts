import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { parquet } from '../../../src/export/parquet.ts';
import { createGraph } from '../../../src/graph.ts';
import type { KnowledgeGraph, ResultNode } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';
import { filesOf, sentencesOf } from '../../helpers/export.ts';
import { smallGraph } from '../../helpers/graph.ts';

type Row = { [column: string]: unknown };

async function tablesOf(graph: KnowledgeGraph): Promise<{ [table: string]: Row[] }> {
  const tables: { [table: string]: Row[] } = {};
  for (const [path, bytes] of await filesOf(parquet, graph))
    tables[path.replace('.parquet', '')] = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
  return tables;
}

describe.each(Object.entries({ small: smallGraph(), seeds: built().graph }))('%s', async (_, graph) => {
  const { nodes, edges, results, evidence } = await tablesOf(graph);

  test('nodes', () => {
    expect(nodes!.map(({ id }) => id)).toEqual(graph.nodes().sort());
    for (const row of nodes!) {
      const { label, kind, community, x, degree } = graph.getNodeAttributes(row['id'] as string);
      expect(row).toMatchObject({ label, kind, community, x, degree });
    }
  });

  test('edges, with sentences', () => {
    const sentences = sentencesOf(graph);
    expect(edges!.map(({ id }) => id)).toEqual(graph.edges().sort());
    for (const row of edges!) {
      const id = row['id'] as string;
      const { kind, weight, evidence } = graph.getEdgeAttributes(id);
      expect([row['source'], row['target']]).toEqual(graph.extremities(id));
      expect(row).toMatchObject({ kind, weight, mentions: evidence.length, evidence: sentences.get(id)!.join('\n') || null });
    }
  });

  test('results', () => {
    expect(results!.length).toBe(graph.filterNodes((_, { kind }) => kind === 'result').length);
    for (const row of results!) {
      const { value, quantity, metric, direction } = graph.getNodeAttributes(row['result'] as string) as ResultNode;
      expect(row).toMatchObject({ value, low: quantity?.low ?? null, high: quantity?.high ?? null, metric, direction });
      expect(row['sentence']).toContain(value);
    }
  });

  test('evidence is a row a place, and its offsets lead to the sentence', () => {
    const places = graph.mapEdges((key, { evidence }) => evidence.map((place) => ({ edge: key, ...place }))).flat();
    expect(evidence!.length).toBe(places.length);
    for (const { edge, paper, start, end, sentence, text } of evidence as { edge: string; paper: string; start: number; end: number; sentence: number; text: string }[]) {
      expect(places).toContainEqual({ edge, paper, start, end, sentence });
      const node = graph.getNodeAttributes(paper);
      if (node.kind !== 'paper') throw new Error(`${paper} is no paper`);
      expect(`${node.title}\n${node.abstract}`.slice(...node.sentences[sentence]!)).toBe(text);
    } // prettier-ignore
  });
});

test('a graph of nothing is tables without rows, with the same columns', async () => {
  const columns = async (graph: KnowledgeGraph) =>
    [...(await filesOf(parquet, graph))].map(([path, bytes]) => [path, parquetMetadata(bytes.buffer as ArrayBuffer).schema.map(({ name, type }) => [name, type])]); // prettier-ignore
  expect(Object.values(await tablesOf(createGraph()))).toEqual([[], [], [], []]);
  expect(await columns(createGraph())).toEqual(await columns(smallGraph()));
});

test('more rows than are held at a time', async () => {
  const graph = createGraph();
  for (let i = 0; i < 20_001; i++)
    graph.addNode(`task:${i}`, { kind: 'task', label: `task ${i}`, community: null, degree: i, betweenness: Number.NaN, x: i / 3, y: 0, size: 1, aliases: [], papers: 0, joins: [] }); // prettier-ignore
  const { nodes } = await tablesOf(graph);
  expect(nodes!.map(({ id, degree, x, betweenness }) => [id, degree, x, betweenness])).toEqual(
    graph.nodes().sort().map((id) => [id, graph.getNodeAttribute(id, 'degree'), graph.getNodeAttribute(id, 'x'), null]), // prettier-ignore
  );
});
