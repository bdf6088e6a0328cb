/**
 * Every row of what is asked of speed and memory: `npm run build && npm run bench [-- --large] [--only WORD]`.
 * Each is measured in a process of its own, by CPU time where it can be, which other programs change less than the clock; a row that
 * needs ../shared/corpora says so where it is not there. --large adds the builds of 74,738 papers, which take a quarter of an hour.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { ARXIV, DAILY, dailyFiles } from './corpora.ts';

const CLI = resolve('dist/cli.js');
const { values: given } = parseArgs({ options: { large: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } });
const work = mkdtempSync(join(tmpdir(), 'bench-'));

interface Spent {
  /** Seconds of processor time, its threads' too. */
  cpu: number;
  clock: number;
  /** Most memory held, in megabytes. */
  memory: number;
  out: string;
}

/** Runs a program of Node to its end; it tells at its end what it took. */
function spend(args: readonly string[]): Spent {
  const told = join(work, 'told.json');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', PROBE, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, TOLD: told },
  });
  const clock = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return { clock, out: stdout, ...(JSON.parse(readFileSync(told, 'utf8')) as { cpu: number; memory: number }) };
}
/** Writes down what the whole process took; threads load it too, and say nothing. */
const PROBE = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(process.env.TOLD, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
  });`)}`;

const seconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} s`;
const told = ({ cpu, clock, memory }: Spent): string => `${seconds(clock)}, ${seconds(cpu)} of CPU, ${memory.toFixed(0)} MB`;

function row(name: string, figure: string, required: string): void {
  console.log(`${name.padEnd(44)} ${figure.padEnd(44)} ${required}`);
}

/** Lines of another bench that hold what is looked for. */
function from(bench: string, args: readonly string[], wanted: RegExp, required: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', `test/bench/${bench}.ts`, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const lines = stdout.split('\n').filter((line) => wanted.test(line));
  if (status !== 0 || !lines.length) row(bench, `not measured: ${(stderr || stdout).trim().split('\n')[0] ?? ''}`, required);
  for (const line of lines) row(bench, line.replace(/\s+/g, ' ').trim(), required);
}

function coldStart(): void {
  const input = join(work, 'one.jsonl');
  writeFileSync(input, `${JSON.stringify({ id: '1', title: 'Deep Residual Learning', abstract: 'We present ResNet, which reaches 3.57% error on ImageNet.' })}\n`); // prettier-ignore
  const best = (args: readonly string[]): number => Math.min(...[1, 2, 3, 4, 5].map(() => spend(args).cpu));
  const [bare, one] = [best(['-e', '0']), best([CLI, 'extract', input, '--quiet'])];
  row('cold start, one abstract', `${one.toFixed(2)} s of CPU, ${(one / bare).toFixed(1)} times Node itself`, 'under 0.6 s');
}

/** So many that the threads' warming up, which each does for itself, is not what is measured. */
const MANY = 20_000;

function twoWorkers(): void {
  const input = join(work, 'many.jsonl');
  writeFileSync(input, gunzipSync(readFileSync(ARXIV)).toString().split('\n', MANY).join('\n'));
  const run = (workers: string): Spent => spend([CLI, 'extract', input, '--quiet', '--workers', workers]);
  const [one, two] = [run('1'), run('2')];
  if (one.out !== two.out) throw new Error('two workers extract something else than one');
  row(
    `extraction of ${MANY}, two workers against one`,
    `${(one.clock / two.clock).toFixed(2)} times as quick by the clock`,
    'at least 1.5 (quiet machine)',
  );
}

function daily(folder: string): void {
  const out = join(work, 'daily');
  const build = (): Spent => spend([CLI, 'build', folder, '--out', out, '--quiet']);
  const last = readdirSync(folder).sort().at(-1)!;
  const kept = readFileSync(join(folder, last));
  rmSync(join(folder, last));
  row('build, daily papers but a day, cold', told(build()), 'under 40 s, under 1000 MB');
  writeFileSync(join(folder, last), kept);
  row('  with one day added', told(build()), 'under 8 s');
  row('  again, nothing changed', told(build()), 'under 5 s');
  rmSync(out, { recursive: true });
}

function large(): void {
  const whole = join(work, 'arxiv');
  const all = spend([CLI, 'build', ARXIV, '--out', whole, '--quiet']);
  const lines = readFileSync(join(whole, 'records.jsonl'), 'utf8').split('\n', 10_000);
  rmSync(whole, { recursive: true });
  const part = join(work, 'part.jsonl');
  writeFileSync(part, lines.map((line) => { const { id, title, abstract } = JSON.parse(line) as { [key: string]: string }; return JSON.stringify({ id, title, abstract }); }).join('\n')); // prettier-ignore
  const some = spend([CLI, 'build', part, '--out', join(work, 'part'), '--quiet']);
  row('build, 74,738 arXiv papers, cold', told(all), 'under 360 s, under 3000 MB');
  row('  growth from 10,000 papers, CPU time', `n^${(Math.log(all.cpu / some.cpu) / Math.log(7.4738)).toFixed(2)}`, 'at most n^1.15');
}

const ROWS: readonly [name: string, needs: string | null, measure: () => void][] = [
  ['extraction', ARXIV, () => from('extract', [], /^(extraction|compromise|wink|ratio)/, 'at least 15 times compromise, more than wink')],
  ['workers', ARXIV, twoWorkers],
  ['daily', DAILY, () => daily(dirname(dailyFiles()[0]!))],
  [
    'large',
    ARXIV,
    () => (given.large ? large() : row('build, 74,738 arXiv papers', 'not measured: add --large', 'under 360 s, under 3000 MB')),
  ],
  ['cold', null, coldStart],
  ['layout', DAILY, () => from('layout', [], /./, 'a sixth of the CPU, as good')],
  ['memory', null, () => from('network', [], /./, 'at most 40 bytes an edge')],
  ['export', null, () => from('export', [], /times/, 'GEXF 20 times, a tenth; columns 3 times, 3 times')],
];

if (!existsSync(CLI) || !statSync(CLI).isFile()) throw new Error('there is no built program: run `npm run build` first');
row('what', 'figure', 'required');
for (const [name, needs, measure] of ROWS) {
  if (!name.includes(given.only)) continue;
  if (needs !== null && !existsSync(needs)) row(name, `not measured: there is no ${needs}`, '');
  else measure();
}
rmSync(work, { recursive: true, force: true });
