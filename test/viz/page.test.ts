import { expect, test } from 'vitest';
import { createGraph, saveGraph } from '../../src/graph.ts';
import { mix, parseColour, toHex } from '../../viz/colours.ts';
import { safeUrl } from '../../viz/dom.ts';
import { loadFrom, NoGraphError } from '../../viz/load.ts';
import { smallGraph } from '../helpers/graph.ts';

test.each([
  ['https://arxiv.org/abs/2401.1', true],
  ['HTTPS://EXAMPLE.ORG', true],
  ['http://example.org', false],
  ['javascript:alert(1)', false],
  [' https://example.org', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,<script>', false],
  ['https://user:word@example.org', false],
  ['https://', false],
  ['//example.org', false],
])('%j may be followed: %s', (address, may) => expect(safeUrl(address) !== null).toBe(may));

test.each([
  ['#0072b2', [0, 114, 178]],
  ['#fff', [255, 255, 255]],
  ['red', [136, 136, 136]],
  ['#12', [136, 136, 136]],
])('%s is read', (hex, rgb) => expect(parseColour(hex)).toEqual(rgb));

test('mixing', () => {
  expect(toHex(mix([0, 0, 0], [255, 255, 255], 0.5))).toBe('#808080');
  expect(toHex(mix([1, 2, 3], [9, 9, 9], 0))).toBe('#010203');
});

const answer =
  (body: string, status = 200) =>
  () =>
    Promise.resolve(new Response(body, { status }));

test('a graph is loaded', async () => {
  const { model, asker } = await loadFrom('', answer([...saveGraph(smallGraph())].join('')));
  expect(model.count).toBe(smallGraph().order);
  expect((await asker.suggest('prunenet', 3)).found[0]).toMatchObject({ id: 'technique:prunenet', number: 1 });
});

test.each([
  ['a missing file', answer('', 404), /no graph/],
  ['a server that is gone', () => Promise.reject(new TypeError('failed')), /did not arrive/],
  ['half a file', answer('{"attributes"'), /cannot be read/],
  ['another format', answer('{"nodes":[]}'), /cannot be read/],
  ['a damaged graph', answer('{"attributes":{"format":"claimgraph","version":1},"nodes":[{}]}'), /cannot be read/],
  ['a graph without papers', answer([...saveGraph(createGraph())].join('')), /no papers/],
])('%s has a message with a remedy', async (_what, get, message) => {
  const error: unknown = await loadFrom('', get).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NoGraphError);
  expect((error as NoGraphError).message).toMatch(message);
  expect((error as NoGraphError).remedy.length + (error as NoGraphError).command!.length).toBeGreaterThan(20);
});
