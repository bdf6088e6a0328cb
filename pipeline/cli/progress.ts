import cliProgress from 'cli-progress';
import type { Progress } from '../types.ts';
import { duration, megabytes, paceOf, perSecond, type Pace } from './pace.ts';

/** `auto`: a bar on a terminal, else a line a stage; `json`: JSON Lines; `none`: nothing. */
export const PROGRESS = ['auto', 'json', 'none'] as const;
export type ProgressKind = (typeof PROGRESS)[number];

/** Shows how far a build is, on standard error; `finish` leaves the cursor on a line of its own. */
export interface Shown {
  progress: Progress;
  finish(): void;
}

export function showProgress(kind: ProgressKind): Shown {
  if (kind === 'none') return { progress: () => {}, finish: () => {} };
  if (kind === 'json') return jsonLines();
  return process.stderr.isTTY ? bars() : lines();
}

/** Milliseconds between two words on one stage. */
const BEAT = 200;

const memory = (): number => process.memoryUsage.rss();

/** A bar for the stage at work, and a line for each that is done. */
function bars(): Shown {
  let stage = '';
  let bar: cliProgress.SingleBar | undefined;
  let pace = paceOf(performance.now.bind(performance));
  let last: [done: number, total: number | undefined] = [0, undefined];
  const told = (found: Pace | undefined, left: boolean): string =>
    [
      ...(found ? [`${perSecond(found.rate)} a second`] : []),
      ...(left && found?.left !== undefined ? [`${duration(found.left)} left`] : []),
      megabytes(memory()),
    ].join(', ');
  const draw = (done: number, total: number | undefined, ended = false): void => {
    const [shown, whole] = total === 1 ? [done * STEPS, STEPS] : [done, total ?? Math.max(done, 1)];
    bar?.setTotal(whole);
    bar?.update(shown, {
      count: total === 1 ? '' : `${done}${total === undefined || ended ? '' : ` of ${total}`}, `,
      told: told(total === 1 ? undefined : pace(done, total), !ended),
    });
  };
  const finish = (): void => {
    draw(...last, true);
    bar?.stop();
    bar = undefined;
  };
  return {
    progress(name, done, total) {
      if (name !== stage) {
        if (bar) finish();
        stage = name;
        pace = paceOf(performance.now.bind(performance));
        bar = new cliProgress.SingleBar(
          { format: `${name.padEnd(9)} {bar} {count}{told}`, fps: 1000 / BEAT, barsize: 28 },
          cliProgress.Presets.shades_classic,
        );
        bar.start(1, 0, { count: '', told: '' });
      }
      last = [done, total];
      draw(done, total);
    },
    finish,
  };
}

/** A stage that is one step is drawn as so many. */
const STEPS = 100;

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

/**
 * For programs: an object a line, a few a second and one at the end of each stage: `stage`, `done`, `total` where it is known, `rate` a
 * second and seconds `left` where they mean anything, `memory` in bytes, `seconds` since the beginning.
 */
function jsonLines(): Shown {
  const start = performance.now();
  let stage = '';
  let pace = paceOf(performance.now.bind(performance));
  let next = 0;
  let unsaid: object | undefined;
  const say = (what: object): void => {
    process.stderr.write(`${JSON.stringify({ ...what, memory: memory(), seconds: tenths((performance.now() - start) / 1000) })}\n`);
    unsaid = undefined;
  };
  const finish = (): void => void (unsaid && say(unsaid));
  return {
    progress(name, done, total) {
      if (name !== stage) {
        finish();
        stage = name;
        pace = paceOf(performance.now.bind(performance));
        next = 0;
      }
      const found = pace(done, total);
      unsaid = {
        stage: name,
        done,
        ...(total !== undefined && { total }),
        ...(found && { rate: tenths(found.rate) }),
        ...(found?.left !== undefined && { left: tenths(found.left) }),
      };
      if (performance.now() < next && done !== total) return;
      next = performance.now() + BEAT;
      say(unsaid);
    },
    finish,
  };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
