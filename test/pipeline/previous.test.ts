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

test('the communities of a saved graph, and the one of each paper', async () => {
  const { graph } = built();
  const previous = (await previousIn(folderWith([...saveGraph(graph)].join(''))))!;
  expect(previous.communities).toEqual(graph.getAttribute('communities'));
  expect(previous.levels).toEqual(graph.getAttribute('levels'));
  const papers = graph.filterNodes((_, { kind, community }) => kind === 'paper' && community !== null);
  expect([...previous.of]).toEqual(papers.sort().map((id) => [id, graph.getNodeAttribute(id, 'community')]));
});

test.each([
  ['nothing', ''],
  ['no JSON', 'a graph'],
  ['another object', '{"attributes":{"communities":7},\n"nodes":[\n]}'],
  ['another layout', '{\n  "attributes": {}\n}'],
  ['a graph cut short in a node', '{"attributes":{"communities":[],"levels":[]},\n"options":{},\n"nodes":[\n{"key":"paper:a","attr'],
])('none in a file that holds %s', async (_, text) => expect(await previousIn(folderWith(text))).toBeUndefined());

test('none where there is no file', async () => expect(await previousIn(scratch())).toBeUndefined());
