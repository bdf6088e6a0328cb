import type { Doc, Tokens } from '../../../src/model.ts';
import { singular } from '../../../src/words.ts';
import type { Acronym } from '../layers.ts';
import type { Match } from '../lexicon.ts';
import { hash, mix } from '../hash.ts';
import { tokenFrom } from '../spans.ts';
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
  /** How words look to their neighbours, by id. */
  words: readonly Word[];
  /** Further hashes for single tokens: matches in a list, parts of a definition; for single words, the company a name keeps elsewhere. */
  marks: readonly (readonly number[] | undefined)[];
  extra: readonly (readonly number[] | undefined)[];
  elsewhere: ReadonlyMap<number, readonly number[]>;
}

export const viewOf = (doc: Doc, words: readonly Word[], acronyms: readonly Acronym[], listed: readonly Match[]): View => ({
  doc,
  words,
  marks: lexiconMarks(listed),
  extra: acronymMarks(doc, acronyms),
  elsewhere: contexts(doc.tokens, words),
});

/** The features of token `i` of sentence `s` that take more than one word, or more than the words. */
export function contextFeatures({ doc, words, marks, extra, elsewhere }: View, s: number, i: number, sink: FeatureSink): void {
  const { from, to } = doc.sentences[s]!;
  const place = s === 0 ? 1 : s === 1 ? 2 : s === doc.sentences.length - 1 ? 4 : 3;
  const { ids } = doc.tokens;
  const w = words[ids[i]!]!;
  const p = i > from ? words[ids[i - 1]!] : undefined;
  const pp = i > from + 1 ? words[ids[i - 2]!] : undefined;
  const n = i + 1 < to ? words[ids[i + 1]!] : undefined;
  const nn = i + 2 < to ? words[ids[i + 2]!] : undefined;
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
  if (i > from + 2) sink.one(mix(words[ids[i - 3]!]!.lower, 18));
  if (i + 3 < to) sink.one(mix(words[ids[i + 3]!]!.lower, 19));
  sink.one(mix(place, 20));
  sink.one(mix(mix(w.shape, place), 21));
  each(extra[i], 22, sink);
  each(marks[i], 23, sink);
  if (p) each(marks[i - 1], 24, sink);
  if (n) each(marks[i + 1], 25, sink);
  if (w.name) each(elsewhere.get(ids[i]!), 26, sink);
}

function each(features: readonly number[] | undefined, template: number, sink: FeatureSink): void {
  if (features) for (const f of features) sink.one(mix(f, template));
}

/** Tokens of short forms and of the words they stand for; both also know the first word of the other. */
function acronymMarks({ text, tokens }: Doc, acronyms: readonly Acronym[]): (number[] | undefined)[] {
  const marks: (number[] | undefined)[] = [];
  if (acronyms.length === 0) return marks;
  const shorts = new Map<string, number>();
  const { starts, ends } = tokens;
  for (const { short, long } of acronyms) {
    let last = 0;
    for (let i = tokenFrom(tokens, long.start); i < tokens.length && ends[i]! <= long.end; i++) {
      (marks[i] ??= []).push(starts[i] === long.start ? 201 : 202, ends[i] === long.end ? 203 : 204);
      last = hash(singular(tokens.at(i).lower), 31);
    }
    for (let i = tokenFrom(tokens, short.start); i < tokens.length && ends[i]! <= short.end; i++) shorts.set(tokens.at(i).text, last);
  }
  for (const [short, head] of shorts)
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
      const i = tokenFrom(tokens, at);
      if (starts[i] !== at) continue;
      const more = ends[i]! - at - short.length;
      if (more === 0 || (more === 1 && text.charAt(at + short.length) === 's' && !shorts.has(`${short}s`)))
        (marks[i] ??= []).push(205, head);
    }
  return marks;
}

/** For names that occur more than once: the words beside all of their occurrences, so that one clear place helps the others. */
function contexts({ ids, length }: Tokens, words: readonly Word[]): Map<number, readonly number[]> {
  const places = new Map<number, number[]>();
  const again = new Map<number, number[]>();
  for (let i = 0; i < length; i++) {
    const id = ids[i]!;
    if (!words[id]!.name) continue;
    const list = places.get(id);
    if (!list) places.set(id, [i]);
    else if (list.push(i) === 2) again.set(id, list);
  }
  const found = new Map<number, readonly number[]>();
  for (const [id, list] of again) {
    const set = new Set<number>([hash(String(Math.min(list.length, 4)), 40)]);
    for (const i of list.slice(0, 6)) {
      const [before, after] = [i > 0 ? words[ids[i - 1]!] : undefined, i + 1 < length ? words[ids[i + 1]!] : undefined];
      if (before) set.add(mix(before.lower, 41)).add(mix(before.cluster, 42));
      if (after) set.add(mix(after.lower, 43)).add(mix(after.cluster, 44));
    }
    found.set(id, [...set]);
  }
  return found;
}
