import type { Input } from '../types.ts';
import { CAPS } from './caps.ts';
import { Decoder, decoded } from './decode.ts';
import { gunzip, isGzip } from './gzip.ts';
import { binaryKind, looksBinary } from './kind.ts';
import { chunk, joinBytes, joinText, peek } from './streams.ts';

/** Why a document cannot be read, or no further; the message says the remedy. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** A document as text that comes in chunks, of which the first is its beginning. */
export interface Document {
  head: string;
  text: AsyncIterable<string>;
  /** Knows what was ill-formed in the text that has come. */
  decoder: Decoder;
}

/**
 * Opens a document: unpacks, decodes and looks at its beginning.
 * @throws Unreadable for what is no text; so does the stream where bytes fail or are too many
 */
export async function open({ bytes }: Input): Promise<Document> {
  const stream = bytes instanceof Uint8Array ? chunk(bytes) : bytes;
  let start = await beginning(stream);
  if (start.head && isGzip(start.head)) start = await beginning(unpacked(start.whole));
  const head = start.head;
  if (!head?.length) throw new Unreadable('the file is empty: nothing to read');
  const binary = binaryKind(head);
  if (binary) throw new Unreadable(binary);
  const decoder = new Decoder(head);
  const enough = (head: string) => head.length >= CAPS.head && (head.trim() !== '' || head.length > CAPS.record);
  const text = await peek(decoded(limited(start.whole), decoder), enough, joinText);
  if (!text.head?.trim()) throw new Unreadable('the file holds white space alone: nothing to read');
  if (looksBinary(text.head)) throw new Unreadable('this is not text: give a text file');
  return { head: text.head.slice(0, CAPS.head), text: text.whole, decoder };
}

const beginning = (stream: AsyncIterable<Uint8Array>) => peek(stream, ({ length }) => length >= CAPS.head, joinBytes);

async function* limited(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > CAPS.file) throw new Unreadable(tooLarge());
    yield part;
  }
}

export const tooLarge = (): string => `larger than ${CAPS.file / 2 ** 30} GB: split it into several files`;

async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* gunzip(packed);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`the gzip file is cut off or damaged (${error instanceof Error ? error.message : String(error)}): fetch it again`);
  }
}
