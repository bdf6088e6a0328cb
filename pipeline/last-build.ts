import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './atomic.ts';
import type { Aliases, Input, Knowledge } from './types.ts';

/** Folder, inside of the one that is published, of what only the next build needs. */
const CACHE = '.cache';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Digest of the program with what it knows, and of the documents as they pass, whatever their order, with the user's aliases. */
export class InputDigest {
  readonly program: string;
  readonly #documents: string[] = [];

  readonly aliases: Aliases | undefined;

  constructor(version: string, knowledge: Knowledge, aliases?: Aliases) {
    this.aliases = aliases;
    const parts = Object.entries(knowledge).map(([name, known]) => [
      name,
      sha256(known instanceof Uint8Array ? known : JSON.stringify(known)),
    ]);
    this.program = `${version} ${sha256(JSON.stringify(parts))}`;
  }

  async *watch(inputs: AsyncIterable<Input>): AsyncGenerator<Input> {
    for await (const input of inputs) {
      const hash = createHash('sha256');
      yield { ...input, bytes: hashed(input.bytes, hash) };
      this.#documents.push(`${hash.digest('hex')} ${input.name}`);
    }
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

interface State<Summary> {
  program: string;
  documents: string;
  /** Digest of each published file, by its name. */
  files: { [file: string]: string };
  summary: Summary;
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

  /** What it found, where a build of these inputs would write the same again: the files are still what was written. */
  async unchanged(digest: InputDigest): Promise<Summary | undefined> {
    const state = this.#state;
    if (state?.program !== digest.program || state.documents !== digest.documents) return undefined;
    for (const [file, known] of Object.entries(state.files)) if ((await digestOf(join(this.#out, file))) !== known) return undefined;
    return state.summary;
  }

  async replace(digest: InputDigest, files: readonly string[], summary: Summary, stored: number): Promise<void> {
    const digests: [string, string][] = [];
    for (const file of files.toSorted()) digests.push([file, await digestOf(join(this.#out, file))]);
    const state: State<Summary> = {
      program: digest.program,
      documents: digest.documents,
      files: Object.fromEntries(digests),
      summary,
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

/** '' for a file that cannot be read. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  } catch {
    return '';
  }
  return hash.digest('hex');
}
