import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Paper } from '../../src/model.ts';
import type { FileCount, Message, Report } from '../../src/report.ts';
import { CAPS } from '../1-read/caps.ts';
import { countOf, tell } from '../1-read/counts.ts';
import { records } from '../1-read/index.ts';
import type { Input } from '../types.ts';
import { KEY } from './line.ts';
import { RecordStore } from './store.ts';

/** Bytes of a document that is kept; a larger one holds so many records that it seldom comes again as it was. */
const MOST = 8 * 2 ** 20;

const COUNTS = ['read', 'rejected', 'dropped'] as const;

/** What was read from one document, before records of the same paper are merged. */
interface Reading extends Pick<FileCount, 'reader' | (typeof COUNTS)[number]> {
  name: string;
  papers: Paper[];
  messages: Message[];
}

/** What was read from documents, by name and content, so that only those which are new or changed are read again. */
export class Readings {
  readonly #file: string;
  readonly #program: string;
  readonly #known: RecordStore | undefined;
  readonly #fresh = new Map<string, Reading>();
  readonly #used = new Set<string>();

  /** @param folder what only the next build needs */
  constructor(folder: string, program: string) {
    this.#file = join(folder, 'papers.jsonl');
    this.#program = program;
    this.#known = known(this.#file, program);
  }

  /** As `records` of the first stage, with the same papers, counts and messages. */
  readonly records = async function* (this: Readings, input: Input, report: Report): AsyncGenerator<Paper, void, undefined> {
    const bytes = await gathered(input.bytes);
    if (!(bytes instanceof Uint8Array)) return yield* records({ ...input, bytes }, report);
    const key = createHash('sha256').update(`${input.name}\0`).update(bytes).digest('hex').slice(0, KEY);
    this.#used.add(key);
    const json = this.#known?.get(key);
    if (json?.length) return yield* told(JSON.parse(json.toString()) as Reading, report);

    const before = { ...countOf(report, input.name) };
    const messages = report.messages.length;
    const papers: Paper[] = [];
    for await (const paper of records({ ...input, bytes }, report)) {
      papers.push(paper);
      yield paper;
    }
    const count = countOf(report, input.name);
    const [read, rejected, dropped] = COUNTS.map((of) => count[of] - before[of]) as [number, number, number];
    const { name } = input;
    const reading = { name, reader: count.reader, read, rejected, dropped, messages: report.messages.slice(messages), papers };
    // of more messages only the number is told, at the very end
    if (reading.messages.length < CAPS.messages) this.#fresh.set(key, reading);
  }.bind(this);

  /** Names of the documents that were read anew, and are to be kept. */
  get fresh(): string[] {
    return [...this.#fresh.values()].map(({ name }) => name);
  }

  /** To be called when all is read. */
  close(): void {
    this.#known?.close();
  }

  /** Writes down what is new, for the next build; what this one did not meet is dropped where it is most. To be called by one at a time. */
  async keep(): Promise<void> {
    const store = RecordStore.open(this.#file, this.#program);
    try {
      for (const [key, reading] of this.#fresh) store.append([{ key, extracted: Buffer.from(JSON.stringify(reading)) }]);
      this.#fresh.clear();
      await store.tidy(this.#used);
    } finally {
      store.close();
    }
  }
}

function known(file: string, program: string): RecordStore | undefined {
  try {
    return RecordStore.read(file, program);
  } catch {
    return undefined; // none yet, or not to be read: all is read anew
  }
}

/** What was told when the document was read, told again. */
function told({ name, papers, reader, messages, ...counts }: Reading, report: Report): Paper[] {
  const count = countOf(report, name);
  count.reader = reader;
  for (const of of COUNTS) count[of] += counts[of];
  for (const message of messages) tell(report, message);
  return papers;
}

/** All bytes of a document, or the same stream where they are many or cannot be had. */
async function gathered(bytes: Input['bytes']): Promise<Input['bytes']> {
  if (bytes instanceof Uint8Array) return bytes.length > MOST ? again([bytes]) : bytes;
  const parts: Uint8Array[] = [];
  const rest = bytes[Symbol.asyncIterator]();
  let length = 0;
  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      parts.push(next.value);
      length += next.value.length;
      if (length > MOST) return again(parts, rest);
    }
  } catch (error) {
    return again(parts, { next: () => Promise.reject(error) });
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

async function* again(parts: readonly Uint8Array[], rest?: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* parts;
    if (rest) for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}
