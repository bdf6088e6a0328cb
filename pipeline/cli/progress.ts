import cliProgress from 'cli-progress';
import type { Progress } from '../types.ts';

/** Shows how far a build is, on standard error; `finish` leaves the cursor on a line of its own. */
export interface Shown {
  progress: Progress;
  finish(): void;
}

export function showProgress(quiet: boolean): Shown {
  if (quiet) return { progress: () => {}, finish: () => {} };
  return process.stderr.isTTY ? bars() : lines();
}

/** A bar for the stage at work, and a line for each that is done. */
function bars(): Shown {
  let stage = '';
  let bar: cliProgress.SingleBar | undefined;
  const finish = (): void => {
    bar?.stop();
    bar = undefined;
  };
  const start = (name: string, total: number): void => {
    finish();
    stage = name;
    bar = new cliProgress.SingleBar({ format: `${name.padEnd(9)} {bar} {value}/{total}` }, cliProgress.Presets.shades_classic);
    bar.start(total, 0);
  };
  return {
    progress(name, done, total) {
      if (name !== stage) start(name, total ?? done);
      bar?.setTotal(total ?? Math.max(done, 1));
      bar?.update(done);
    },
    finish,
  };
}

/** A line a stage, when the next one begins. */
function lines(): Shown {
  let stage = '';
  let count = '';
  const finish = (): void => {
    if (stage) process.stderr.write(`${stage.padEnd(9)} ${count}`.trimEnd() + '\n');
    stage = '';
  };
  return {
    progress(name, done, total) {
      if (name !== stage) finish();
      stage = name;
      count = total === 1 ? '' : total === undefined || total === done ? String(done) : `${done} of ${total}`;
    },
    finish,
  };
}
