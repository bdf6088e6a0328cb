import type { Chunks } from '../src/export/types.ts';

const PIECE = 1 << 18;
const NONE: readonly Uint8Array[] = [];
const encoder = new TextEncoder();

/** The same bytes in large pieces, text as UTF-8: a stream costs more a piece than a short line is worth. */
export async function* inBytes(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const pieces = new Pieces();
  // to wait for what is there costs more than a line
  if (Symbol.iterator in chunks) for (const chunk of chunks) for (const full of pieces.add(chunk)) yield full;
  else for await (const chunk of chunks) for (const full of pieces.add(chunk)) yield full;
  for (const last of pieces.end()) yield last;
}

class Pieces {
  #piece = new Uint8Array(PIECE);
  #length = 0;

  /** @returns the pieces that are full with it, which are never written to again */
  add(chunk: string | Uint8Array): readonly Uint8Array[] {
    const text = typeof chunk === 'string';
    const most = text ? chunk.length * 3 : chunk.length;
    if (!text && most >= PIECE) return [...this.end(), chunk];
    const full = this.#length + most > this.#piece.length ? this.end() : NONE;
    if (this.#piece.length < Math.max(most, PIECE)) this.#piece = new Uint8Array(Math.max(most, PIECE));
    if (text) this.#length += encoder.encodeInto(chunk, this.#piece.subarray(this.#length)).written;
    else {
      this.#piece.set(chunk, this.#length);
      this.#length += chunk.length;
    }
    return full;
  }

  end(): readonly Uint8Array[] {
    const full = this.#piece.subarray(0, this.#length);
    this.#piece = new Uint8Array(0);
    this.#length = 0;
    return full.length ? [full] : NONE;
  }
}
