import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export { scratch } from './scratch.ts';

export const CLI = resolve('dist/cli.js');
if (!existsSync(CLI)) throw new Error('these tests run the built program: run `npm run build` first');

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

interface RunOptions {
  env?: Record<string, string>;
  cwd?: string;
}

/** Starts the built program; whoever does so ends it. */
export const launch = (args: readonly string[], { env = {}, cwd }: RunOptions = {}): ChildProcess =>
  spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...env }, cwd, stdio: ['ignore', 'pipe', 'pipe'] });

/** Starts the built program; it is ended with the test. */
export function start(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const child = launch(args, options);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Runs the built program to its end. */
export function cli(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = start(args, options);
  let out = '';
  let err = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

/** Text that a running program has printed once it holds what is waited for; fails when the program ends before. */
export function printed(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  return new Promise((done, fail) => {
    let text = '';
    const look = (more: string): void => {
      text += more;
      const found = wanted.exec(text);
      if (found) done(found);
    };
    child.stdout!.setEncoding('utf8').on('data', look);
    child.stderr!.setEncoding('utf8').on('data', look);
    child.on('close', (code) => fail(new Error(`ended with ${code} before ${wanted}: ${text}`)));
  });
}
