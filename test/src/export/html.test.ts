import fc from 'fast-check';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openColumns } from '../../../src/columns/open.ts';
import { base64 } from '../../../src/export/base64.ts';
import { html } from '../../../src/export/html.ts';
import { textOf } from '../../helpers/export.ts';
import { smallGraph } from '../../helpers/graph.ts';

const PAGE = '<html><script id="graph" type="text/plain"></script><script type="module">start()</script></html>';

test('the graph stands in the room that the page has for it, and comes out whole', async () => {
  const graph = smallGraph();
  const page = await textOf(html(() => PAGE), graph); // prettier-ignore
  const [, before, text, after] = /^(.*type="text\/plain">)([A-Za-z0-9+/]*=*)(<\/script>.*)$/.exec(page)!;
  expect(before! + after!).toBe(PAGE);
  const columns = openColumns(new Uint8Array(gunzipSync(Buffer.from(text!, 'base64'))));
  const back = columns.toGraph();
  expect([back.nodes().sort(), back.edges().sort()]).toEqual([graph.nodes().sort(), graph.edges().sort()]);
  expect(await textOf(html(() => PAGE), graph)).toBe(page); // prettier-ignore
});

test('a page without room is refused', async () => {
  await expect(textOf(html(() => '<html></html>'), smallGraph())).rejects.toThrow('no room'); // prettier-ignore
});

test('base 64 of any pieces is that of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.uint8Array(), fc.uint8Array({ minLength: 30_000, maxLength: 60_000 }))), (pieces) => {
      expect([...base64(pieces as Uint8Array[])].join('')).toBe(Buffer.concat(pieces).toString('base64'));
    }),
    { numRuns: 50 },
  );
});
