import { describe, expect, test } from 'vitest';
import { openColumns } from '../../../src/columns/open.ts';
import { isOutline, openOutline, writeOutline } from '../../../src/columns/outline.ts';
import { writeColumns } from '../../../src/columns/write.ts';
import { createGraph, GraphFormatError } from '../../../src/graph.ts';
import { createHandler } from '../../../src/server/handler.ts';
import { modelOfColumns } from '../../../viz/columns-model.ts';
import { modelOf } from '../../../viz/model.ts';
import { modelOfOutline } from '../../../viz/outline-model.ts';
import { built } from '../../helpers/built.ts';
import { smallGraph } from '../../helpers/graph.ts';
import { largeGraph } from '../../helpers/large-graph.ts';

const large = largeGraph({ nodes: 4_500, edges: 9_000, papers: 900, communities: 5 });
const graphs = { small: smallGraph(), seeds: built().graph, large, empty: createGraph() };
const bytesOf = (chunks: Iterable<Uint8Array>) => new Uint8Array(Buffer.concat([...chunks]));

describe.each(Object.entries(graphs))('%s', (_, graph) => {
  const columns = openColumns(bytesOf(writeColumns(graph)));
  const outline = openOutline(bytesOf(writeOutline(graph)));
  const whole = modelOfColumns(columns);

  test('says what the columns say, row by row, where they are drawn as near as can be seen', () => {
    expect(outline.count).toBe(graph.order);
    for (const name of [
      'kind',
      'community',
      'links',
      'month',
      'betweenness',
      'upvotes',
      'source',
      'target',
      'edgeKind',
      'said',
      'confidence',
    ] as const)
      expect([...outline[name]]).toEqual([...whole[name]]);
    expect(outline.communities).toEqual(columns.communities);
    const span = Math.max(...['x' as const, 'y' as const].map((axis) => Math.max(...whole[axis]) - Math.min(...whole[axis])), 0);
    for (let i = 0; i < outline.count; i++) {
      expect([outline.id(i), outline.label(i)]).toEqual([whole.id(i), whole.label(i)]);
      for (const axis of ['x', 'y'] as const) expect(Math.abs(outline[axis][i]! - whole[axis][i]!)).toBeLessThanOrEqual(span / 1e6);
    }
    for (const [edge, weight] of whole.weight.entries()) expect(Math.abs(outline.weight[edge]! - weight)).toBeLessThanOrEqual(1 / 256);
  });

  test('a model of it finds every node, and reads what the whole says once that is there', async () => {
    let fetched = 0;
    const model = modelOfOutline(outline, () => (fetched++ ? Promise.resolve(columns) : Promise.reject(new Error('cut off'))));
    expect(graph.nodes().map((id) => model.id(model.row(id)))).toEqual(graph.nodes());
    expect(model.row('paper:nowhere')).toBe(-1);
    await expect(model.rest()).rejects.toThrow('cut off');
    await Promise.all([model.rest(), model.rest()]);
    expect([model.rest(), fetched]).toEqual([null, 2]);
    const [id] = graph.nodes();
    if (id === undefined) return;
    expect(model.node(model.row(id))).toEqual(graph.getNodeAttributes(id));
    const around = model.around(id);
    expect(around.degree(id)).toBe(graph.degree(id));
    expect(modelOf(graph).around(id).neighbors(id).sort()).toEqual(around.neighbors(id).sort());
  });
});

test('what is read waits until it is there', () => {
  const model = modelOfOutline(openOutline(bytesOf(writeOutline(smallGraph()))), () => new Promise(() => {}));
  expect(() => model.around(model.id(0))).toThrow('not there yet');
  expect(() => model.node(0)).toThrow('not there yet');
});

test.each([
  ['nothing', new Uint8Array()],
  ['columns', bytesOf(writeColumns(smallGraph()))],
  ['half of one', bytesOf(writeOutline(smallGraph())).slice(0, 1500)],
])('%s is refused', (_what, bytes) => expect(() => openOutline(bytes)).toThrow(GraphFormatError));

test.each([
  ['of a large graph', large, true],
  ['a small graph whole', smallGraph(), false],
])('the server has the outline %s, compressed for whoever can read that, and sends it once', async (_what, graph, outlined) => {
  const handle = createHandler(graph);
  const get = (headers: HeadersInit) =>
    handle(new Request('http://127.0.0.1/graph.outline', { headers: { host: '127.0.0.1', ...headers } }));
  const plain = await get({});
  const bytes = await plain.arrayBuffer();
  expect([plain.status, isOutline(bytes)]).toEqual([200, outlined]);
  const packed = await get({ 'accept-encoding': 'gzip, br' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const unpacked = await new Response(packed.body!.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  expect(Buffer.compare(Buffer.from(unpacked), Buffer.from(bytes))).toBe(0);
  expect((await get({ 'if-none-match': plain.headers.get('etag')! })).status).toBe(304);
});

test('the outline takes a third of the whole, or less', () =>
  expect(bytesOf(writeOutline(built().graph)).length * 3).toBeLessThan(bytesOf(writeColumns(built().graph)).length));
