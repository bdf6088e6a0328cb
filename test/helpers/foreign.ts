/** Readers of other people that may be installed: asked where they are, passed over where they are not. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './scratch.ts';

/** Debian's own Python, for which the packages of the system are installed. */
const PYTHON = '/usr/bin/python3';

export const hasModule = (module: string): boolean => spawnSync(PYTHON, ['-c', `import ${module}`]).status === 0;
export const hasProgram = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** A file with this content. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(scratch(), name);
  writeFileSync(file, content);
  return file;
}

/**
 * Runs a script of Python on some files, named `files` there.
 * @returns what it printed, read as JSON
 */
export function python<T>(script: string, ...files: string[]): T {
  const ran = spawnSync(PYTHON, ['-c', `import sys, json\nfiles = sys.argv[1:]\n${script}`, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as T;
}

/** Runs a program on a file. */
export function ran(program: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { code: status, out: stdout, err: stderr };
}
