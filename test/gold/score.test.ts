import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createExtraction } from '../../pipeline/pipeline.ts';
import { seedPapers } from '../helpers/seeds.ts';

/** Floors, a little below what extraction reaches: nobody makes it worse without noticing. */
test('the seeds are read about as well as they were', () => {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  const file = join(folder, 'records.jsonl');
  const extract = createExtraction();
  writeFileSync(file, seedPapers().map((paper) => `${JSON.stringify(extract(paper))}\n`).join('')); // prettier-ignore
  const json = execFileSync(process.execPath, ['test/gold/score.mjs', 'test/fixtures/seed-dev.gold.jsonl', file, '--json'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const { papers, entities, results, claims, links, roleAccuracy } = JSON.parse(json);
  expect(papers).toBe(21);
  expect(entities.all.f1).toBeGreaterThan(0.7);
  expect(results.f1).toBeGreaterThan(0.83);
  expect(claims.f1).toBeGreaterThan(0.47);
  expect(roleAccuracy).toBeGreaterThan(0.6);
  expect(links.f1).toBe(1);
});
