import { columns } from './columns.ts';
import { gexf, gexf12, gexfTime } from './gexf.ts';
import { graphml } from './graphml.ts';
import { json } from './json.ts';
import { edgesCsv, nodesCsv, resultsCsv } from './csv-tables.ts';
import type { Exporter } from './types.ts';

export type { Chunks, ExportedFile, Exporter, FileExporter, FolderExporter, Losses } from './types.ts';

/** In the order that help texts list them. */
export const EXPORTERS: readonly Exporter[] = [json, columns, gexf, gexfTime, gexf12, graphml, resultsCsv, nodesCsv, edgesCsv];

export { select, type Selection } from './select.ts';
export { zipped } from './zip.ts';
