/** All texts of a graph, each once: UTF-8 end to end, with the bytes that each takes, and named by number from 1. */
import type { Losses } from '../export/types.ts';
import { integers, startsOf, type Arrays, type Column } from './arrays.ts';

const BYTES = 'texts';
const LENGTHS = 'texts.length';

export class TextPool {
  readonly #numbers = new Map<string, number>();
  readonly #losses: Losses | undefined;

  /** @param losses told of halves of surrogate pairs, which UTF-8 has no way to write */
  constructor(losses?: Losses) {
    this.#losses = losses;
  }

  /** The number of a text, a new one where it was not there. */
  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size + 1));
    return number;
  }

  arrays(): [name: string, array: Column][] {
    return textArrays(this.#numbers.keys(), this.#losses);
  }
}

/** Texts as they are read by `Texts`, numbered in their order from 1. */
export function textArrays(texts: Iterable<string>, losses?: Losses): [name: string, array: Column][] {
  const encoder = new TextEncoder();
  const lengths: number[] = [];
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  for (const text of texts) {
    // A UTF-16 code unit is at most three bytes.
    if (end + text.length * 3 > bytes.length) {
      const wider = new Uint8Array((end + text.length * 3) * 2);
      wider.set(bytes.subarray(0, end));
      bytes = wider;
    }
    const { written } = encoder.encodeInto(text, bytes.subarray(end));
    end += written;
    lengths.push(written);
    if (losses) losses.characters += text.match(/\p{Cs}/gu)?.length ?? 0;
  }
  return [
    [BYTES, bytes.subarray(0, end)],
    [LENGTHS, integers(lengths)],
  ];
}

export class Texts {
  readonly #bytes: Column;
  readonly #starts: Uint32Array;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(arrays: Arrays) {
    this.#bytes = arrays.get(BYTES)!;
    this.#starts = startsOf(arrays.get(LENGTHS)!);
  }

  /** The text of a number, decoded when it is asked for. */
  at(number: number): string {
    return this.#decoder.decode(this.#bytes.subarray(this.#starts[number - 1], this.#starts[number]));
  }
}
