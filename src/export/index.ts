import { columns } from './columns.ts';
import { gexf } from './gexf.ts';
import { json } from './json.ts';
import { resultsCsv } from './results-csv.ts';
import type { Exporter } from './types.ts';

export type { Chunks, Exporter, Losses } from './types.ts';

/** In the order that help texts list them. */
export const EXPORTERS: readonly Exporter[] = [json, columns, gexf, resultsCsv];
