import { build } from '../pipeline.ts';
import { Failure } from './errors.ts';
import { showProgress } from './progress.ts';
import { printMessages, summaryOf } from './report.ts';

export interface BuildFlags {
  out: string;
  aliases?: string;
  workers?: number;
  serve: boolean;
  port: number;
  quiet: boolean;
}

/** Builds, says what was found and what went wrong, and serves where that is asked. */
export async function buildCommand(inputs: readonly string[], { out, aliases, workers, serve, port, quiet }: BuildFlags): Promise<void> {
  const start = performance.now();
  const shown = showProgress(quiet);
  const built = await build({ inputs, out, ...(aliases !== undefined && { aliases }), workers, progress: shown.progress }).finally(
    shown.finish,
  );
  printMessages(built.report, `see report.md in ${out}`);
  if (built.summary.papers === 0) throw new Failure(`no paper was found in ${inputs.join(', ')}: nothing was written`);
  if (!quiet) console.log(summaryOf(built, (performance.now() - start) / 1000));
  if (!quiet) console.log(`written to   ${out}`);
  if (serve) await (await import('./serve.ts')).serveCommand(out, port);
}
