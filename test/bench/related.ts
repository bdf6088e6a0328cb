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
import { ASPECTS } from '../../src/query/relatedness/aspects.ts';
import { best } from '../../src/query/relatedness/best.ts';
import { naming } from '../../src/query/relatedness/naming.ts';
import { add, products } from '../../src/query/relatedness/sparse.ts';
import { whole } from '../../src/query/relatedness/whole.ts';

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
const queries = [...new Set(lines('judgements.jsonl').map((line) => (JSON.parse(line) as { query: string }).query))];

/** Scores a ranking of papers for each query; milliseconds are of processor time a query, after a first round. */
function measure(what: string, rank: (query: string) => string[]): void {
  const ranked = queries.map((query) => JSON.stringify({ query, ranked: rank(query).map((id) => id.slice('paper:'.length)) }));
  const before = process.cpuUsage();
  for (const query of queries) rank(query);
  const { user, system } = process.cpuUsage(before);
  const file = join(work, 'ranked.jsonl');
  writeFileSync(file, ranked.join('\n'));
  const score = execFileSync(process.execPath, [join(DATA, 'score.mjs'), join(DATA, 'judgements.jsonl'), file], {
    encoding: 'utf8',
  }).trim();
  console.log(`${what.padEnd(28)} ${score}  ${((user + system) / 1000 / queries.length).toFixed(1)} ms`);
}

measure('baseline, cosine alone', (query) => {
  const { rows, byColumn } = whole(graph);
  const { papers, row } = naming(graph);
  const vector = new Float64Array(byColumn.offsets.length - 1);
  add(vector, rows, row.get(`paper:${query}`)!, 1);
  const alike = products(vector, byColumn, papers.length);
  alike[row.get(`paper:${query}`)!] = 0;
  return best(alike, papers.length).map((other) => papers[other]!);
});
measure('query related, whole list', (query) => ask(graph, 'related', { paper: query, limit: MAX_ITEMS }).items.map(({ id }) => id!));
for (const by of ASPECTS)
  measure(`  by ${by}`, (query) => ask(graph, 'related', { paper: query, by, limit: MAX_ITEMS }).items.map(({ id }) => id!));
