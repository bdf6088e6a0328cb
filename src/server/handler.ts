import { gzipSync } from 'fflate';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { writeOutline } from '../columns/outline.ts';
import { writeColumns } from '../columns/write.ts';
import type { KnowledgeGraph } from '../graph.ts';
import { ask, queryOf } from '../query/ask.ts';
import { perGraph } from '../query/cache.ts';
import { BadParamsError, NotFoundError } from '../query/errors.ts';
import { FORMATS } from '../query/format/index.ts';
import { QUERIES } from '../query/index.ts';
import { within } from '../query/time.ts';
import { guard, HEADERS } from './guard.ts';
import { FORMAT, openapi } from './openapi.ts';
import { failure } from './refuse.ts';
import { snapshot } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** Longest time of one question, in milliseconds. */
const MAX_TIME = 10_000;
/** Above this many bytes, compressing takes longer than sending: the client is on this machine. */
const MAX_COMPRESSED = 4_000_000;
/** A graph of no more nodes is sent to the viewer in one piece. */
const SMALL = 4_000;

/** A file to serve, by its exact path ("/index.html"). */
export type Files = ReadonlyMap<string, { body: Uint8Array<ArrayBuffer> | string; type: string }>;

export interface HandlerOptions {
  /** The viewer's files; none are read from anywhere else. */
  files?: Files;
  /** Of the program: another version may answer otherwise. */
  version?: string;
  /** Longest time of one question, in milliseconds. */
  maxTime?: number;
}

/**
 * Answers requests about a graph: `/api/` lists the queries, `/api/openapi.json` describes them, `/api/NAME?param=value` asks one,
 * `/graph.json` and `/graph.columns` are the graph, `/graph.outline` what a map of it needs first, and anything else is one of the given files. Only for this machine: a request that names another
 * host or origin is refused.
 * @param graph the graph, or what gives its present state at each request
 */
export function createHandler(
  graph: KnowledgeGraph | (() => Snapshot | Promise<Snapshot>),
  { files = new Map(), version = '', maxTime = MAX_TIME }: HandlerOptions = {},
): (request: Request) => Promise<Response> {
  let only: Promise<Snapshot> | undefined;
  const current = typeof graph === 'function' ? graph : () => (only ??= snapshot(graph));
  const app = new Hono();
  app.use(secureHeaders(HEADERS));
  app.use(guard);
  app.use(compress());
  app.use(etag());
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-cache'); // asks each time, and is told "not modified"
    await next();
  });

  const queries = QUERIES.map(declaration);
  app.get('/api/', (c) => c.json({ queries }));
  const description = openapi(version || '0');
  app.get('/api/openapi.json', (c) => c.json(description));
  app.get('/api/:query', async (c) => {
    const { graph, tag } = await current();
    const query = queryOf(c.req.param('query'));
    const ETag = `W/"${tag}-${version}"`; // an answer is a function of these and of its address
    if (isKnown(c, ETag)) return c.body(null, 304, { ETag });
    const { [FORMAT]: format = 'json', ...params } = paramsOf(c);
    const { mime, write } = formatOf(format);
    const answer = within(maxTime, () => ask(graph, query.id, params));
    return c.body(write(query, answer), 200, { 'Content-Type': mime, ETag });
  });
  app.get('/graph.json', async (c) => {
    const { json, tag } = await current();
    const ETag = `W/"${tag}"`;
    if (isKnown(c, ETag)) return c.body(null, 304, { ETag });
    if (json.length > MAX_COMPRESSED) c.header('Cache-Control', 'no-cache, no-transform');
    return c.body(json, 200, { 'Content-Type': 'application/json; charset=utf-8', ETag });
  });
  app.get('/graph.columns', async (c) => {
    const { graph, tag } = await current();
    const ETag = `W/"${tag}"`;
    if (isKnown(c, ETag)) return c.body(null, 304, { ETag });
    return c.body(columnsOf(graph), 200, { 'Content-Type': 'application/octet-stream', ETag });
  });
  app.get('/graph.outline', async (c) => {
    const { graph, tag } = await current();
    const ETag = `W/"${tag}"`;
    if (isKnown(c, ETag)) return c.body(null, 304, { ETag });
    const { plain, compressed } = outlineOf(graph);
    const head = { 'Content-Type': 'application/octet-stream', Vary: 'Accept-Encoding', ETag };
    return /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')
      ? c.body(compressed, 200, { ...head, 'Content-Encoding': 'gzip' })
      : c.body(plain, 200, head);
  });
  app.get('*', (c) => {
    const path = new URL(c.req.url).pathname;
    const file = files.get(path === '/' ? '/index.html' : path);
    if (!file) throw new NotFoundError('nothing is served at this address', 'see / for the viewer and /api/ for the queries');
    return c.body(file.body, 200, { 'Content-Type': file.type });
  });
  app.onError(failure);
  return async (request) => app.fetch(request);
}

/** The graph in columns, as the viewer opens it; made once a graph. */
const columnsOf = perGraph((graph): Uint8Array<ArrayBuffer> => whole(writeColumns(graph)));

/** What the viewer draws first: the outline of a large graph, a small one in columns; made once a graph, compressed too. */
const outlineOf = perGraph((graph): { plain: Uint8Array<ArrayBuffer>; compressed: Uint8Array<ArrayBuffer> } => {
  const plain = graph.order > SMALL ? whole(writeOutline(graph)) : columnsOf(graph);
  return { plain, compressed: gzipSync(plain, { level: 6, mtime: 0 }) };
});

function whole(chunks: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> {
  const pieces = [...chunks];
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Whether the client has the answer already. */
const isKnown = (c: Context, tag: string): boolean =>
  (c.req.header('If-None-Match') ?? '').split(',').some((known) => known.trim() === tag);

function formatOf(name: string): (typeof FORMATS)[number] {
  const found = FORMATS.find(({ id }) => id === name);
  if (found) return found;
  const names = FORMATS.map(({ id }) => id);
  throw new BadParamsError(`there is no format "${name.slice(0, 100)}"`, `${FORMAT} is one of: ${names.join(', ')}`, names);
}

function paramsOf(c: Context): { [param: string]: string } {
  const given = c.req.queries();
  for (const [param, values] of Object.entries(given))
    if (values.length > 1) throw new BadParamsError(`the parameter "${param}" is given ${values.length} times`, 'give it once');
  return Object.fromEntries(Object.entries(given).map(([param, [value]]) => [param, value!]));
}

const declaration = ({ id, summary, params }: (typeof QUERIES)[number]) => ({
  id,
  summary,
  params: z.toJSONSchema(params, { io: 'input' }),
});
