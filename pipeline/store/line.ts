import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Paper } from '../../src/model.ts';

/**
 * A line of the store: `["<key>","<checksum>",{"sentences":...}]`. What stands before the extracted part is always as long, so that
 * a line is found, checked and cut without being parsed; and it is JSON, for whoever looks at it with other tools.
 */
export const KEY = 32;
const SUM = 8;
/** Bytes before the extracted part: `["key","checksum",` */
export const BEFORE = 2 + KEY + 3 + SUM + 2;
/** Bytes after it: `]\n` */
export const AFTER = 2;

/** What the extraction of a paper follows from, and nothing else. */
export const keyOf = ({ title, abstract }: Pick<Paper, 'title' | 'abstract'>): string =>
  createHash('sha256')
    .update(JSON.stringify([title, abstract]))
    .digest('hex')
    .slice(0, KEY);

/** The key is summed up too, so that no paper gets the record of another. */
const sumOf = (key: string, extracted: Uint8Array): string => crc32(extracted, crc32(key)).toString(16).padStart(SUM, '0');

/** @param extracted JSON in UTF-8, without a line break */
export const lineOf = (key: string, extracted: Uint8Array): Uint8Array[] => [
  Buffer.from(`["${key}","${sumOf(key, extracted)}",`),
  extracted,
  Buffer.from(']\n'),
];

/** The key of a line, given with its line break; undefined for one that is torn or damaged. */
export function keyIn(line: Buffer): string | undefined {
  if (line.length <= BEFORE + AFTER || line[line.length - 2] !== 0x5d || line[line.length - 1] !== 0x0a) return undefined;
  const [key, sum] = [line.toString('latin1', 2, 2 + KEY), line.toString('latin1', BEFORE - SUM - 2, BEFORE - 2)];
  return sumOf(key, line.subarray(BEFORE, -AFTER)) === sum ? key : undefined;
}
