import type { Doc } from '../../../src/model.ts';
import { singular } from '../../../src/words.ts';
import type { Acronym } from '../layers.ts';
import type { Match } from '../lexicon.ts';
import { hash, mix } from '../hash.ts';
import { lexiconMarks } from './marks.ts';
import type { Word } from './words.ts';

/** Takes features: hashes, to be cut to the size of the weight table. Training keeps them, the tagger adds up what they weigh. */
export interface FeatureSink {
  one(feature: number): void;
}

/** Features of every token, of the first and of the last of a sentence. */
export const [BIAS, FIRST, LAST] = [100, 102, 103];

/** A document as the features see it. */
export interface View {
  doc: Doc;
  /** What is known of the word of each token. */
  words: readonly Word[];
  /** Further hashes for single tokens: matches in a list, parts of a definition, the company a name keeps elsewhere. */
  marks: readonly (readonly number[] | undefined)[];
  extra: readonly (readonly number[] | undefined)[];
  elsewhere: ReadonlyMap<string, readonly number[]>;
}

export const viewOf = (doc: Doc, words: readonly Word[], acronyms: readonly Acronym[], listed: readonly Match[]): View => ({
  doc,
  words,
  marks: lexiconMarks(listed),
  extra: acronymMarks(doc, acronyms),
  elsewhere: contexts(doc, words),
});

/** The features of token `i` of sentence `s` that take more than one word, or more than the words. */
export function contextFeatures({ doc, words, marks, extra, elsewhere }: View, s: number, i: number, sink: FeatureSink): void {
  const { from, to } = doc.sentences[s]!;
  const place = s === 0 ? 1 : s === 1 ? 2 : s === doc.sentences.length - 1 ? 4 : 3;
  const w = words[i]!;
  const p = i > from ? words[i - 1] : undefined;
  const pp = i > from + 1 ? words[i - 2] : undefined;
  const n = i + 1 < to ? words[i + 1] : undefined;
  const nn = i + 2 < to ? words[i + 2] : undefined;
  if (p) {
    sink.one(mix(mix(p.lower, w.lower), 6));
    sink.one(mix(mix(p.cluster, w.cluster), 7));
    sink.one(mix(mix(p.shape, w.shape), 8));
    sink.one(mix(mix(p.lower, w.shape), 9));
  }
  if (n) {
    sink.one(mix(mix(w.lower, n.lower), 10));
    sink.one(mix(mix(w.cluster, n.cluster), 11));
    sink.one(mix(mix(w.shape, n.shape), 12));
    sink.one(mix(mix(w.shape, n.lower), 13));
  }
  if (p && pp) {
    sink.one(mix(mix(pp.lower, p.lower), 14));
    sink.one(mix(mix(pp.cluster, p.cluster), 15));
  }
  if (n && nn) {
    sink.one(mix(mix(n.lower, nn.lower), 16));
    sink.one(mix(mix(n.cluster, nn.cluster), 17));
  }
  if (i > from + 2) sink.one(mix(words[i - 3]!.lower, 18));
  if (i + 3 < to) sink.one(mix(words[i + 3]!.lower, 19));
  sink.one(mix(place, 20));
  sink.one(mix(mix(w.shape, place), 21));
  each(extra[i], 22, sink);
  each(marks[i], 23, sink);
  if (p) each(marks[i - 1], 24, sink);
  if (n) each(marks[i + 1], 25, sink);
  if (w.name) each(elsewhere.get(doc.tokens[i]!.text), 26, sink);
}

function each(features: readonly number[] | undefined, template: number, sink: FeatureSink): void {
  if (features) for (const f of features) sink.one(mix(f, template));
}

/** Tokens of short forms and of the words they stand for; both also know the first word of the other. */
function acronymMarks({ tokens }: Doc, acronyms: readonly Acronym[]): (number[] | undefined)[] {
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
  tokens.forEach(({ text }, i) => {
    const head = shorts.get(text) ?? (text.endsWith('s') ? shorts.get(text.slice(0, -1)) : undefined);
    if (head !== undefined) (marks[i] ??= []).push(205, head);
  });
  return marks;
}

/** For names that occur more than once: the words beside all of their occurrences, so that one clear place helps the others. */
function contexts({ tokens }: Doc, words: readonly Word[]): Map<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const again = new Map<string, number[]>();
  for (let i = 0; i < tokens.length; i++) {
    if (!words[i]!.name) continue;
    const { text } = tokens[i]!;
    const list = places.get(text);
    if (!list) places.set(text, [i]);
    else if (list.push(i) === 2) again.set(text, list);
  }
  const found = new Map<string, readonly number[]>();
  for (const [text, list] of again) {
    const set = new Set<number>([hash(String(Math.min(list.length, 4)), 40)]);
    for (const i of list.slice(0, 6)) {
      if (words[i - 1]) set.add(mix(words[i - 1]!.lower, 41)).add(mix(words[i - 1]!.cluster, 42));
      if (words[i + 1]) set.add(mix(words[i + 1]!.lower, 43)).add(mix(words[i + 1]!.cluster, 44));
    }
    found.set(text, [...set]);
  }
  return found;
}
