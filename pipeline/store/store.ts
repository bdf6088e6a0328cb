import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../atomic.ts';
import { AFTER, BEFORE, keyIn, lineOf } from './line.ts';
import { linesIn } from './scan.ts';

/** The store of records of a graph's folder. */
export const storeIn = (folder: string): string => join(folder, 'records.jsonl');

interface Place {
  at: number;
  length: number;
}

const headOf = (program: string): string => `${JSON.stringify({ store: 'claimgraph records', format: 1, program })}\n`;

/**
 * What was extracted from papers, or read from documents, by the content of each, for one version of program and data: a file that is
 * only ever appended to, so that a build which is killed leaves all that it had done. An index of places is held in memory, and no more.
 */
export class RecordStore {
  readonly #file: string;
  readonly #program: string;
  readonly #fd: number;
  readonly #places = new Map<string, Place>();
  #end = 0;
  /** Lines that were torn or damaged. */
  damaged = 0;
  /** The file was made by another version, or is no store: nothing in it is known. */
  stale = false;

  private constructor(file: string, program: string, flags: 'r' | 'a+') {
    this.#file = file;
    this.#program = program;
    this.#fd = openSync(file, flags);
    this.#index();
  }

  /** Opens a store to look at it. @throws the system's error where it is not there */
  static read(file: string, program: string): RecordStore {
    return new RecordStore(file, program, 'r');
  }

  /** Opens a store to add to it; what another version made is dropped, and so is a last line that was cut short. */
  static open(file: string, program: string): RecordStore {
    mkdirSync(dirname(file), { recursive: true });
    const store = new RecordStore(file, program, 'a+');
    ftruncateSync(store.#fd, store.#end);
    if (store.#end === 0) store.#write([Buffer.from(headOf(program))]);
    return store;
  }

  #index(): void {
    for (const { at, line } of linesIn(this.#fd)) {
      if (at === 0) {
        if (line.equals(Buffer.from(headOf(this.#program)))) this.#end = line.length;
        else {
          this.stale = true;
          return;
        }
        continue;
      }
      const key = keyIn(line);
      if (key === undefined) this.damaged++;
      else this.#places.set(key, { at: at + BEFORE, length: line.length - BEFORE - AFTER });
      if (line[line.length - 1] !== 0x0a) return;
      this.#end = at + line.length;
    }
  }

  /** Number of papers. */
  get size(): number {
    return this.#places.size;
  }
  /** Bytes of the file. */
  get bytes(): number {
    return this.#end;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** Keys with the place of each in the file, in the order in which they were written. */
  *keys(): Generator<[key: string, at: number]> {
    for (const [key, { at }] of this.#places) yield [key, at];
  }

  /** JSON in UTF-8 of what was extracted, no bytes where that is not known; good until the next one is asked for. */
  get(key: string): Buffer {
    const place = this.#places.get(key);
    return place ? this.#bytes(place.at, place.length) : Buffer.alloc(0);
  }

  /** Adds what was extracted from papers; all of it in one write, so that a kill tears the last line at most. */
  append(entries: Iterable<{ key: string; extracted: Uint8Array }>): void {
    const parts: Uint8Array[] = [];
    let at = this.#end;
    const added: [string, Place][] = [];
    for (const { key, extracted } of entries) {
      parts.push(...lineOf(key, extracted));
      added.push([key, { at: at + BEFORE, length: extracted.length }]);
      at += BEFORE + extracted.length + AFTER;
    }
    this.#write(parts);
    for (const [key, place] of added) this.#places.set(key, place);
  }

  /** Makes what was added last, whatever happens to the machine. */
  flush(): void {
    fsyncSync(this.#fd);
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** Bytes that the file would have with some of its records alone. */
  bytesOf(keep: (key: string, at: number) => boolean): number {
    let bytes = headOf(this.#program).length;
    for (const [key, { at, length }] of this.#places) if (keep(key, at)) bytes += BEFORE + length + AFTER;
    return bytes;
  }

  /**
   * Writes the store anew without what is not used, where that is most of it: a store never much outgrows its graph.
   * @returns bytes of the file now
   */
  async tidy(used: ReadonlySet<string>): Promise<number> {
    const keep = (key: string): boolean => used.has(key);
    const bytes = this.bytesOf(keep);
    if (bytes > this.#end / 2) return this.#end;
    await this.compact(keep);
    return bytes;
  }

  /** Writes the store anew with some of its records, in their order; this object is of the old file, and may only be closed. */
  async compact(keep: (key: string, at: number) => boolean): Promise<void> {
    const lines = function* (store: RecordStore): Generator<Uint8Array> {
      yield Buffer.from(headOf(store.#program));
      for (const [key, { at, length }] of store.#places)
        if (keep(key, at)) yield Buffer.from(store.#bytes(at - BEFORE, BEFORE + length + AFTER));
    };
    await writeAtomically(this.#file, lines(this));
  }

  #write(parts: readonly Uint8Array[]): void {
    const bytes = Buffer.concat(parts);
    for (let done = 0; done < bytes.length;) done += writeSync(this.#fd, bytes, done); // it may write less than it is given
    this.#end += bytes.length;
  }

  #window = Buffer.alloc(0);
  #from = 0;
  /** Neighbours are mostly asked for one after another, so more is read than is asked for. */
  #bytes(at: number, length: number): Buffer {
    if (at < this.#from || at + length > this.#from + this.#window.length) {
      const window = Buffer.allocUnsafe(Math.max(length, WINDOW));
      this.#window = window.subarray(0, readSync(this.#fd, window, 0, window.length, at));
      this.#from = at;
      if (this.#window.length < length) throw new Error('the store of records was cut short while it was read');
    }
    return this.#window.subarray(at - this.#from, at - this.#from + length);
  }
}

const WINDOW = 1 << 16;
