import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../src/report.ts';
import { inputsFrom } from './1-read/files.ts';
import { writeAtomically } from './atomic.ts';
import type { Aliases, Input, Knowledge } from './types.ts';

/** Folder, inside of the one that is published, of what only the next build needs. */
const CACHE = '.cache';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** What tells one program with what it knows from another. */
export function programOf(version: string, knowledge: Knowledge): string {
  const parts = Object.entries(knowledge).map(([name, known]) => [
    name,
    sha256(known instanceof Uint8Array ? known : JSON.stringify(known)),
  ]);
  return `${version} ${sha256(JSON.stringify(parts))}`;
}

/** Which program and documents a build is of: digest of the documents as they pass, whatever their order, with the user's aliases. */
export class InputDigest {
  readonly program: string;
  readonly #documents: string[] = [];

  readonly aliases: Aliases | undefined;

  constructor(program: string, aliases?: Aliases) {
    this.program = program;
    this.aliases = aliases;
  }

  async *watch(inputs: AsyncIterable<Input> | Iterable<Input>): AsyncGenerator<Input> {
    for await (const input of inputs) {
      const hash = createHash('sha256');
      yield { ...input, bytes: hashed(input.bytes, hash) };
      this.#documents.push(`${hash.digest('hex')} ${input.name}`);
    }
  }

  /** Number of documents that passed. */
  get count(): number {
    return this.#documents.length;
  }

  get documents(): string {
    return sha256(JSON.stringify([this.#documents.toSorted(), this.aliases]));
  }
}

/** What is not read of a document, because its beginning is refused, is not hashed either: nothing depends on it. */
async function* hashed(bytes: Input['bytes'], hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const part of bytes instanceof Uint8Array ? [bytes] : bytes) {
    hash.update(part);
    yield part;
  }
}

/** What a build found, and what was read for it. */
interface Told<Summary> {
  summary: Summary;
  report: Report;
}

interface State<Summary> extends Told<Summary> {
  program: string;
  documents: string;
  /** Number of documents. */
  count: number;
  /** Size and time of each published file, by its name: whoever changes one changes these. */
  files: { [file: string]: string };
  /** Bytes of the store of records then: what is behind them is of a build that did not end. */
  stored: number;
  aliases?: Aliases;
}

/** What the last build of a folder was made of; its state is written when all else is, so a build cut short is none. */
export class LastBuild<Summary> {
  readonly folder: string;
  readonly #out: string;
  readonly #state: State<Summary> | undefined;

  private constructor(out: string, state: State<Summary> | undefined) {
    this.#out = out;
    this.folder = join(out, CACHE);
    this.#state = state;
  }

  static async in<Summary>(out: string): Promise<LastBuild<Summary>> {
    const text = await readFile(join(out, CACHE, 'state.json'), 'utf8').catch(() => 'null');
    try {
      return new LastBuild(out, (JSON.parse(text) as State<Summary> | null) ?? undefined);
    } catch {
      return new LastBuild<Summary>(out, undefined);
    }
  }

  /** The aliases that it was made with. */
  get aliases(): Aliases | undefined {
    return this.#state?.aliases;
  }

  /** Bytes of the store of records when it ended; 0 where none did. */
  get stored(): number {
    return this.#state?.stored ?? 0;
  }

  /** What it told, where a build of these inputs would write the same again: the files are still what was written. */
  async unchanged(digest: InputDigest): Promise<Told<Summary> | undefined> {
    const state = this.#state;
    if (state?.program !== digest.program || state.documents !== digest.documents) return undefined;
    for (const [file, known] of Object.entries(state.files)) if ((await markOf(join(this.#out, file))) !== known) return undefined;
    return { summary: state.summary, report: state.report };
  }

  /**
   * The same, before anything is read as papers: the documents are those of then, byte by byte. What has to be read to be told apart is
   * left to `unchanged`.
   */
  async untouched({ program, aliases }: InputDigest, paths: readonly string[], aside?: string): Promise<Told<Summary> | undefined> {
    if (this.#state?.program !== program || paths.includes('-')) return undefined; // standard input is read once
    const report: Report = { messages: [], files: [] };
    const inputs: Input[] = [];
    for await (const input of inputsFrom(paths, report, aside)) inputs.push(input);
    if (report.messages.length || this.#state.count !== inputs.length) return undefined;
    const digest = new InputDigest(program, aliases);
    try {
      for await (const { bytes } of digest.watch(inputs)) for await (const _ of bytes as AsyncIterable<Uint8Array>);
    } catch {
      return undefined; // whoever reads it tells what is wrong
    }
    return this.unchanged(digest);
  }

  async replace(digest: InputDigest, files: readonly string[], told: Told<Summary>, stored: number): Promise<void> {
    const marks: [string, string][] = [];
    for (const file of files.toSorted()) marks.push([file, await markOf(join(this.#out, file))]);
    const state: State<Summary> = {
      program: digest.program,
      documents: digest.documents,
      count: digest.count,
      files: Object.fromEntries(marks),
      ...told,
      stored,
      ...(digest.aliases && { aliases: digest.aliases }),
    };
    await this.#write(state);
  }

  /** Tells that the store of records was written anew, and which of its bytes this build had stored. */
  async compacted(stored: number): Promise<void> {
    if (this.#state) await this.#write({ ...this.#state, stored });
  }

  async #write(state: State<Summary>): Promise<void> {
    await writeAtomically(join(this.folder, 'state.json'), [`${JSON.stringify(state)}\n`]);
  }
}

/** '' for a file that is not there. */
async function markOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found ? `${found.size} ${found.mtimeMs}` : '';
}
