import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCORER = join(import.meta.dirname, '../../test/gold/score.mjs');

/** Prints the figures of records beside annotations, both files of JSON Lines; with `--errors` among the flags every miss and false find too. */
export const scoredFiles = (gold: string, records: string, flags: readonly string[]): void =>
  void process.stdout.write(execFileSync(process.execPath, [SCORER, gold, records, ...flags], { maxBuffer: 1e9 }));

/** The same of papers in memory. */
export function scored(rows: readonly { gold: object; record: object }[], flags: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-eval-'));
  const file = (key: 'gold' | 'record'): string => {
    writeFileSync(join(folder, key), rows.map((row) => `${JSON.stringify(row[key])}\n`).join(''));
    return join(folder, key);
  };
  scoredFiles(file('gold'), file('record'), flags);
  rmSync(folder, { recursive: true });
}
