import { columns } from './columns.ts';
import { cypher } from './cypher.ts';
import { gexf, gexf12, gexfTime } from './gexf.ts';
import { graphml } from './graphml.ts';
import { json } from './json.ts';
import { edgesCsv, nodesCsv, resultsCsv } from './csv-tables.ts';
import { neo4j } from './neo4j.ts';
import { parquet } from './parquet.ts';
import type { Exporter } from './types.ts';

export type { Chunks, ExportedFile, Exporter, FileExporter, FolderExporter, Losses } from './types.ts';

/** In the order that help texts list them. */
export const EXPORTERS: readonly Exporter[] = [
  json,
  columns,
  gexf,
  gexfTime,
  gexf12,
  graphml,
  resultsCsv,
  nodesCsv,
  edgesCsv,
  neo4j,
  cypher,
  parquet,
];

export { select, type Selection } from './select.ts';
export { zipped } from './zip.ts';
