import type { Doc, Token } from '../../../src/model.ts';
import { singular } from '../../../src/words.ts';
import type { Acronym } from '../layers.ts';
import { hash, mix, wordFeatures, type Block, type WordClusters, type WordFeatures } from './words.ts';

/** Takes the features of a document, token by token: training keeps them, the tagger adds up what they weigh. */
export interface FeatureSink {
  /** A feature is a hash, to be cut to the size of the weight table. */
  one(feature: number): void;
  block(block: Block): void;
  endToken(): void;
}

/** So many words are remembered. */
const MAX_WORDS = 200_000;

export class FeatureMaker {
  private readonly cache = new Map<string, WordFeatures>();
  private readonly clusters: WordClusters;

  constructor(clusters: WordClusters) {
    this.clusters = clusters;
  }

  private word(text: string): WordFeatures {
    let known = this.cache.get(text);
    if (known) return known;
    if (this.cache.size >= MAX_WORDS) this.cache.clear();
    known = wordFeatures(text, this.clusters);
    this.cache.set(text, known);
    return known;
  }

  /**
   * The features of all tokens, in order.
   * @param marks further hashes for single tokens, such as matches in a lexicon
   */
  emit(doc: Doc, acronyms: readonly Acronym[], marks: readonly (readonly number[] | undefined)[], sink: FeatureSink): void {
    const { tokens, sentences } = doc;
    const words = tokens.map((t) => this.word(t.text));
    const extra = acronymMarks(tokens, acronyms);
    const elsewhere = contexts(doc, words);
    sentences.forEach((sentence, s) => {
      const place = s === 0 ? 1 : s === 1 ? 2 : s === sentences.length - 1 ? 4 : 3;
      for (let i = sentence.from; i < sentence.to; i++) {
        const at = (j: number): WordFeatures | undefined => (j >= sentence.from && j < sentence.to ? words[j] : undefined);
        const w = words[i]!;
        const [p, pp, n, nn] = [at(i - 1), at(i - 2), at(i + 1), at(i + 2)];
        sink.one(100);
        sink.block(w.here);
        if (p) {
          sink.block(p.before);
          sink.one(mix(mix(p.lower, w.lower), 6));
          sink.one(mix(mix(p.cluster, w.cluster), 7));
          sink.one(mix(mix(p.shape, w.shape), 8));
          sink.one(mix(mix(p.lower, w.shape), 9));
        } else sink.one(102);
        if (n) {
          sink.block(n.after);
          sink.one(mix(mix(w.lower, n.lower), 10));
          sink.one(mix(mix(w.cluster, n.cluster), 11));
          sink.one(mix(mix(w.shape, n.shape), 12));
          sink.one(mix(mix(w.shape, n.lower), 13));
        } else sink.one(103);
        if (p && pp) {
          sink.block(pp.before2);
          sink.one(mix(mix(pp.lower, p.lower), 14));
          sink.one(mix(mix(pp.cluster, p.cluster), 15));
        }
        if (n && nn) {
          sink.block(nn.after2);
          sink.one(mix(mix(n.lower, nn.lower), 16));
          sink.one(mix(mix(n.cluster, nn.cluster), 17));
        }
        const ppp = at(i - 3);
        const nnn = at(i + 3);
        if (ppp) sink.one(mix(ppp.lower, 18));
        if (nnn) sink.one(mix(nnn.lower, 19));
        sink.one(mix(place, 20));
        sink.one(mix(mix(w.shape, place), 21));
        for (const f of extra[i] ?? []) sink.one(mix(f, 22));
        for (const f of marks[i] ?? []) sink.one(mix(f, 23));
        for (const f of marks[i - 1] ?? []) if (p) sink.one(mix(f, 24));
        for (const f of marks[i + 1] ?? []) if (n) sink.one(mix(f, 25));
        for (const f of elsewhere.get(tokens[i]!.text) ?? []) sink.one(mix(f, 26));
        sink.endToken();
      }
    });
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
