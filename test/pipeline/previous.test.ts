import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { previousIn } from '../../pipeline/previous.ts';
import { saveGraph } from '../../src/graph.ts';
import { built } from '../helpers/built.ts';
import { scratch } from '../helpers/scratch.ts';

function folderWith(text: string): string {
  const folder = scratch();
  writeFileSync(join(folder, 'graph.json'), text);
  return folder;
}

test('the communities of a saved graph, the one of each paper, and where each node stands', () => {
  const { graph } = built();
  const previous = previousIn(folderWith([...saveGraph(graph)].join('')))!;
  expect(previous.communities).toEqual(graph.getAttribute('communities'));
  expect(previous.levels).toEqual(graph.getAttribute('levels'));
  const papers = graph.filterNodes((_, { kind, community }) => kind === 'paper' && community !== null);
  expect([...previous.places]).toEqual(graph.nodes().sort().map((id) => [id, [graph.getNodeAttribute(id, 'x'), graph.getNodeAttribute(id, 'y')]])); // prettier-ignore
  expect([...previous.of]).toEqual(papers.sort().map((id) => [id, graph.getNodeAttribute(id, 'community')]));
});

test('a node whose label looks like the end of what is asked, and one written in another order', () => {
  const head = '{"attributes":{"communities":[{"id":"c"}]},\n"options":{},\n"nodes":[\n';
  const nodes = [
    `{"key":"paper:a","attributes":${JSON.stringify({ kind: 'paper', label: ',"size":', community: 'c', x: 1, y: 2, size: 3 })}},`,
    `{"key":"task:b","attributes":${JSON.stringify({ kind: 'task', x: -1, y: 0.5, community: 'c' })}}`,
  ];
  const previous = previousIn(folderWith(`${head}${nodes.join('\n')}\n],\n"edges":[\n]}\n`))!;
  expect([...previous.places]).toEqual([['paper:a', [1, 2]], ['task:b', [-1, 0.5]]]); // prettier-ignore
  expect([...previous.of]).toEqual([['paper:a', 'c']]);
});

test.each([
  ['nothing', ''],
  ['no JSON', 'a graph'],
  ['another object', '{"attributes":{"communities":7},\n"nodes":[\n]}'],
  ['another layout', '{\n  "attributes": {}\n}'],
  ['a graph cut short in a node', '{"attributes":{"communities":[],"levels":[]},\n"options":{},\n"nodes":[\n{"key":"paper:a","attr'],
])('none in a file that holds %s', (_, text) => expect(previousIn(folderWith(text))).toBeUndefined());

test('none where there is no file', () => expect(previousIn(scratch())).toBeUndefined());
