import { singular } from '../../../src/words.ts';
import { hash, mix } from '../hash.ts';

/** "BSP-Net" -> "A-Aa", "CIFAR-100" -> "A-0": case and signs, runs shortened. */
export function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  for (let i = 0; i < word.length && shape.length < 10; i++) {
    const sign = signOf(word, i);
    if (sign !== last) shape += sign;
    last = sign;
  }
  return shape;
}

function signOf(word: string, i: number): string {
  const c = word.charCodeAt(i);
  if (c >= 97 && c <= 122) return 'a';
  if (c >= 65 && c <= 90) return 'A';
  if (c >= 48 && c <= 57) return '0';
  const s = word.charAt(i);
  return c < 128 ? s : /\p{Lu}/u.test(s) ? 'A' : /\p{L}/u.test(s) ? 'a' : /\p{N}/u.test(s) ? '0' : s;
}

/** Clusters of a word at several grains, or undefined for a word without any. */
export type WordClusters = (word: string) => readonly number[] | undefined;

/** How a word looks to the tokens around it: hashes. */
export interface Word {
  lower: number;
  cluster: number;
  shape: number;
  /** A name by its looks: an inner capital, a digit, several capitals. */
  name: boolean;
}

/** Where a word can stand to the token whose features it gives: it is the token, is before it, after it, two before, two after. */
export const PLACES = ['here', 'before', 'after', 'before2', 'after2'] as const;

/** Hashes of what a word gives to the token itself, to its neighbours, and to theirs; `placed` tells the places apart. */
export interface WordFeatures extends Word {
  here: number[];
  beside: number[];
  near: number[];
}

/** The features of a word at one of PLACES, before `placed`. */
export const featuresAt = ({ here, beside, near }: Pick<WordFeatures, 'here' | 'beside' | 'near'>, place: number): readonly number[] =>
  place === 0 ? here : place < 3 ? beside : near;

/** A feature of a word at one of PLACES. */
export const placed = (feature: number, place: number): number => mix(feature, place + 1);

const NAME = /\p{L}\p{Lu}|\p{L}\d|\d\p{L}|^\p{Lu}{2,}/u;

/** @param low the word in lower case */
export function wordFeatures(text: string, low: string, clusters: WordClusters): WordFeatures {
  const one = singular(low);
  const hyphen = low.lastIndexOf('-');
  const groups = clusters(low) ?? (hyphen >= 0 ? clusters(low.slice(hyphen + 1)) : undefined);
  const shape = hash(shapeOf(text), 3);
  const lower = hash(low, 1);
  const stem = hash(one, 4);
  const grains = groups ? groups.map(grain) : [grain(-1, 0)];
  const here = [lower, stem, shape, hash(text, 5), ...grains];
  affixes(low, text.length, here);
  here.push(
    hash(low, 6, 0, hyphen < 0 ? low.length : low.indexOf('-')),
    hash(hyphen < 0 ? one : singular(low.slice(hyphen + 1)), 7),
    hash(String(Math.min(text.length, 12)), 8),
  );
  return {
    lower,
    cluster: grains[1] ?? grains[0]!,
    shape,
    name: text !== low && NAME.test(text) ? true : /\d/.test(text) && NAME.test(text),
    here,
    beside: [lower, stem, shape, ...grains, hash(low, 23, Math.max(0, low.length - 3))],
    near: [lower, shape, ...grains.slice(0, 2)],
  };
}

const grain = (cluster: number, i: number): number => hash(`${i}:${cluster}`, 2);

/** First and last one to five letters of a longer word. */
function affixes(low: string, length: number, into: number[]): void {
  const long = low.length;
  for (let n = 1; n <= 5 && length > n; n++) into.push(hash(low, 10 + n, 0, Math.min(n, long)), hash(low, 20 + n, Math.max(0, long - n)));
}
