/** What the benches on real corpora share. The corpora are in ../shared/corpora; a bench says so where they are not there. */
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { resolve } from '../../pipeline/4-resolve/resolve.ts';
import { assemble } from '../../pipeline/5-assemble/assemble.ts';
import { loadLists } from '../../pipeline/knowledge.ts';
import type { Network } from '../../pipeline/types.ts';
import type { KnowledgeGraph } from '../../src/graph.ts';
import type { Record } from '../../src/model.ts';

const CORPORA = join(import.meta.dirname, '../../../shared/corpora');
export const DAILY = join(CORPORA, 'hf-daily-papers.tar.gz');
export const ARXIV = join(CORPORA, 'arxiv-74k.jsonl.gz');

/** Ends the bench where a corpus is not there. */
export function needs(file: string): void {
  if (existsSync(file)) return;
  console.log(`nothing measured: there is no ${file}`);
  process.exit(0);
}

/** The files of the daily papers, a day each, in order; they are unpacked first. */
export function dailyFiles(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'daily-'));
  const { status } = spawnSync('tar', ['xzf', DAILY, '-C', folder], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${DAILY} could not be unpacked`);
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return inside.sort().map((name) => join(folder, name));
}

/** For each paper the first file that names its arXiv id, from 0. */
export function firstFile(files: readonly string[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [i, file] of files.entries())
    for (const [, id] of readFileSync(file, 'utf8').matchAll(/['"]id['"]: ?['"](\d{4}\.\d{4,5})['"]/g)) if (!first.has(id!)) first.set(id!, i); // prettier-ignore
  return first;
}

/** Records as `claimgraph extract` prints them: of a file that holds them, else of the inputs, which takes a while. */
export async function recordsOf(given: string | undefined, inputs: readonly string[]): Promise<Record[]> {
  const file = given ?? extracted(inputs);
  const found: Record[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) if (line) found.push(JSON.parse(line) as Record);
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function extracted(inputs: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'records-')), 'records.jsonl');
  const run = spawnSync(process.execPath, ['dist/cli.js', 'extract', ...inputs], { stdio: ['ignore', openSync(file, 'w'), 'inherit'] });
  if (run.status !== 0) throw new Error('extraction failed: run `npm run build` first');
  return file;
}

/** First of the categories of each paper of the arXiv corpus, by its id. */
export async function categories(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(ARXIV).pipe(createGunzip()) })) {
    const { id, categories } = JSON.parse(line) as { id: string; categories: string[] };
    found.set(id, categories[0] ?? '');
  }
  return found;
}

/** Resolved and assembled, as a build does it. */
export function networkOf(records: readonly Record[]): { graph: KnowledgeGraph; network: Network; label: (node: number) => string } {
  const { graph, network } = assemble(resolve(records, loadLists()));
  return { graph, network, label: (node) => graph.getNodeAttribute(network.ids[node]!, 'label') };
}

/** Seconds of processor time that some work takes, whatever else the machine does, with what it makes. */
export function timed<T>(work: () => T): { seconds: number; made: T } {
  const start = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, made };
}

export const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
