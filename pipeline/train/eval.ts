/**
 * Scores extraction against annotated papers.
 *   npm run eval                           the two dev sets, together and apart (without the shared data, the seeds' alone)
 *   npm run eval -- GOLD RECORDS           any gold and any records, both JSON Lines
 *   ... --errors                           every miss and every false find
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Paper } from '../../src/model.ts';
import { read } from '../1-read/index.ts';
import { createExtraction } from '../extraction.ts';
import { jsonLines, readGold, SHARED, type Gold } from './sources.ts';

const SCORER = join(import.meta.dirname, '../../test/gold/score.mjs');
const SEED_GOLD = join(import.meta.dirname, '../../test/fixtures/seed-dev.gold.jsonl');
const flags = process.argv.slice(2).filter((a) => a.startsWith('--'));
const files = process.argv.slice(2).filter((a) => !a.startsWith('--'));

const score = (gold: string, records: string): void =>
  void process.stdout.write(execFileSync(process.execPath, [SCORER, gold, records, ...flags], { maxBuffer: 1e9 }));

/** The papers of the seed document by title. */
async function seeds(): Promise<Map<string, Paper>> {
  const name = '000_b587e1390801653f.txt';
  const bytes = readFileSync(join(import.meta.dirname, '../../seeds', name));
  const papers = new Map<string, Paper>();
  for await (const paper of read([{ name, bytes }], { messages: [], files: [] })) papers.set(paper.title, paper);
  return papers;
}

if (files.length === 2) score(files[0]!, files[1]!);
else {
  const bySeed = await seeds();
  const sets = {
    'seed-dev': jsonLines<Gold>(readFileSync(SEED_GOLD, 'utf8')).map((gold) => ({ gold, paper: bySeed.get(gold.title)! })),
    ...(existsSync(SHARED) && { 'wild-dev': readGold('wild-dev') }),
  };
  const extract = createExtraction();
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-eval-'));
  const lines = (name: string, rows: unknown[]): string => {
    writeFileSync(join(folder, name), rows.map((r) => `${JSON.stringify(r)}\n`).join(''));
    return join(folder, name);
  };
  for (const [name, pairs] of Object.entries({ ...sets, 'both together': Object.values(sets).flat() })) {
    process.stdout.write(`\n${name}: `);
    score(lines('gold.jsonl', pairs.map((p) => p.gold)), lines('records.jsonl', pairs.map((p) => extract(p.paper)))); // prettier-ignore
  }
  rmSync(folder, { recursive: true });
}
