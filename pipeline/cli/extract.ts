import type { Report } from '../../src/report.ts';
import { records } from '../pipeline.ts';
import { Failure } from './errors.ts';
import { print } from './output.ts';
import { showProgress } from './progress.ts';
import { printMessages } from './report.ts';

/** Prints records as JSON Lines on standard output, and everything else on standard error. */
export async function extractCommand(inputs: readonly string[], { quiet }: { quiet: boolean }): Promise<void> {
  const report: Report = { messages: [], files: [] };
  const shown = showProgress(quiet);
  let count = 0;
  try {
    for await (const record of records(inputs, report, shown.progress)) {
      count++;
      await print(`${JSON.stringify(record)}\n`);
    }
  } finally {
    shown.finish();
  }
  printMessages(report, '', Infinity);
  if (count === 0) throw new Failure(`no paper was found in ${inputs.join(', ')}`);
}
