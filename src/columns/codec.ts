/**
 * Values of one shape as columns. A codec is written once and says both ways: `number`, `text` and `oneOf` are a column each, `list`,
 * `struct` and `optional` are made of others, whose columns are named by their path (`papers.sentences.start`).
 */
import { floats, integers, startsOf, type Arrays, type Column } from './arrays.ts';
import type { TextPool, Texts } from './texts.ts';

/** Where columns are gathered while a graph is written. */
export interface Sink {
  texts: TextPool;
  columns: Map<string, { values: number[]; pack: (values: readonly number[]) => Column }>;
}

export interface Source {
  texts: Texts;
  arrays: Arrays;
}

export interface Codec<T> {
  /** What adds the next row. */
  writer(sink: Sink, path: string): (value: T) => void;
  /** What gives a row. */
  reader(source: Source, path: string): (row: number) => T;
}

export type Value<C> = C extends Codec<infer T> ? T : never;

function column(sink: Sink, path: string, pack: (values: readonly number[]) => Column): number[] {
  const values: number[] = [];
  sink.columns.set(path, { values, pack });
  return values;
}

function arrayOf({ arrays }: Source, path: string): Column {
  const array = arrays.get(path);
  if (!array) throw new RangeError(`there is no column ${path}`);
  return array;
}

/** A column of numbers with its own way from values and back. */
const coded = <T>(
  encode: (value: T, texts: TextPool) => number,
  decode: (code: number, texts: Texts) => T,
  pack: (values: readonly number[]) => Column = integers,
): Codec<T> => ({
  writer(sink, path) {
    const values = column(sink, path, pack);
    return (value) => void values.push(encode(value, sink.texts));
  },
  reader(source, path) {
    const array = arrayOf(source, path);
    return (row) => decode(array[row]!, source.texts);
  },
});

/** Any number at all. */
export const float: Codec<number> = coded<number>((value) => value, (value) => value, floats); // prettier-ignore

/** A count or a place: whole and not below zero; anything else is kept too, in a wider column. */
export const int: Codec<number> = coded<number>((value) => value, (value) => value, (values) =>
  values.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32 && !Object.is(value, -0)) ? integers(values) : floats(values)); // prettier-ignore

/** A share of one in hundredths and 1; 0 where there is none. */
export const inHundredths = (share: number | undefined): number =>
  share === undefined ? 0 : Math.round(Math.min(1, Math.max(0, share)) * 100) + 1;

/** A share of one, to a hundredth, in a byte; none where the file is of before there were any. */
export const hundredths: Codec<number | undefined> = {
  writer(sink, path) {
    const values = column(sink, path, integers);
    return (value) => void values.push(inHundredths(value));
  },
  reader({ arrays }, path) {
    const array = arrays.get(path);
    return (row) => (array?.[row] ? (array[row] - 1) / 100 : undefined);
  },
};

/** A text: its number in the pool, from 1. */
export const text: Codec<string> = coded<string>((value, texts) => texts.number(value), (code, texts) => texts.at(code)); // prettier-ignore

/** A text or null, which is 0. */
export const textOrNull: Codec<string | null> = coded<string | null>(
  (value, texts) => (value === null ? 0 : texts.number(value)),
  (code, texts) => (code === 0 ? null : texts.at(code)),
);

/** One of a few words: its place among them, from 1; 0 where there is none. */
export const oneOf = <W extends string>(words: readonly W[]): Codec<W> => coded((word) => words.indexOf(word) + 1, (code) => words[code - 1]!); // prettier-ignore
export const oneOrNone = <W extends string>(words: readonly W[]): Codec<W | undefined> => coded((word) => words.indexOf(word!) + 1, (code) => words[code - 1]); // prettier-ignore

/** Any number of values: the column at the path itself says how many each row has, and they stand in columns of their own. */
export const list = <T>(inner: Codec<T>): Codec<T[]> => ({
  writer(sink, path) {
    const lengths = column(sink, path, integers);
    const add = inner.writer(sink, `${path}[]`);
    return (values) => {
      for (const value of values) add(value);
      lengths.push(values.length);
    };
  },
  reader(source, path) {
    const starts = startsOf(arrayOf(source, path));
    const at = inner.reader(source, `${path}[]`);
    return (row) => {
      const from = starts[row]!;
      return Array.from({ length: starts[row + 1]! - from }, (_, i) => at(from + i));
    };
  },
});

/** One value or none: a list of at most one. */
export function optional<T>(inner: Codec<T>): Codec<T | undefined> {
  const listed = list(inner);
  return {
    writer(sink, path) {
      const add = listed.writer(sink, path);
      return (value) => add(value === undefined ? [] : [value]);
    },
    reader(source, path) {
      const at = listed.reader(source, path);
      return (row) => at(row)[0];
    },
  };
}

/** An object with a codec for each of its keys; keys without a value are left out. */
export const struct = <T extends object>(fields: { readonly [K in keyof T]-?: Codec<T[K]> }): Codec<T> => ({
  writer(sink, path) {
    const writers = keysOf(fields).map((key) => [key, fields[key].writer(sink, `${path}.${key}`)] as const);
    return (value) => {
      for (const [key, add] of writers) add(value[key]);
    };
  },
  reader(source, path) {
    const readers = keysOf(fields).map((key) => [key, fields[key].reader(source, `${path}.${key}`)] as const);
    return (row) => {
      const value: Partial<T> = {};
      for (const [key, at] of readers) {
        const part = at(row);
        if (part !== undefined) value[key] = part;
      }
      return value as T;
    };
  },
});

const keysOf = <T extends object>(fields: T): (keyof T & string)[] => Object.keys(fields) as (keyof T & string)[];
