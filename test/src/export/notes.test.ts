import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { markdown } from '../../../src/export/markdown.ts';
import { obsidian } from '../../../src/export/obsidian.ts';
import { noteNames } from '../../../src/export/obsidian/names.ts';
import { createGraph } from '../../../src/graph.ts';
import type { KnowledgeGraph } from '../../../src/graph.ts';
import { built } from '../../helpers/built.ts';
import { filesOf, sentencesOf, textOf } from '../../helpers/export.ts';
import { paperId, smallGraph } from '../../helpers/graph.ts';

/** Markdown as it is shown, on one line. */
const shown = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\s+/g, ' ');
const graphs = Object.entries({ small: smallGraph(), seeds: built().graph });

describe.each(graphs)('a vault of %s', async (_, graph) => {
  const files = new Map([...(await filesOf(obsidian, graph))].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  const names = noteNames(graph, graph.nodes().sort());

  test('has a note for each paper and each entity, and a place to begin', () => {
    const notes = graph.filterNodes((_, { kind }) => kind !== 'result').map((id) => `${names.get(id)}.md`);
    expect([...files.keys()].sort()).toEqual([...notes, 'Home.md'].sort());
    for (const id of graph.filterNodes((_, { kind }) => kind === 'paper')) expect(files.get('Home.md')).toContain(`[[${names.get(id)}|`);
  });

  test('has no link that leads nowhere', () => {
    let links = 0;
    for (const text of files.values())
      for (const [, to] of text.matchAll(/\[\[([^\]|]*)\|[^\]]*\]\]/g)) {
        expect([...files.keys()]).toContain(`${to}.md`);
        links++;
      }
    expect(links).toBeGreaterThan(2 * graph.filterEdges((_, { kind }) => kind === 'uses').length);
  });

  test('has properties that are YAML', () => {
    for (const [id, name] of names) {
      const [, front] = /^---\n([^]*?)\n---\n/.exec(files.get(`${name}.md`)!)!;
      const { kind, ...node } = graph.getNodeAttributes(id);
      expect(parseYaml(front!)).toMatchObject({ id, tags: [`claimgraph/${kind}`], ...('aliases' in node && node.aliases.length && { aliases: node.aliases }) });
    } // prettier-ignore
  });

  test('quotes each sentence at both ends of its edge', () => {
    const sentences = sentencesOf(graph);
    const text = new Map([...names].map(([id, name]) => [id, shown(files.get(`${name}.md`)!)]));
    graph.forEachEdge((key, _edge, source, target) => {
      for (const end of [source, target])
        for (const sentence of sentences.get(key)!) expect(text.get(end) ?? shown(sentence)).toContain(shown(sentence));
    });
    graph.forEachNode((_, node) => {
      if (node.kind === 'result') expect(text.get(node.evidence.paper)).toContain(node.value.replace(/\s+/g, ' '));
    });
  });
});

describe.each(graphs)('a report of %s', async (_, graph) => {
  const text = await textOf(markdown, graph);

  test('has each paper and entity under its name, once', () => {
    const headings = [...text.matchAll(/^### (.*)$/gm)].map(([, name]) => shown(name!)).sort();
    const names = graph.filterNodes((_, { kind }) => kind !== 'result').map((id) => shown(graph.getNodeAttribute(id, 'label')).trim());
    expect(headings).toEqual(names.sort());
  });

  test('has every sentence that the graph rests on', () => {
    const whole = shown(text);
    for (const sentence of [...sentencesOf(graph).values()].flat()) expect(whole).toContain(shown(sentence));
  });
});

/** A graph of one task a label. */
function tasks(labels: readonly string[]): KnowledgeGraph {
  const graph = createGraph();
  labels.forEach((label, i) => graph.addNode(`task:${i}`, { kind: 'task', label, community: null, degree: 0, betweenness: 0, x: 0, y: 0, size: 1, aliases: [], papers: 0, joins: [] })); // prettier-ignore
  return graph;
}

test.each([
  ['a/b\\c:d*e?f"g<h>i|j#k^l[m]n', 'a b c d e f g h i j k l m n'],
  ['../../etc/passwd', 'etc passwd'],
  ['.hidden', 'hidden'],
  ['ends in dots...', 'ends in dots'],
  ['CON', 'CON_'],
  ['lpt1', 'lpt1_'],
  ['\0\n\t', 'unnamed'],
  ['', 'unnamed'],
  ['é'.normalize('NFD'), 'é'],
  ['😀'.repeat(80), '😀'.repeat(40)],
  [`${'a'.repeat(79)}😀`, 'a'.repeat(79)],
])('a note on %j is called %j', (label, name) => {
  expect([...noteNames(tasks([label]), ['task:0']).values()]).toEqual([`Tasks/${name}`]);
});

test('notes that differ only in case, or in what no name may hold, are told apart', () => {
  const names = [...noteNames(tasks(['A b', 'a B', 'a/b', 'a b (2)', 'É', 'é']), ['task:0', 'task:1', 'task:2', 'task:3', 'task:4', 'task:5']).values()]; // prettier-ignore
  expect(names).toEqual(['Tasks/A b', 'Tasks/a B (2)', 'Tasks/a b (3)', 'Tasks/a b (2) (2)', 'Tasks/É', 'Tasks/é (2)']);
});

test('texts mean nothing but themselves', async () => {
  const graph = smallGraph();
  const nasty = '%%hidden%% ==lit== $x$ [[Home]] <script>1</script> ^block #tag `code` *bold*';
  graph.mergeNodeAttributes(paperId(1), { label: nasty, title: nasty, abstract: nasty });
  const files = await filesOf(obsidian, graph);
  const note = [...files].find(([path]) => path.startsWith('Papers/%%hidden%%'))!;
  const body = new TextDecoder().decode(note[1]).split('---\n').at(-1)!;
  for (const sign of ['%', '=', '$', '[', '<', '^', '#', '`', '*'])
    for (const line of body.split('\n').filter((line) => line.includes('hidden')))
      expect(line.replace(/^# /, '').replace(new RegExp(`\\\\\\${sign}`, 'g'), '')).not.toContain(sign); // prettier-ignore
});
