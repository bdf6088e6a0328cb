/**
 * Ranks related papers for judged queries and scores the ranking: `npx tsx test/bench/related.ts [--text]`.
 * Needs ../shared/related. With --text the graph has no entities, so that only the words of the texts count.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGraph, loadGraph } from '../../src/graph.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import { ask } from '../../src/query/ask.ts';
import { MAX_ITEMS } from '../../src/query/params.ts';

const DATA = join(import.meta.dirname, '../../../shared/related');
if (!existsSync(DATA)) {
  console.log(`nothing measured: there is no ${DATA}`);
  process.exit(0);
}
const lines = (file: string): string[] => readFileSync(join(DATA, file), 'utf8').split('\n').filter(Boolean);
const work = mkdtempSync(join(tmpdir(), 'related-'));

function textOnly(): KnowledgeGraph {
  const graph = createGraph();
  for (const line of lines('papers.jsonl')) {
    const { id, title, abstract } = JSON.parse(line) as { id: string; title: string; abstract: string };
    graph.addNode(`paper:${id}`, { kind: 'paper', title, abstract, sentences: [], links: [], claims: [], label: title, community: null, degree: 0, betweenness: 0, x: 0, y: 0, size: 1 }); // prettier-ignore
  }
  return graph;
}

function built(): KnowledgeGraph {
  const out = join(work, 'graph');
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'build', join(DATA, 'papers.jsonl'), '--out', out, '--quiet'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the build failed: run `npm run build` first');
  return loadGraph(readFileSync(join(out, 'graph.json'), 'utf8'));
}

const graph = process.argv.includes('--text') ? textOnly() : built();
const queries = new Set(lines('judgements.jsonl').map((line) => (JSON.parse(line) as { query: string }).query));
const ranked = [...queries].map((query) => {
  const { items } = ask(graph, 'related', { paper: query, limit: MAX_ITEMS });
  return JSON.stringify({ query, ranked: items.map(({ id }) => id!.slice('paper:'.length)) });
});
const file = join(work, 'ranked.jsonl');
writeFileSync(file, ranked.join('\n'));
console.log(execFileSync(process.execPath, [join(DATA, 'score.mjs'), join(DATA, 'judgements.jsonl'), file], { encoding: 'utf8' }).trim());
