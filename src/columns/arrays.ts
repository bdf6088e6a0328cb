export type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** The arrays of a file by name. */
export type Arrays = ReadonlyMap<string, Column>;

/** Whole numbers in the narrowest type that holds them all; none below zero. */
export function integers(values: readonly number[]): Column {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most < 2 ** 8 ? Uint8Array.from(values) : most < 2 ** 16 ? Uint16Array.from(values) : Uint32Array.from(values);
}

/** Numbers in 32 bits where that loses nothing, else in 64. */
export const floats = (values: readonly number[]): Column =>
  values.every((value) => Object.is(Math.fround(value), value)) ? Float32Array.from(values) : Float64Array.from(values);

/** Where each row begins, and after the last one where all end, from how much each takes. */
export function startsOf(lengths: Column): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i]! + lengths[i]!;
  return starts;
}
