/**
 * Scores extraction against annotated papers.
 *   npm run eval                           the two dev sets, together and apart (without the shared data, the seeds' alone)
 *   npm run eval -- GOLD RECORDS           any gold and any records, both JSON Lines
 *   ... --errors                           every miss and every false find
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../../src/model.ts';
import { read } from '../1-read/index.ts';
import { createExtraction } from '../extraction.ts';
import { scored, scoredFiles } from './scored.ts';
import { jsonLines, readGold, SHARED, type Gold } from './sources.ts';

const SEED_GOLD = join(import.meta.dirname, '../../test/fixtures/seed-dev.gold.jsonl');
const flags = process.argv.slice(2).filter((a) => a.startsWith('--'));
const files = process.argv.slice(2).filter((a) => !a.startsWith('--'));

/** The papers of the seed document by title. */
async function seeds(): Promise<Map<string, Paper>> {
  const name = '000_b587e1390801653f.txt';
  const bytes = readFileSync(join(import.meta.dirname, '../../seeds', name));
  const papers = new Map<string, Paper>();
  for await (const paper of read([{ name, bytes }], { messages: [], files: [] })) papers.set(paper.title, paper);
  return papers;
}

if (files.length === 2) scoredFiles(files[0]!, files[1]!, flags);
else {
  const bySeed = await seeds();
  const sets = {
    'seed-dev': jsonLines<Gold>(readFileSync(SEED_GOLD, 'utf8')).map((gold) => ({ gold, paper: bySeed.get(gold.title)! })),
    ...(existsSync(SHARED) && { 'wild-dev': readGold('wild-dev') }),
  };
  const extract = createExtraction();
  for (const [name, pairs] of Object.entries({ ...sets, 'both together': Object.values(sets).flat() })) {
    process.stdout.write(`\n${name}: `);
    scored(pairs.map(({ gold, paper }) => ({ gold, record: extract(paper) })), flags); // prettier-ignore
  }
}
