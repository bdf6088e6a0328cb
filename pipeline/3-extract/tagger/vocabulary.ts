import { TAGS, type Tag } from '../tags.ts';

/** Words of the corpus that the clusters were learnt from; they are asked for in lower case. */
export interface Vocabulary {
  /** Clusters of a word at several grains, coarse to fine, or undefined for a word never seen. */
  clusters(word: string): readonly number[] | undefined;
  /** Grows with the logarithm of the word's count; 0 for a word never seen. */
  commonness(word: string): number;
  /** What a word is in a phrase, as compromise sees it; undefined for a word never seen. */
  tag(word: string): Tag | undefined;
}

/** The form in which a word in lower case is listed: digits as 0. */
export const wordKey = (word: string): string => (/\d/.test(word) ? word.replace(/\d/g, '0') : word);

const LETTERS: ReadonlyMap<string, Tag> = new Map(TAGS.map((tag) => [tag.charAt(0), tag]));

interface Row {
  commonness: number;
  tag: Tag | undefined;
  clusters: number[];
}

/** A line a word: word, log2 of its count, first letter of its tag, clusters; parted by tabs. Lines are read when their word is met. */
export function readVocabulary(text: string): Vocabulary {
  const rows = new Map<string, Row | string>();
  for (const line of text.split('\n')) if (line && !line.startsWith('#')) rows.set(line.slice(0, line.indexOf('\t')), line);
  const row = (word: string): Row | undefined => {
    const key = wordKey(word);
    let known = rows.get(key);
    if (typeof known === 'string') rows.set(key, (known = readRow(known)));
    return known;
  };
  return {
    clusters: (word) => row(word)?.clusters,
    commonness: (word) => row(word)?.commonness ?? 0,
    tag: (word) => row(word)?.tag,
  };
}

function readRow(line: string): Row {
  const [, commonness, letter, ...clusters] = line.split('\t');
  return { commonness: Number(commonness), tag: LETTERS.get(letter!), clusters: clusters.map(Number) };
}
