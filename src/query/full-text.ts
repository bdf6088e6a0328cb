import type { KnowledgeGraph, NodeKind } from '../graph.ts';
import { entityAt, idsOf, isEntity, kindOf, labelOf, paperAt } from './access.ts';
import { perGraph } from './cache.ts';
import { bearers } from './names.ts';
import { bitsOf, near } from './text/near.ts';
import { indexWords } from './text/word-index.ts';
import type { Field, WordIndex } from './text/word-index.ts';
import { asked, nameWords, wordsOf } from './text/words.ts';

/** A word that fewer texts hold may be mistyped. */
const RARE = 3;
/** What the beginning of a word counts against the word itself, and a word mistyped; both less the more there is between. */
const BEGINNING = 0.375;
const MISTYPED = 0.45;
/** What two words written as one count for each of the two. */
const JOINED = 0.5;
/** What a name counts that is asked for as it stands. */
const WHOLE = 2;
/** Most words of a question. */
const MAX_WORDS = 50;

interface FullText extends WordIndex {
  /** In code-unit order; text i is of node i. */
  ids: string[];
  place: Map<string, number>;
  kinds: NodeKind[];
  /** See `near`. */
  bits: Int32Array;
}

/** Full text over labels, titles, aliases and abstracts. Results have no name of their own: their papers are found. */
export const fullText = perGraph((graph: KnowledgeGraph): FullText => {
  const ids = idsOf(graph, (kind) => kind !== 'result');
  const kinds = ids.map((id) => kindOf(graph, id));
  const entity = (i: number): boolean => isEntity(kinds[i]!);
  const fields: Field[] = [
    { words: (i) => nameWords(labelOf(graph, ids[i]!)), boost: 4, byLength: true },
    { words: (i) => (entity(i) ? [...new Set(entityAt(graph, ids[i]!).aliases.flatMap(nameWords))] : []), boost: 3, byLength: false },
    { words: (i) => (entity(i) ? [] : wordsOf(paperAt(graph, ids[i]!).abstract)), boost: 1, byLength: true },
  ];
  const index = indexWords(fields, ids.length);
  return { ...index, ids, place: new Map(ids.map((id, i) => [id, i])), kinds, bits: Int32Array.from(index.words, bitsOf) };
});

export interface Hit {
  id: string;
  score: number;
}

/** For each word of a question: the words of the index that it stands for, with what each counts. */
export function expand(index: FullText, text: string): Map<number, number>[] {
  const words = asked(text).slice(0, MAX_WORDS);
  const expanded = words.map((word) => formsOf(index, word));
  words.forEach((word, i) => {
    const joined = indexOf(index.words, word + (words[i + 1] ?? ''));
    if (i + 1 < words.length && joined >= 0) for (const each of expanded.slice(i, i + 2)) if (!each.has(joined)) each.set(joined, JOINED);
  });
  return expanded;
}

function formsOf({ words, starts, bits }: FullText, word: string): Map<number, number> {
  const forms = new Map<number, number>();
  let held = 0;
  for (let w = firstFrom(words, word); w < words.length && words[w]!.startsWith(word); w++) {
    const more = words[w]!.length - word.length;
    forms.set(w, more === 0 ? 1 : (BEGINNING * word.length) / (word.length + 0.3 * more));
    held += starts[w + 1]! - starts[w]!;
  }
  // A typo in a word of four letters or less makes another word.
  const most = held >= RARE ? 0 : word.length > 7 ? 2 : word.length > 4 ? 1 : 0;
  if (!most) return forms;
  const { found, edits } = near(words, bits, word, most);
  for (const w of found) if (!forms.has(w)) forms.set(w, (MISTYPED * word.length) / (word.length + edits));
  return forms;
}

function indexOf(words: readonly string[], word: string): number {
  const at = firstFrom(words, word);
  return words[at] === word ? at : -1;
}

/** The place of the first word that is not before another. */
function firstFrom(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Nodes by relevance, typos and beginnings of words allowed: those that hold all words, or else those that hold any. */
export function lookUp(graph: KnowledgeGraph, text: string, kinds?: readonly NodeKind[]): Hit[] {
  const index = fullText(graph);
  const words = expand(index, text);
  const scores = new Float64Array(index.ids.length);
  const held = new Uint8Array(index.ids.length);
  for (const forms of words) add(index, forms, scores, held);
  for (const id of bearers(graph, text.trim(), kinds)) if (index.place.has(id)) scores[index.place.get(id)!]! *= WHOLE;
  const wanted = kinds && new Set(kinds);
  const all: number[] = [];
  let most = 0;
  held.forEach((count, i) => {
    if (!count || (wanted && !wanted.has(index.kinds[i]!))) return;
    all.push(i);
    most = Math.max(most, count);
  });
  const least = most === words.length ? most : 1;
  return best(scores, all.filter((i) => held[i]! >= least)).map(([i, score]) => ({ id: index.ids[i]!, score })); // prettier-ignore
}

/** Adds what one word of the question gives each text: the most that any word it stands for does. */
function add({ starts, texts, weights }: FullText, expanded: ReadonlyMap<number, number>, scores: Float64Array, held: Uint8Array): void {
  const given = new Map<number, number>();
  for (const [w, part] of expanded)
    for (let at = starts[w]!; at < starts[w + 1]!; at++) {
      const text = texts[at]!;
      given.set(text, Math.max(given.get(text) ?? 0, part * weights[at]!));
    }
  for (const [text, score] of given) {
    scores[text]! += score;
    held[text]!++;
  }
}

/** Strongest first, to a thousandth; of equals the first in code-unit order of their ids. One number each sorts fastest. */
function best(scores: Float64Array, texts: readonly number[]): [text: number, score: number][] {
  const room = 2 ** 24;
  const keys = Float64Array.from(texts, (i) => -Math.round(scores[i]! * 1000) * room + i).sort();
  return Array.from(keys, (key) => {
    const i = ((key % room) + room) % room;
    return [i, Math.round(scores[i]! * 1000) / 1000];
  });
}

/** Ids of the few nodes whose names are nearest to a name that nothing bears. */
export const nearest = (graph: KnowledgeGraph, name: string, kinds: readonly NodeKind[]): string[] =>
  lookUp(graph, name, kinds)
    .slice(0, 5)
    .map((hit) => hit.id);
