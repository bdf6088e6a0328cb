import type { Paper } from '../../src/model.ts';

/**
 * Abstracts agree when one is the other, or its beginning, but for signs and spaces, or when they share nearly all of their words, as
 * versions do; an absent one agrees with any.
 */
export function agree(fuller: Paper, other: Paper, closely: boolean): boolean {
  if (fuller.abstract === other.abstract) return true;
  const [long, short] = [plain(fuller.abstract), plain(other.abstract)];
  if (long.startsWith(short) || (long.length < short.length && short.startsWith(long))) return true;
  return closely && short.length > LEAST && alike(fuller.abstract, other.abstract) >= VERSIONS;
}

/** Words that two versions of an abstract share of all that either has. */
const VERSIONS = 0.75;
/** Shorter abstracts share words by chance. */
const LEAST = 200;

const plain = (text: string): string => {
  const known = plains.get(text);
  if (known !== undefined) return known;
  if (plains.size > 10_000) plains.clear();
  const made = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  plains.set(text, made);
  return made;
};
/** A record is compared with many others. */
const plains = new Map<string, string>();

/** Shared words of two texts among all of their words, 0 to 1. */
export function alike(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return shared / Math.max(1, one.size + other.size - shared);
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{1,100}/gu),
  );
