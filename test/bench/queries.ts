/**
 * How long questions take on a graph, in process and over HTTP: `npx tsx test/bench/queries.ts GRAPH_FOLDER`.
 * Times are of the processor, which a busy machine does not change; what a client waits for is of the clock.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { prepare } from '../../src/query/cache.ts';
import { open } from '../../src/query/open.ts';
import { seeded } from '../../src/random.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.log('name the folder of a graph: npx tsx test/bench/queries.ts graph');
  process.exit(2);
}

/** Milliseconds of the processor, its own and the system's. */
function cpu<T>(work: () => T): [milliseconds: number, value: T] {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, value];
}

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);
const quantile = (times: readonly number[], q: number): string =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * q))]!.toFixed(1);
const show = (name: string, times: readonly number[]): void =>
  console.log(`${name.padEnd(16)} ${['0.5', '0.95', '0.99', '1'].map((q) => quantile(times, Number(q)).padStart(8)).join(' ')}`);

const text = readFileSync(join(folder, 'graph.json'), 'utf8');
const [opening, claims] = cpu(() => open(text));
const { graph } = claims;
const [preparing] = cpu(() => [...prepare(graph)]);
const random = seeded(1);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const of = (kind: string): string[] => graph.filterNodes((_, node) => node.kind === kind).sort((a, b) => (a < b ? -1 : 1));
const [papers, techniques, metrics, datasets, hardware] = ['paper', 'technique', 'metric', 'dataset', 'hardware'].map(of) as [
  string[],
  string[],
  string[],
  string[],
  string[],
];
console.log(
  `${papers.length} papers, ${graph.order} nodes, ${graph.size} edges; opened in ${(opening / 1000).toFixed(1)} s, prepared in ${(preparing / 1000).toFixed(1)} s of CPU\n`,
);

const label = (id: string): string => graph.getNodeAttribute(id, 'label');
const words = (id: string, most: number): string => label(id).split(/\s+/).slice(0, most).join(' ');
const mistyped = (word: string): string => word.slice(0, 2) + (word[3] ?? '') + (word[2] ?? '') + word.slice(4);
const well = techniques.filter((id) => graph.inDegree(id) > 2);

const QUESTIONS: Record<string, () => unknown> = {
  search: () =>
    claims.search({
      text: pick([
        () => words(pick(papers), 3),
        () => words(pick(well), 2),
        () => mistyped(words(pick(well), 1)),
        () => label(pick(papers)),
      ])(),
    }),
  related: () => claims.related({ paper: pick(papers) }),
  results: () =>
    claims.results(
      pick([
        () => ({}),
        () => ({ metric: pick(metrics), direction: 'decrease' as const }),
        () => ({ dataset: pick(datasets), min: 50 }),
        () => ({ hardware: 'GPU', factor: 2 }),
        () => ({ hardware: label(pick(hardware)) }),
        () => ({ technique: pick(techniques), since: '2025-06' }),
      ])(),
    ),
  paper: () => claims.paper({ paper: pick(papers) }),
  neighbours: () => claims.neighbours({ node: pick(well) }),
  evidence: () => claims.evidence({ from: pick(papers), to: pick(well) }),
  leaderboard: () => claims.leaderboard({ metric: pick(metrics), dataset: pick(datasets) }),
  compare: () => claims.compare({ a: pick(well), b: pick(well) }),
  disagreements: () => claims.disagreements(),
  lineage: () => claims.lineage({ technique: pick(well) }),
  timeline: () => claims.timeline({ order: pick(['rising', 'fading'] as const) }),
  communities: () => claims.communities(),
  gaps: () => claims.gaps(pick([{}, { technique: pick(well) }])),
};

console.log('milliseconds of CPU, in process: median, 95 %, 99 %, most');
for (const [name, question] of Object.entries(QUESTIONS)) {
  const times: number[] = [];
  for (let i = 0; i < 300; i++) times.push(cpu(question)[0]);
  show(name, times);
}

/** Seconds of the processor that another process has used, where the system tells. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return NaN;
  }
}

/** Starts a server that prints its address. */
async function serve(args: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout!.setEncoding('utf8')) {
    const found = /127\.0\.0\.1:(\d+)/.exec((said += String(chunk)));
    if (found) return { child, port: Number(found[1]) };
  }
  throw new Error('the server did not start: run `npm run build` first');
}

/** Look-ups on some connections at once, each asking again when it is answered. */
async function load(name: string, args: readonly string[], path: () => string): Promise<void> {
  const { child, port } = await serve(args);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = (): Promise<number> =>
    new Promise((done, fail) => {
      const start = performance.now();
      get({ host: '127.0.0.1', port, path: path(), agent }, (response) => {
        if (response.statusCode !== 200) fail(new Error(`${response.statusCode} for ${path()}`));
        response.resume().on('end', () => done(performance.now() - start));
      }).on('error', fail);
    });
  const run = async (requests: number): Promise<number[]> => {
    const times: number[] = [];
    let left = requests;
    const client = async (): Promise<void> => {
      while (left-- > 0) times.push(await ask());
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
    return times;
  };
  await run(REQUESTS / 2); // until the server is ready and warm
  const [used, start] = [cpuOf(child.pid!), performance.now()];
  const times = await run(REQUESTS);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${Math.round(REQUESTS / seconds)} a second by the clock, ${Math.round(REQUESTS / (cpuOf(child.pid!) - used))} a second of the server's CPU`,
  );
  show(name, times);
  agent.destroy();
  child.kill('SIGKILL');
}

const CONNECTIONS = 50;
const REQUESTS = 6000;
const bare = `require('node:http').createServer((_, r) => r.end('x'.repeat(4000))).listen(0, '127.0.0.1', function () { console.log('127.0.0.1:' + this.address().port) })`;
console.log(`\nlook-ups of papers over HTTP on ${CONNECTIONS} connections; milliseconds by the clock, which a busy machine makes longer:`);
await load('bare server', ['-e', bare], () => '/');
await load(
  'paper',
  ['dist/cli.js', 'serve', '--graph', folder, '--port', '0'],
  () => `/api/paper?paper=${encodeURIComponent(pick(papers))}`,
);
