/** Words of the corpus that the clusters were learnt from. */
export interface Vocabulary {
  /** Clusters of a word at several grains, coarse to fine, or undefined for a word never seen. */
  clusters(word: string): readonly number[] | undefined;
  /** Grows with the logarithm of the word's count; 0 for a word never seen. */
  commonness(word: string): number;
}

/** The form in which a word is listed: lower case, digits as 0. */
export const wordKey = (word: string): string => word.toLowerCase().replace(/\d/g, '0');

/** A line a word: word, log2 of its count, clusters; parted by tabs. */
export function readVocabulary(text: string): Vocabulary {
  const rows = new Map<string, number[]>();
  for (const line of text.split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [word, ...numbers] = line.split('\t');
    rows.set(word!, numbers.map(Number));
  }
  return {
    clusters: (word) => rows.get(wordKey(word))?.slice(1),
    commonness: (word) => rows.get(wordKey(word))?.[0] ?? 0,
  };
}
