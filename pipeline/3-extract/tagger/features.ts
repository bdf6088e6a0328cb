import type { Doc, Token } from '../../../src/model.ts';
import { singular } from '../../../src/words.ts';
import type { Acronym } from '../layers.ts';

/** Features of token i: hashes `ids[offsets[i] .. offsets[i + 1])`, to be cut to the size of the weight table. */
export interface Features {
  ids: Int32Array;
  offsets: Int32Array;
}

/** Clusters of a word at several grains, or undefined for a word without any. */
export type WordClusters = (word: string) => readonly number[] | undefined;

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

/** What is known of a word by itself; computed once a distinct word. */
interface WordFeatures {
  lower: number;
  cluster: number;
  shape: number;
  /** A name by its looks: an inner capital, a digit, several capitals. */
  name: boolean;
  /** Features of the token itself, and of its neighbours when it is one before, one after, two before, two after. */
  here: Int32Array;
  before: Int32Array;
  after: Int32Array;
  before2: Int32Array;
  after2: Int32Array;
}

const mixAll = (features: readonly number[], template: number): Int32Array => Int32Array.from(features, (f) => mix(f, template));

/** A list of numbers that grows. */
class Growing {
  private array = new Int32Array(1 << 15);
  length = 0;

  push(value: number): void {
    if (this.length === this.array.length) this.grow(1);
    this.array[this.length++] = value;
  }

  pushAll(values: Int32Array): void {
    if (this.length + values.length > this.array.length) this.grow(values.length);
    for (let i = 0; i < values.length; i++) this.array[this.length++] = values[i]!;
  }

  private grow(more: number): void {
    const bigger = new Int32Array((this.array.length + more) * 2);
    bigger.set(this.array);
    this.array = bigger;
  }

  /** A copy of what is there; the list is empty after it. */
  take(): Int32Array {
    const taken = this.array.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}

export class FeatureMaker {
  private readonly cache = new Map<string, WordFeatures>();
  private readonly clusters: WordClusters;
  private readonly ids = new Growing();

  constructor(clusters: WordClusters) {
    this.clusters = clusters;
  }

  private word(text: string): WordFeatures {
    let known = this.cache.get(text);
    if (known) return known;
    if (this.cache.size > 200_000) this.cache.clear();
    const low = text.toLowerCase();
    const one = singular(low);
    const shape = shapeOf(text);
    const groups = this.clusters(low.replace(/\d/g, '0')) ?? this.clusters(low.slice(low.lastIndexOf('-') + 1).replace(/\d/g, '0'));
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
    known = {
      lower,
      cluster: grains[1] ?? grains[0]!,
      shape: shapeHash,
      name,
      here: mixAll(here, 1),
      before: mixAll(beside, 2),
      after: mixAll(beside, 3),
      before2: mixAll(near, 4),
      after2: mixAll(near, 5),
    };
    this.cache.set(text, known);
    return known;
  }

