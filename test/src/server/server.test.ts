import { describe, expect, test } from 'vitest';
import { loadGraph } from '../../../src/graph.ts';
import { QUERIES } from '../../../src/query/index.ts';
import { createHandler } from '../../../src/server/handler.ts';
import { snapshot } from '../../../src/server/snapshot.ts';
import { smallGraph } from '../../helpers/graph.ts';

const files = new Map([
  ['/index.html', { body: '<!doctype html><title>viewer</title>', type: 'text/html; charset=utf-8' }],
  ['/assets/main.js', { body: 'export {}', type: 'text/javascript' }],
]);
const handle = createHandler(smallGraph(), { files });
const HOST = 'http://127.0.0.1:8080';
const get = (path: string, init: RequestInit = {}): Promise<Response> => handle(new Request(HOST + path, init));
const ROUTES = ['/', '/assets/main.js', '/graph.json', '/api/', '/api/results', '/nowhere'];

test('the viewer, the graph and the list of queries are served', async () => {
  expect(await (await get('/')).text()).toContain('viewer');
  expect((await get('/assets/main.js')).headers.get('content-type')).toBe('text/javascript');
  expect(loadGraph(await (await get('/graph.json')).text()).order).toBe(smallGraph().order);
  const { queries } = (await (await get('/api/')).json()) as { queries: { id: string; params: { properties: object } }[] };
  expect(queries.map(({ id }) => id)).toEqual(QUERIES.map(({ id }) => id));
  for (const [i, { params }] of queries.entries()) expect(Object.keys(params.properties)).toEqual(Object.keys(QUERIES[i]!.params.shape));
});

describe('only this machine', () => {
  const hosts = ['evil.example', '127.0.0.1.evil.example', 'localhost@evil.example', '10.0.0.1:8080', '', '127.0.0.1:8080/x'];
  test.each(ROUTES.flatMap((route) => hosts.map((host) => [route, host])))('%s refuses the host "%s"', async (route, host) => {
    expect((await get(route, { headers: { host } })).status).toBe(403);
  });
  test.each(
    ROUTES.flatMap((route) =>
      ['https://evil.example', 'null', 'http://localhost.evil.example', 'file://'].map((origin) => [route, origin]),
    ),
  )('%s refuses the origin %s', async (route, origin) => expect((await get(route, { headers: { origin } })).status).toBe(403));
  test.each(['127.0.0.1', 'localhost:1', '[::1]:65535', 'LOCALHOST'])('the host %s is served', async (host) => {
    const response = await get('/', { headers: { host, origin: `http://${host}` } });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test.each(ROUTES.flatMap((route) => ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => [route, method])))(
  '%s refuses %s',
  async (route, method) => {
    const response = await get(route, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  },
);

test.each([
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '/../package.json',
  '/..\\package.json',
  '/assets/..%2f..%2fpackage.json',
  '//etc/passwd',
  '/index.html%00',
  '/__proto__',
  '/constructor',
  '/graph.json/',
  '/assets/',
  '/assets/%6dain.js',
])('%s is served by nothing', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: expect.any(String), remedy: expect.any(String) });
});

test.each([
  [`/api/search?text=${'x'.repeat(5000)}`, 400, 'too long'],
  [`/api/search?text=${'x'.repeat(501)}`, 400, 'too long'],
  ['/api/related?paper=2401.10000&limit=100000', 400, '"limit"'],
  ['/api/related?paper=2401.10000&paper=2401.10001', 400, '2 times'],
  ['/api/related', 400, 'needs the parameter'],
  ['/api/related?paper=2401.10000&__proto__=1', 400, '__proto__'],
  ['/api/neighbours?node=SAD', 400, 'names 2 things'],
  ['/api/paper?paper=nowhere', 404, 'no paper is called'],
  ['/api/results?format=pdf', 400, 'no format "pdf"'],
  ['/api/similar', 404, 'no query is called'],
  ['/api/__proto__', 404, 'no query is called'],
])('%s is refused with %i', async (path, status, said) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  const body = (await response.json()) as { error: string; remedy: string };
  expect(body.error).toContain(said);
  expect(body.remedy).not.toBe('');
});

test.each(ROUTES)('%s bears the security headers', async (route) => {
  const { headers } = await get(route);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
      "worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test.each(['/graph.json', '/api/results', '/api/', '/'])('%s is not sent again where it did not change', async (path) => {
  const first = await get(path);
  const etag = first.headers.get('etag')!;
  expect(etag).toMatch(/"/);
  const second = await get(path, { headers: { 'if-none-match': etag } });
  expect(second.status).toBe(304);
  expect(await second.text()).toBe('');
});

test('another graph or program has other tags; a refusal has none', async () => {
  const tag = async (handler: typeof handle, path = '/api/results'): Promise<string | null> =>
    (await handler(new Request(HOST + path))).headers.get('etag');
  const other = smallGraph();
  other.dropNode('result:2401.10000-1');
  const tags = await Promise.all([handle, createHandler(other), createHandler(smallGraph(), { version: '2' })].map((each) => tag(each)));
  expect(new Set(tags).size).toBe(3);
  expect(await tag(createHandler(smallGraph()))).toBe(tags[0]);
  expect(await tag(handle, '/api/paper?paper=nowhere')).toBeNull();
});

test('a question that takes too long is refused', async () => {
  const hurried = createHandler(smallGraph(), { maxTime: -1 });
  const response = await hurried(new Request(`${HOST}/api/results`));
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ error: 'the question takes too long', kind: 'TooLongError' });
});

test('a large answer is compressed where the client asks for it', async () => {
  const response = await get('/graph.json', { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const text = await new Response(response.body!.pipeThrough(new DecompressionStream('gzip'))).text();
  expect(text).toBe(await (await get('/graph.json')).text());
});

test('HEAD says what GET would, without the body', async () => {
  const response = await get('/api/results', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});

test('a graph built anew is served from then on', async () => {
  let served = await snapshot(smallGraph());
  const live = createHandler(() => served);
  const count = async (): Promise<number> => ((await (await live(new Request(`${HOST}/api/results`))).json()) as { total: number }).total;
  expect(await count()).toBe(4);
  const graph = smallGraph();
  graph.dropNode('result:2401.10000-1');
  served = await snapshot(graph);
  expect(await count()).toBe(3);
});
