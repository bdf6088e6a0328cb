import type { KnowledgeGraph } from '../graph.ts';
import { batched } from './batched.ts';
import { row } from './csv.ts';
import { fitting } from './fields/field.ts';
import { EDGES, NODES, RESULTS, type Table } from './fields/tables.ts';
import type { FileExporter, Losses } from './types.ts';

const exporter = <T>(id: string, summary: string, table: Table<T>): FileExporter => ({
  id,
  summary,
  extension: 'csv',
  mime: 'text/csv',
  write: (graph, losses) => batched(rows(graph, table, losses)),
});

function* rows<T>(graph: KnowledgeGraph, { fields, rows }: Table<T>, losses?: Losses): Generator<string> {
  yield row(fields.map(({ id }) => id));
  for (const item of rows(graph)) yield row(fields.map(({ of, type }) => fitting(of(item), type, losses)));
}

export const resultsCsv = exporter('csv', 'every claimed result with its sentence, one a row (CSV)', RESULTS);
export const nodesCsv = exporter('nodes-csv', 'every node with all that is known of it, one a row (CSV)', NODES);
export const edgesCsv = exporter('edges-csv', 'every edge with the sentences that it rests on, one a row (CSV)', EDGES);
