/**
 * Wall time of a cold build of the seeds: `npm run build && npx tsx test/bench/build.ts [RUNS]`.
 * The baseline, measured in the same run, is the least that any such program pays: starting Node and loading the same modules.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = Number(process.argv[2] ?? 7);
const out = mkdtempSync(join(tmpdir(), 'build-'));

function seconds(args: string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(measure: () => number): string {
  const times = Array.from({ length: runs }, measure).sort((a, b) => a - b);
  return `${times[Math.floor(runs / 2)]!.toFixed(2)} s (${times[0]!.toFixed(2)} to ${times.at(-1)!.toFixed(2)})`;
}

const build = ['dist/cli.js', 'build', 'seeds', '--out', out, '--quiet'];
console.log(`median of ${runs} (fastest to slowest)`);
console.log(`baseline, Node and modules  ${median(() => seconds(['--input-type=module', '-e', `await import('./dist/pipeline.js')`]))}`);
console.log(`help                        ${median(() => seconds(['dist/cli.js', '--help']))}`);
console.log(`cold build                  ${median(() => (rmSync(out, { recursive: true, force: true }), seconds(build)))}`);
console.log(`second build                ${median(() => seconds(build))}`);
rmSync(out, { recursive: true, force: true });
