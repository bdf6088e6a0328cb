import { joinBytes } from './streams.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding of a document, by its first bytes: UTF-8, or UTF-16 where a byte order mark or the pattern of zero bytes says so. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // No mark: ASCII in UTF-16 has a zero in every second byte, and never one in the others.
  const some = head.subarray(0, 1024);
  const zeros = [0, 0];
  for (const [i, byte] of some.entries()) if (byte === 0) zeros[i % 2]!++;
  const many = some.length >= 8 ? some.length * 0.35 : Infinity;
  if (zeros[1]! > many && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > many && zeros[1] === 0) return 'utf-16be';
  return 'utf-8';
}

/** The one decoder: text without a byte order mark, every line end one line feed, otherwise as given. Never throws. */
export class Decoder {
  readonly encoding: Encoding;
  /** Number of ill-formed sequences so far, each replaced by U+FFFD. */
  replaced = 0;
  /** Line of the first U+FFFD, from 1. */
  firstReplaced: number | undefined;
  readonly #decoder: TextDecoder;
  /** The last bytes before this chunk: a sign may begin in them. */
  #tail = new Uint8Array(0);
  #return = '';
  #line = 1;

  /** @param head the first bytes of the document */
  constructor(head: Uint8Array) {
    this.encoding = encodingOf(head);
    this.#decoder = new TextDecoder(this.encoding);
  }

  push(bytes: Uint8Array): string {
    return this.#clean(this.#decoder.decode(bytes, { stream: true }), bytes, false);
  }

  end(): string {
    return this.#clean(this.#decoder.decode(), new Uint8Array(0), true);
  }

  #clean(raw: string, bytes: Uint8Array, last: boolean): string {
    let text = this.#return + raw;
    this.#return = '';
    if (!last && text.endsWith('\r')) {
      this.#return = '\r'; // a line feed may follow
      text = text.slice(0, -1);
    }
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    this.#countReplaced(raw, text, bytes);
    return text;
  }

  /** U+FFFD that stands in the bytes themselves is as given, no sign of damage. */
  #countReplaced(raw: string, text: string, bytes: Uint8Array): void {
    const near = joinBytes([this.#tail, bytes]);
    if (raw.includes('\ufffd')) {
      this.replaced += count(raw, '\ufffd') - givenReplacements(near, this.encoding);
      if (this.replaced > 0) this.firstReplaced ??= this.#line + count(text.slice(0, text.indexOf('\ufffd')), '\n');
    }
    this.#tail = near.slice(near.length - (this.encoding === 'utf-8' ? Math.min(2, near.length) : near.length % 2));
    if (this.firstReplaced === undefined) this.#line += count(text, '\n');
  }
}

/** A stream of bytes as a stream of text; `decoder` knows what was replaced. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, decoder: Decoder): AsyncGenerator<string> {
  for await (const part of bytes) yield decoder.push(part);
  yield decoder.end();
}

function count(text: string, sign: string): number {
  let n = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) n++;
  return n;
}

function givenReplacements(bytes: Uint8Array, encoding: Encoding): number {
  let n = 0;
  if (encoding === 'utf-8') {
    for (let i = 0; i + 2 < bytes.length; i++) if (bytes[i] === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) n++;
    return n;
  }
  const [first, second] = encoding === 'utf-16le' ? [0xfd, 0xff] : [0xff, 0xfd];
  for (let i = 0; i + 1 < bytes.length; i += 2) if (bytes[i] === first && bytes[i + 1] === second) n++;
  return n;
}
