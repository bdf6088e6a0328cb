import { Hono } from 'hono';
import type { Context } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { saveGraph } from './graph.ts';
import type { KnowledgeGraph } from './graph.ts';
import { ask } from './query/ask.ts';
import { BadParamsError, NotFoundError, QueryError } from './query/errors.ts';
import { QUERIES } from './query/index.ts';

/** Longest query part of an address, in characters. */
const MAX_QUERY = 4096;

/** A file to serve, by its exact path ("/index.html"). */
export type Files = ReadonlyMap<string, { body: Uint8Array<ArrayBuffer> | string; type: string }>;

export interface HandlerOptions {
  /** The viewer's files; none are read from anywhere else. */
  files?: Files;
}

/**
 * Answers requests about a graph: `/api/` lists the queries, `/api/NAME?param=value` asks one, `/graph.json` is the graph, and
 * anything else is one of the given files. Only for this machine: a request that names another host or origin is refused.
 * @param graph the graph, or what gives it at each request
 */
export function createHandler(
  graph: KnowledgeGraph | (() => KnowledgeGraph),
  { files = new Map() }: HandlerOptions = {},
): (request: Request) => Promise<Response> {
  const current = typeof graph === 'function' ? graph : () => graph;
  const app = new Hono();
  app.use(secureHeaders(HEADERS));
  app.use(guard);
  app.use(compress());
  app.use(etag());
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-cache'); // asks each time, and is told "not modified"
  });

  app.get('/api/', (c) => c.json({ queries: QUERIES.map(declaration) }));
  app.get('/api/:query', (c) => c.json(ask(current(), c.req.param('query'), paramsOf(c))));
  const json = graphText();
  app.get('/graph.json', (c) => c.body(json(current()), 200, { 'Content-Type': 'application/json; charset=utf-8' }));
  app.get('*', (c) => {
    const path = new URL(c.req.url).pathname;
    const file = files.get(path === '/' ? '/index.html' : path);
    if (!file) throw new NotFoundError('nothing is served at this address', 'see / for the viewer and /api/ for the queries');
    return c.body(file.body, 200, { 'Content-Type': file.type });
  });
  app.onError(failure);
  return async (request) => app.fetch(request);
}

const HEADERS: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false, // plain HTTP on the loopback
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
};

/** A page elsewhere must not read the graph through the reader's own browser, by name (DNS rebinding) or by script. */
function guard(c: Context, next: () => Promise<void>): Promise<Response | void> {
  const url = new URL(c.req.url);
  const host = c.req.header('host') ?? url.host;
  const origin = c.req.header('origin');
  if (!isLocal(`http://${host}`))
    return Promise.resolve(refuse(c, 403, 'this host is not served', 'open the address that the program printed'));
  if (origin !== undefined && !isLocal(origin))
    return Promise.resolve(refuse(c, 403, 'other origins are not served', 'ask from a page of this server'));
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    c.header('Allow', 'GET, HEAD');
    return Promise.resolve(refuse(c, 405, `${c.req.method} is not served`, 'use GET'));
  }
  if (url.search.length > MAX_QUERY)
    return Promise.resolve(refuse(c, 400, 'the address is too long', `keep its parameters under ${MAX_QUERY} characters`));
  return next();
}

/** An http(s) origin on the loopback, at any port, and nothing else in it. */
const isLocal = (origin: string): boolean => /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(origin);

const refuse = (c: Context, status: 400 | 403 | 404 | 405 | 500, error: string, remedy: string, more: object = {}): Response =>
  c.json({ error, remedy, ...more }, status);

function failure(error: Error, c: Context): Response {
  if (!(error instanceof QueryError)) return refuse(c, 500, 'the query failed', 'report it with the address asked');
  const status = error instanceof NotFoundError ? 404 : 400;
  return refuse(c, status, error.message, error.remedy, {
    kind: error.name,
    ...(error.candidates.length && { candidates: error.candidates }),
  });
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

/** The text of graph.json, written once a graph. */
function graphText(): (graph: KnowledgeGraph) => Uint8Array<ArrayBuffer> {
  const written = new WeakMap<KnowledgeGraph, Uint8Array<ArrayBuffer>>();
  return (graph) => {
    let bytes = written.get(graph);
    if (!bytes) written.set(graph, (bytes = new TextEncoder().encode([...saveGraph(graph)].join(''))));
    return bytes;
  };
}
