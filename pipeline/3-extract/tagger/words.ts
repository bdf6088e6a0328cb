import { singular } from '../../../src/words.ts';

/** FNV-1a over UTF-16 code units. */
export function hash(s: string, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h;
}

/** Two hashes made one; order matters. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x27d4eb2f);
  return h ^ (h >>> 13);
}

/** "BSP-Net" -> "A-Aa", "CIFAR-100" -> "A-0": case and signs, runs shortened. */
export function shapeOf(word: string): string {
  let shape = '';
  for (let i = 0; i < word.length && shape.length < 10; i++) {
    const c = word.charAt(i);
    const s = /\p{Lu}/u.test(c) ? 'A' : /\p{L}/u.test(c) ? 'a' : /\p{N}/u.test(c) ? '0' : c;
    if (!shape.endsWith(s)) shape += s;
  }
  return shape;
}

/** Clusters of a word at several grains, or undefined for a word without any. */
export type WordClusters = (word: string) => readonly number[] | undefined;

/** Features that always come together: a whole that whoever scores it may remember. */
export interface Block {
  ids: Int32Array;
  /** What they weigh together, and for whom. */
  sum?: Int32Array;
  by?: object;
}

/** What is known of a word by itself; computed once a distinct word. */
export interface WordFeatures {
  lower: number;
  cluster: number;
  shape: number;
  /** A name by its looks: an inner capital, a digit, several capitals. */
  name: boolean;
  /** Features of the token itself, and of its neighbours when it is one before, one after, two before, two after. */
  here: Block;
  before: Block;
  after: Block;
  before2: Block;
  after2: Block;
}

const block = (features: readonly number[], template: number): Block => ({ ids: Int32Array.from(features, (f) => mix(f, template)) });

export function wordFeatures(text: string, clusters: WordClusters): WordFeatures {
  const low = text.toLowerCase();
  const one = singular(low);
  const shape = shapeOf(text);
  const groups = clusters(low.replace(/\d/g, '0')) ?? clusters(low.slice(low.lastIndexOf('-') + 1).replace(/\d/g, '0'));
  const lower = hash(low, 1);
  const grains = (groups ?? [-1]).map((c, i) => hash(`${i}:${c}`, 2));
  const parts = low.split('-');
  const affixes = [1, 2, 3, 4, 5].flatMap((n) => (text.length > n ? [hash(low.slice(0, n), 10 + n), hash(low.slice(-n), 20 + n)] : []));
  const shapeHash = hash(shape, 3);
  const name = /\p{L}\p{Lu}|\p{L}\d|\d\p{L}|^\p{Lu}{2,}/u.test(text);
  const here = [
    lower,
    hash(one, 4),
    shapeHash,
    hash(text, 5),
    ...grains,
    ...affixes,
    hash(parts[0]!, 6),
    hash(singular(parts.at(-1)!), 7),
    hash(String(Math.min(text.length, 12)), 8),
  ];
  const beside = [lower, hash(one, 4), shapeHash, ...grains, hash(low.slice(-3), 23)];
  const near = [lower, shapeHash, ...grains.slice(0, 2)];
  return {
    lower,
    cluster: grains[1] ?? grains[0]!,
    shape: shapeHash,
    name,
    here: block(here, 1),
    before: block(beside, 2),
    after: block(beside, 3),
    before2: block(near, 4),
    after2: block(near, 5),
  };
}
