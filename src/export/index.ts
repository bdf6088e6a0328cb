import { csv } from './csv.ts';
import { gexf } from './gexf.ts';
import { json } from './json.ts';
import type { Exporter } from './types.ts';

export type { Chunks, Exporter } from './types.ts';

export const EXPORTERS: readonly Exporter[] = [json, gexf, csv];
