import type { Report } from '../../src/report.ts';
import { recordsOf } from '../pipeline.ts';
import { Failure } from './errors.ts';
import { print } from './output.ts';
import { showProgress } from './progress.ts';
import { printMessages } from './report.ts';

export interface ExtractFlags {
  workers?: number;
  quiet: boolean;
}

/** Prints records as JSON Lines on standard output, and everything else on standard error. */
export async function extractCommand(inputs: readonly string[], { quiet, workers }: ExtractFlags): Promise<void> {
  const report: Report = { messages: [], files: [] };
  const shown = showProgress(quiet);
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
