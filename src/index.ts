/** The library: the graph, what may be asked of it, what it may be written as, and how it is served. */
export { ColumnGraph, openColumns } from './columns/open.ts';
export { EXPORTERS } from './export/index.ts';
export type { Exporter } from './export/index.ts';
export * from './graph.ts';
export * from './model.ts';
export { ask, queryOf } from './query/ask.ts';
export * from './query/errors.ts';
export { QUERIES } from './query/index.ts';
export type { Answer, Item, Query, Quote, Table } from './query/types.ts';
export { createHandler } from './server.ts';
