import { sparse } from './sparse.ts';
import type { Sparse } from './sparse.ts';
import { stem } from './stem.ts';

/** A word said so many times counts half as much as one said without end. */
const SATURATION = 5;
/** A word of the title counts as so many of the abstract. */
const TITLE = 2;
/** The rarity of a word is damped by this power. */
const RARITY = 0.5;

const STOP = new Set(
  `a an and are as at be been being but by can for from has have in into is it its may more most no not of on or our such than that the
  their them then there these they this to was we were which will with also while where when how what who using use used show shows both
  other over under between via per each all any many some however thus based`.split(/\s+/),
);

export interface Terms {
  /** A row a text: the weights of its words. */
  weights: Sparse;
  /** The word that stands for each column where people read it: the commonest form, then the shortest. */
  words: string[];
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && word.length <= 50 && !STOP.has(word));

/**
 * Words of texts by stem, weighted by how often a text says them (saturating, as in BM25: Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework", 2009) and by how few texts do. A word of one text alone relates it to none, and is left out.
 */
export function termWeights(texts: readonly { title: string; abstract: string }[]): Terms {
  const forms = new Map<string, { term: number; count: number }>();
  const stems = new Map<string, number>();
  const found: number[] = []; // in how many texts
  const counts = texts.map(({ title, abstract }) => {
    const count = new Map<number, number>();
    const say = (word: string, times: number): void => {
      let form = forms.get(word);
      if (!form) {
        const root = stem(word);
        let term = stems.get(root);
        if (term === undefined) {
          stems.set(root, (term = found.length));
          found.push(0);
        }
        forms.set(word, (form = { term, count: 0 }));
      }
      form.count += times;
      const before = count.get(form.term) ?? 0;
      if (before === 0) found[form.term]!++;
      count.set(form.term, before + times);
    };
    for (const word of wordsOf(title)) say(word, TITLE);
    for (const word of wordsOf(abstract)) say(word, 1);
    return count;
  });

  const column = new Int32Array(found.length).fill(-1);
  let columns = 0;
  found.forEach((n, term) => n > 1 && (column[term] = columns++));
  const rarity = found.map((n) => Math.log(1 + (texts.length - n + 0.5) / (n + 0.5)) ** RARITY);
  const rows = counts.map((count) => {
    const row = new Map<number, number>();
    for (const [term, times] of count) if (column[term]! >= 0) row.set(column[term]!, (rarity[term]! * times) / (times + SATURATION));
    return row;
  });

  const words: { word: string; count: number }[] = [];
  for (const [word, { term, count }] of forms) {
    const best = words[column[term]!];
    if (column[term]! >= 0 && (!best || count > best.count || (count === best.count && shorter(word, best.word))))
      words[column[term]!] = { word, count };
  }
  return { weights: sparse(rows), words: words.map(({ word }) => word) };
}

const shorter = (a: string, b: string): boolean => a.length < b.length || (a.length === b.length && a < b);