  /** @param marks further hashes for single tokens, such as matches in a lexicon */
  make(doc: Doc, acronyms: readonly Acronym[], marks: readonly (readonly number[] | undefined)[] = []): Features {
    const { tokens, sentences } = doc;
    const words = tokens.map((t) => this.word(t.text));
    const extra = acronymMarks(tokens, acronyms);
    const elsewhere = contexts(doc, words);
    const ids = this.ids;
    const offsets = new Int32Array(tokens.length + 1);
    sentences.forEach((sentence, s) => {
      const place = s === 0 ? 1 : s === 1 ? 2 : s === sentences.length - 1 ? 4 : 3;
      for (let i = sentence.from; i < sentence.to; i++) {
        const at = (j: number): WordFeatures | undefined => (j >= sentence.from && j < sentence.to ? words[j] : undefined);
        const w = words[i]!;
        const [p, pp, n, nn] = [at(i - 1), at(i - 2), at(i + 1), at(i + 2)];
        ids.push(100);
        ids.pushAll(w.here);
        if (p) {
          ids.pushAll(p.before);
          ids.push(mix(mix(p.lower, w.lower), 6));
          ids.push(mix(mix(p.cluster, w.cluster), 7));
          ids.push(mix(mix(p.shape, w.shape), 8));
          ids.push(mix(mix(p.lower, w.shape), 9));
        } else ids.push(102);
        if (n) {
          ids.pushAll(n.after);
          ids.push(mix(mix(w.lower, n.lower), 10));
          ids.push(mix(mix(w.cluster, n.cluster), 11));
          ids.push(mix(mix(w.shape, n.shape), 12));
          ids.push(mix(mix(w.shape, n.lower), 13));
        } else ids.push(103);
        if (p && pp) {
          ids.pushAll(pp.before2);
          ids.push(mix(mix(pp.lower, p.lower), 14));
          ids.push(mix(mix(pp.cluster, p.cluster), 15));
        }
        if (n && nn) {
          ids.pushAll(nn.after2);
          ids.push(mix(mix(n.lower, nn.lower), 16));
          ids.push(mix(mix(n.cluster, nn.cluster), 17));
        }
        const ppp = at(i - 3);
        const nnn = at(i + 3);
        if (ppp) ids.push(mix(ppp.lower, 18));
        if (nnn) ids.push(mix(nnn.lower, 19));
        ids.push(mix(place, 20));
        ids.push(mix(mix(w.shape, place), 21));
        for (const f of extra[i] ?? []) ids.push(mix(f, 22));
        for (const f of marks[i] ?? []) ids.push(mix(f, 23));
        for (const f of marks[i - 1] ?? []) if (p) ids.push(mix(f, 24));
        for (const f of marks[i + 1] ?? []) if (n) ids.push(mix(f, 25));
        for (const f of elsewhere.get(tokens[i]!.text) ?? []) ids.push(mix(f, 26));
        offsets[i + 1] = ids.length;
      }
    });
    return { ids: ids.take(), offsets };
  }
}

/** Tokens of short forms and of the words they stand for; both also know the first word of the other. */
function acronymMarks(tokens: readonly Token[], acronyms: readonly Acronym[]): (number[] | undefined)[] {
  const marks: (number[] | undefined)[] = [];
  if (acronyms.length === 0) return marks;
  const shorts = new Map<string, number>();
  for (const { short, long } of acronyms) {
    let last = 0;
    tokens.forEach((t, i) => {
      if (t.start >= long.start && t.end <= long.end) {
        (marks[i] ??= []).push(t.start === long.start ? 201 : 202, t.end === long.end ? 203 : 204);
        last = hash(singular(t.text.toLowerCase()), 31);
      }
    });
    for (const t of tokens) if (t.start >= short.start && t.end <= short.end) shorts.set(t.text, last);
  }
  tokens.forEach((t, i) => {
    const head = shorts.get(t.text) ?? shorts.get(t.text.replace(/s$/, ''));
    if (head !== undefined) (marks[i] ??= []).push(205, head);
  });
  return marks;
}

/** For names that occur more than once: the words beside all of their occurrences, so that one clear place helps the others. */
function contexts({ tokens }: Doc, words: readonly WordFeatures[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  tokens.forEach((t, i) => {
    if (!words[i]!.name) return;
    const list = places.get(t.text);
    if (list) list.push(i);
    else places.set(t.text, [i]);
  });
  const found = new Map<string, number[]>();
  for (const [text, list] of places) {
    if (list.length < 2) continue;
    const set = new Set<number>([hash(String(Math.min(list.length, 4)), 40)]);
    for (const i of list.slice(0, 6)) {
      if (words[i - 1]) set.add(mix(words[i - 1]!.lower, 41)).add(mix(words[i - 1]!.cluster, 42));
      if (words[i + 1]) set.add(mix(words[i + 1]!.lower, 43)).add(mix(words[i + 1]!.cluster, 44));
    }
    found.set(text, [...set]);
  }
  return found;
}
