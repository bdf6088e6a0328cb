/** The library: the graph, what may be asked of it, what it may be written as, and how it is served. */
export { ColumnGraph, openColumns } from './columns/open.ts';
export { EXPORTERS } from './export/index.ts';
export type { Exporter } from './export/index.ts';
export * from './graph.ts';
export * from './model.ts';
export { ask, queryOf } from './query/ask.ts';
export { prepare } from './query/cache.ts';
export * from './query/errors.ts';
export { FORMATS } from './query/format/index.ts';
export type { Format } from './query/format/index.ts';
export { QUERIES } from './query/index.ts';
export { open } from './query/open.ts';
export type { ClaimGraph, ItemOf, Params, QueryName, Questions } from './query/open.ts';
export type { Answer, Item, Page, Query, Quote, Table } from './query/types.ts';
export { createHandler } from './server/handler.ts';
export { snapshot } from './server/snapshot.ts';
export type { Snapshot } from './server/snapshot.ts';
