/** Parquet (https://parquet.apache.org), which DuckDB, pandas, Polars and R read as they are. */
import type { KnowledgeGraph } from '../graph.ts';
import { fitting, type FieldType, type Value } from './fields/field.ts';
import { EDGES, EVIDENCE, NODES, RESULTS, type Table } from './fields/tables.ts';
import type { FolderExporter, Losses } from './types.ts';

export const parquet: FolderExporter = {
  id: 'parquet',
  summary: 'nodes, edges, results and evidence as tables for DuckDB, pandas and R (Parquet)',
  *files(graph, losses) {
    yield { path: 'nodes.parquet', chunks: written(graph, NODES, losses) };
    yield { path: 'edges.parquet', chunks: written(graph, EDGES, losses) };
    yield { path: 'results.parquet', chunks: written(graph, RESULTS, losses) };
    yield { path: 'evidence.parquet', chunks: written(graph, EVIDENCE, losses) };
  },
};

const TYPES = { string: 'STRING', integer: 'INT32', double: 'DOUBLE', boolean: 'BOOLEAN' } as const satisfies { [T in FieldType]: string };

/** Rows that are held at a time. */
const GROUP = 20_000;

async function* written<T>(graph: KnowledgeGraph, { fields, rows }: Table<T>, losses?: Losses): AsyncGenerator<Uint8Array> {
  // Large, and of use to this format alone.
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const bytes = new ByteWriter();
  const empty = () => fields.map(({ id, type }) => ({ name: id, type: TYPES[type], data: [] as (Value | null)[] }));
  const file = new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData: empty() }), createdBy: 'claimgraph' });

  let group = empty();
  const flush = async (): Promise<void> => {
    await file.write({ columnData: group, rowGroupSize: GROUP });
    group = empty();
  };
  for (const item of rows(graph)) {
    fields.forEach(({ of, type }, i) => group[i]!.data.push(fitting(of(item), type, losses) ?? null));
    if (group[0]!.data.length === GROUP) await flush();
  }
  if (group[0]!.data.length) await flush();
  await file.finish();
  yield new Uint8Array(bytes.getBuffer());
}
