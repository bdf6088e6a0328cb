import { stem } from './stem.ts';

/** Saturation and length normalisation of BM25; the rarity of a word is damped by its power. */
const K1 = 3;
const B = 0.75;
export const RARITY = 0.7;
/** A word of the title counts as so many of the abstract. */
const TITLE = 2;

const STOP = new Set(
  `a an and are as at be been being but by can for from has have in into is it its may more most no not of on or our such than that the
  their them then there these they this to was we were which will with also while where when how what who using use used show shows both
  other over under between via per each all any many some however thus based`.split(/\s+/),
);

/** A paper's words: `terms` in ascending order, their weights with a length of 1. */
export interface Vector {
  terms: Uint32Array;
  weights: Float64Array;
}

export interface Terms {
  vectors: Vector[];
  /** The word that stands for each term where people read it: the commonest, then the shortest. */
  words: string[];
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && word.length <= 50 && !STOP.has(word));

/**
 * Every text as a vector of BM25 weights (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
 * 2009), normalised, so that a dot product is a cosine.
 */
export function termVectors(texts: readonly { title: string; abstract: string }[]): Terms {
  const numbers = new Map<string, number>();
  const written: Map<string, number>[] = [];
  const found: number[] = []; // in how many texts
  const counts = texts.map(({ title, abstract }) => {
    const count = new Map<number, number>();
    for (const word of [...Array<string>(TITLE).fill(title), abstract].flatMap(wordsOf)) {
      const root = stem(word);
      let term = numbers.get(root);
      if (term === undefined) {
        numbers.set(root, (term = written.length));
        written.push(new Map());
        found.push(0);
      }
      written[term]!.set(word, (written[term]!.get(word) ?? 0) + 1);
      count.set(term, (count.get(term) ?? 0) + 1);
    }
    for (const term of count.keys()) found[term]!++;
    return count;
  });
  const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
  const lengths = counts.map((count) => sum(count.values()));
  const mean = sum(lengths) / Math.max(1, texts.length) || 1;
  const rarity = found.map((n) => Math.log(1 + (texts.length - n + 0.5) / (n + 0.5)) ** RARITY);
  const vectors = counts.map((count, text): Vector => {
    const terms = Uint32Array.from([...count.keys()].sort((a, b) => a - b));
    const room = K1 * (1 - B + (B * lengths[text]!) / mean);
    const weights = Float64Array.from(terms, (term) => (rarity[term]! * count.get(term)! * (K1 + 1)) / (count.get(term)! + room));
    const length = Math.sqrt(sum(weights.map((w) => w * w))) || 1;
    return { terms, weights: weights.map((w) => w / length) };
  });
  const commonest = (forms: Map<string, number>): string =>
    [...forms].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1))[0]![0];
  return { vectors, words: written.map(commonest) };
}
