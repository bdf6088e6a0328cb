import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Report } from '../../src/report.ts';
import type { Input } from '../types.ts';
import { CAPS } from './caps.ts';
import { tell } from './counts.ts';
import { tooLarge, Unreadable } from './document.ts';

interface Found {
  /** As given, or below a given folder. */
  path: string;
  /** Without what differs from machine to machine: the path below the given folder, or the file's own name. */
  name: string;
}

/**
 * The documents behind paths: files, folders with all below them, `-` for standard input. Hidden files in folders are left out,
 * and a file reached twice is read once. What cannot be found is a message, what cannot be read is told by whoever reads it.
 * @param aside a file that is no document, although it may lie among them
 */
export async function* inputsFrom(paths: readonly string[], report: Report, aside?: string): AsyncGenerator<Input, void, undefined> {
  const search = new Search(report);
  if (aside !== undefined) search.pass(await realpath(aside));
  for (const path of paths) {
    if (path === '-') search.add({ path, name: 'standard input' }, '-');
    else await search.walk(path, '', 0);
  }
  const uses = new Map<string, number>();
  for (const { name } of search.found) uses.set(name, (uses.get(name) ?? 0) + 1);
  for (const { path, name } of search.found) {
    const clear = uses.get(name) === 1 ? name : path.replaceAll('\\', '/');
    yield { name: clear, bytes: bytesOf(path) };
  }
}

class Search {
  readonly found: Found[] = [];
  private readonly seen = new Set<string>();
  private readonly report: Report;
  constructor(report: Report) {
    this.report = report;
  }

  /** Takes a file as read. */
  pass(key: string): void {
    this.seen.add(key);
  }

  add(file: Found, key: string): void {
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (this.found.length < CAPS.files) this.found.push(file);
    else if (this.found.length === CAPS.files && !this.seen.has('full')) {
      this.seen.add('full'); // no path that was resolved is called so
      tell(this.report, {
        file: file.path,
        problem: `more than ${CAPS.files} files: this one and those after it are not read`,
        done: 'rejected',
      });
    }
  }

  /** @returns the number of files met, also those met before */
  async walk(path: string, name: string, depth: number): Promise<number> {
    const refuse = (problem: string): number => {
      tell(this.report, { file: path, problem, done: 'rejected' });
      return 1;
    };
    try {
      const what = await stat(path);
      if (what.isDirectory()) return await this.walkFolder(path, name, depth);
      // A pipe has no path of its own; it is read when it is asked for by name.
      if (!what.isFile() && depth > 0) return refuse('neither a file nor a folder: left out');
      if (what.size > CAPS.file) return refuse(tooLarge());
      this.add({ path, name: name || basename(resolve(path)) }, what.isFile() ? await realpath(path) : resolve(path));
      return 1;
    } catch (error) {
      return refuse(explain(error));
    }
  }

  private async walkFolder(path: string, name: string, depth: number): Promise<number> {
    const key = await realpath(path);
    if (this.seen.has(key)) return 1; // given twice, or a link to a folder above
    this.seen.add(key);
    const problem = depth >= CAPS.depth ? `more than ${CAPS.depth} folders deep: left out` : null;
    let files = 0;
    if (!problem) {
      const entries = (await readdir(path)).filter((entry) => !entry.startsWith('.')).sort((a, b) => (a < b ? -1 : 1));
      for (const entry of entries) files += await this.walk(join(path, entry), name ? `${name}/${entry}` : entry, depth + 1);
      if (files > 0 || depth > 0) return files;
    }
    const empty = 'no files in this folder: give a folder with papers, for example pages as text or JSON Lines (hidden files are left out)';
    tell(this.report, { file: path, problem: problem ?? empty, done: 'rejected' });
    return files;
  }
}

/** The bytes of a file as they come. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 2 ** 20 });
    for await (const chunk of stream as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    throw new Unreadable(explain(error));
  }
}

/** What went wrong, with the remedy. */
function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file or folder: check the path';
  if (code === 'EACCES' || code === 'EPERM') return 'not allowed to read it: change its permissions (chmod +r)';
  if (code === 'ELOOP') return 'a link that leads back to itself: give the file that it should lead to';
  if (code === 'ENOTDIR') return 'part of the path is a file, not a folder: check the path';
  return `cannot be read (${code ?? message}): check the path and the disk`;
}
