/**
 * Named typed arrays in one file: a line of JSON that tells where each stands, then the arrays themselves, little-endian, each at a
 * multiple of eight bytes, so that opening the file copies nothing.
 */
import { GraphFormatError } from '../graph.ts';
import type { Arrays, Column } from './arrays.ts';

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array, f64: Float64Array } as const;
type Type = keyof typeof TYPES;
export const DAMAGED = 'not a graph in columns, or a damaged one: export it anew with `claimgraph export columns`';

const ALIGN = 8;
const aligned = (bytes: number): number => Math.ceil(bytes / ALIGN) * ALIGN;

interface Head<M> {
  meta: M;
  /** Element type, offset in bytes from the end of the line, number of elements. */
  columns: { [name: string]: readonly [type: Type, offset: number, length: number] };
}

/** The file, piece by piece. */
export function* writeArrays(meta: object, arrays: Arrays): Generator<Uint8Array> {
  let offset = 0;
  const columns = [...arrays].map(([name, array]) => {
    const at = offset;
    offset += aligned(array.byteLength);
    return [name, [typeOf(array), at, array.length]] as const;
  });
  const line = new TextEncoder().encode(JSON.stringify({ meta, columns: Object.fromEntries(columns) } satisfies Head<object>));
  const head = new Uint8Array(aligned(line.length + 1)).fill(0x20);
  head.set(line);
  head[head.length - 1] = 0x0a;
  yield head;
  for (const array of arrays.values()) {
    yield new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    yield new Uint8Array(aligned(array.byteLength) - array.byteLength);
  }
}

/**
 * Opens what `writeArrays` wrote; the arrays are views of the bytes given.
 * @throws GraphFormatError when it is something else, or cut short
 */
export function openArrays(bytes: Uint8Array): { meta: unknown; arrays: Arrays } {
  const end = bytes.indexOf(0x0a) + 1;
  // A buffer from a pool may begin anywhere.
  const whole = bytes.byteOffset % ALIGN ? bytes.slice() : bytes;
  const arrays = new Map<string, Column>();
  try {
    const { meta, columns } = JSON.parse(new TextDecoder().decode(whole.subarray(0, end))) as Head<unknown>;
    for (const [name, [type, offset, length]] of Object.entries(columns)) {
      const at = end + offset;
      if (at + length * TYPES[type].BYTES_PER_ELEMENT > whole.length) throw new RangeError(`${name} is cut short`);
      arrays.set(name, new TYPES[type](whole.buffer as ArrayBuffer, whole.byteOffset + at, length));
    }
    return { meta, arrays };
  } catch (cause) {
    throw new GraphFormatError(DAMAGED, { cause });
  }
}

const typeOf = (array: Column): Type => (Object.keys(TYPES) as Type[]).find((type) => array instanceof TYPES[type])!;
