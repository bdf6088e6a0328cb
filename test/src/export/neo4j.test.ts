import { describe, expect, test } from 'vitest';
import { neo4j } from '../../../src/export/neo4j.ts';
import { built } from '../../helpers/built.ts';
import { parseCsv } from '../../helpers/csv.ts';
import { filesOf, sentencesOf } from '../../helpers/export.ts';
import { smallGraph } from '../../helpers/graph.ts';

/** Types that the importer knows (of those used here). */
const HEADER = /^(?:id:ID|:LABEL|:START_ID|:END_ID|:TYPE|[a-z_]+:(?:string|int|double|boolean))$/;

describe.each(Object.entries({ small: smallGraph(), seeds: built().graph }))('%s', async (_, graph) => {
  const files = await filesOf(neo4j, graph);
  const table = (path: string) => {
    const [head, ...rows] = parseCsv(new TextDecoder().decode(files.get(path)));
    for (const name of head!) expect(name).toMatch(HEADER);
    expect(new Set(head).size).toBe(head!.length);
    return rows.map((cells) => Object.fromEntries(cells.map((text, i) => [head![i]!, text.replace(/^'/, '')])));
  };

  test('nodes have an id and labels', () => {
    const rows = table('nodes.csv');
    expect(rows.map((row) => row['id:ID'])).toEqual(graph.nodes().sort());
    for (const row of rows) {
      const { kind, label } = graph.getNodeAttributes(row['id:ID']!);
      expect(row[':LABEL']!.toLowerCase().split(';')[0]).toBe(kind);
      expect(row['label:string']).toBe(label);
    }
  });

  test('relationships join nodes that are there, and bear their sentences', () => {
    const rows = table('relationships.csv');
    const sentences = sentencesOf(graph);
    expect(rows.map((row) => row['id:string'])).toEqual(graph.edges().sort());
    for (const row of rows) {
      const id = row['id:string']!;
      expect([row[':START_ID'], row[':END_ID']]).toEqual(graph.extremities(id));
      expect(row[':TYPE']).toBe(graph.getEdgeAttribute(id, 'kind').toUpperCase());
      expect(row['evidence:string']).toBe(sentences.get(id)!.join('\n'));
    }
  });

  test('says how it is imported', () => {
    const text = new TextDecoder().decode(files.get('README.md'));
    expect([...files.keys()].filter((path) => !text.includes(path))).toEqual(['README.md']);
  });
});
