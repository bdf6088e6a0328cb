import type { Report } from '../../src/report.ts';
import { recordsOf } from '../records-of.ts';
import { Failure } from './errors.ts';
import { print } from './output.ts';
import { showProgress, type ProgressKind } from './progress.ts';
import { printMessages } from './report.ts';

export interface ExtractFlags {
  workers?: number;
  progress: ProgressKind;
  quiet: boolean;
}

/** Prints records as JSON Lines on standard output, and everything else on standard error. */
export async function extractCommand(inputs: readonly string[], { quiet, progress, workers }: ExtractFlags): Promise<void> {
  const report: Report = { messages: [], files: [] };
  const shown = showProgress(quiet ? 'none' : progress);
  let count = 0;
  try {
    for await (const line of recordsOf(inputs, report, { workers, progress: shown.progress })) {
      count++;
      await print(line);
    }
  } finally {
    shown.finish();
  }
  printMessages(report, '', Infinity);
  if (count === 0) throw new Failure(`no paper was found in ${inputs.join(', ')}`);
}
