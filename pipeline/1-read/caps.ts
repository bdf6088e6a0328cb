/** How much is read of one thing. Going over a cap is a message and the rest is read on; nothing aborts. */
export const CAPS = {
  /** Bytes of one file, unpacked; it is read as it comes. The whole of arXiv's metadata takes 5 GB. */
  file: 16 * 2 ** 30,
  /** Code units of a document that is looked at as a whole; engines hold at most 2^29 in one string. */
  whole: 64 * 2 ** 20,
  /** Files of one build, and folders within folders: a wrong path such as `/` ends here. */
  files: 100_000,
  depth: 64,
  /** Papers of one build: each is held in memory until duplicates are known. */
  papers: 1_000_000,
  /** Code units of one record as it is written; one with thousands of authors takes about 0.2 million. */
  record: 8 * 2 ** 20,
  /** Code units of a title; the longest known are below 500. */
  title: 2_000,
  /** Code units of an abstract; more is a full text, and later stages are built for abstracts. */
  abstract: 50_000,
  /** Code units of an id, a URL, a name. */
  word: 500,
  /** Names of authors kept for one paper; the largest collaborations count about 5,000. */
  authors: 10_000,
  /** Keywords kept for one paper. */
  keywords: 50,
  /** Records of other sources that are named with one paper. */
  sources: 20,
  /** Code units that are looked at to tell what a file is. */
  head: 65_536,
  /** Messages listed for one file; the others are counted. */
  messages: 100,
} as const;

/** Cut at `length` code units, never within a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
