import { columns } from './columns.ts';
import { gexf, gexf12, gexfTime } from './gexf.ts';
import { json } from './json.ts';
import { resultsCsv } from './results-csv.ts';
import type { Exporter } from './types.ts';

export type { Chunks, ExportedFile, Exporter, FileExporter, FolderExporter, Losses } from './types.ts';

/** In the order that help texts list them. */
export const EXPORTERS: readonly Exporter[] = [json, columns, gexf, gexfTime, gexf12, resultsCsv];

export { select, type Selection } from './select.ts';
export { zipped } from './zip.ts';
