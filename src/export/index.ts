import { columns } from './columns.ts';
import { edgesCsv, nodesCsv, resultsCsv } from './csv-tables.ts';
import { cypher } from './cypher.ts';
import { gexf, gexf12, gexfTime } from './gexf.ts';
import { graphml } from './graphml.ts';
import { jsonLd } from './json-ld.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { nQuads } from './n-quads.ts';
import { neo4j } from './neo4j.ts';
import { obsidian } from './obsidian.ts';
import { parquet } from './parquet.ts';
import type { Exporter } from './types.ts';

export { html } from './html.ts';
export { select, type Selection } from './select.ts';
export type { Chunks, ExportedFile, Exporter, FileExporter, FolderExporter, Losses } from './types.ts';
export { zipped } from './zip.ts';

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
  parquet,
  neo4j,
  cypher,
  nQuads,
  jsonLd,
  obsidian,
  markdown,
];
