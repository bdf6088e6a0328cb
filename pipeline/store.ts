import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Report } from '../src/report.ts';

/** What a build leaves beside its files, so that the next one knows what it may reuse. */
export interface State<Summary> {
  version: string;
  /** Digest of all inputs. */
  inputs: string;
  /** Digest of each written file, by its name. */
  outputs: { [file: string]: string };
  summary: Summary;
  report: Report;
}

/** Digest of named contents, whatever order they come in. */
export function digestOf(inputs: readonly { name: string; bytes: Uint8Array }[]): string {
  const each = inputs.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')} ${name}`);
  return createHash('sha256').update(JSON.stringify(each.sort())).digest('hex');
}

export async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** The state of the last build that ended well; undefined where there is none that can be read. */
export async function readState<Summary>(file: string): Promise<State<Summary> | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as State<Summary>;
  } catch {
    return undefined;
  }
}

/** Whether the files of a folder are still those that were written. */
export async function intact(folder: string, outputs: { [file: string]: string }): Promise<boolean> {
  for (const [file, digest] of Object.entries(outputs)) {
    const now = await digestOfFile(join(folder, file)).catch(() => '');
    if (now !== digest) return false;
  }
  return true;
}
