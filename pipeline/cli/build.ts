import { build } from '../pipeline.ts';
import { Failure } from './errors.ts';
import { showProgress, type ProgressKind, type Shown } from './progress.ts';
import { printMessages, summaryOf } from './report.ts';

export interface BuildFlags {
  out: string;
  aliases?: string;
  workers?: number;
  progress: ProgressKind;
  serve: boolean;
  port: number;
  quiet: boolean;
}

/** Builds, says what was found and what went wrong, and serves where that is asked. */
export async function buildCommand(
  inputs: readonly string[],
  { out, aliases, workers, progress, serve, port, quiet }: BuildFlags,
): Promise<void> {
  const start = performance.now();
  const shown = goesOn(showProgress(quiet ? 'none' : progress));
  const built = await build({ inputs, out, ...(aliases !== undefined && { aliases }), workers, progress: shown.progress }).finally(
    shown.finish,
  );
  printMessages(built.report, `see report.md in ${out}`);
  if (built.summary.papers === 0) throw new Failure(`no paper was found in ${inputs.join(', ')}: nothing was written`);
  if (!quiet) console.log(summaryOf(built, (performance.now() - start) / 1000));
  if (!quiet) console.log(`written to   ${out}`);
  if (serve) await (await import('./serve.ts')).serveCommand(out, port);
}

/** Says on Ctrl-C that what was extracted is kept. Stages that cannot be asked to end are simply ended: they have written nothing. */
function goesOn({ progress, finish }: Shown): Shown {
  let extracted = '';
  const stopped = (): void => {
    if (!extracted) return;
    finish();
    console.error(`stopped: ${extracted} papers are extracted and kept, and the same command goes on from there`);
  };
  process.prependOnceListener('SIGINT', stopped);
  return {
    progress(stage, done, total) {
      if (stage === 'extract') extracted = `${done} of ${total}`;
      else if (extracted) process.removeAllListeners('SIGINT');
      progress(stage, done, total);
    },
    finish() {
      process.off('SIGINT', stopped);
      finish();
    },
  };
}
