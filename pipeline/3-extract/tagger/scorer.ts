import type { Lexeme, Tokens } from '../../../src/model.ts';
import { Attribute } from '../attribute.ts';
import { BIAS, FIRST, LAST, type FeatureSink } from './features.ts';
import { LABELS } from './labels.ts';
import type { Vocabulary } from './vocabulary.ts';
import { COLUMNS, rowsOf, type TaggerWeights } from './weights.ts';
import { featuresAt, placed, PLACES, wordFeatures, type Word } from './words.ts';

const L = LABELS.length;
/** Numbers that are noted on a word: the sums of what its features weigh at each of PLACES. */
const NOTED = PLACES.length * COLUMNS;
/** 32-bit words that hold a row of bytes, and a note of one place in 16 bits a number. */
const [ROW_WORDS, NOTE_WORDS] = [COLUMNS / 4, COLUMNS / 2];

/** So many steps below the likeliest label, a label is not possible: a power of 10 to the -17th. */
const LEAST_POWER = 2000;

/**
 * Adds up what the features of each token weigh. Most of them are features of one word at one place (itself, beside, near); those are
 * added up once a word, since looking weights up in a large table is what tagging costs, and kept side by side in one array.
 */
export class Scorer implements FeatureSink {
  private readonly weights: TaggerWeights;
  private readonly clusters: Vocabulary['clusters'];
  private readonly bias = new Int32Array(COLUMNS);
  private readonly first = new Int32Array(COLUMNS);
  private readonly last = new Int32Array(COLUMNS);
  /** Rows of weights, four bytes a word. */
  private readonly rows: Int32Array;
  private notes = new Int16Array(4096 * NOTED);
  /** The same, two numbers a word. */
  private noteWords = new Int32Array(this.notes.buffer);
  /** Of the notes, the numbers that speak for a name of any type: these are asked of every token. */
  private promises = new Int16Array(4096 * PLACES.length);
  /** How words look to their neighbours; what their features weigh is noted as they are met. */
  private readonly words = new Attribute((lexeme) => this.note(lexeme));
  /** The sentence that is being read. */
  private ids: Int32Array = new Int32Array(0);
  private from = 0;
  private to = 0;
  private totals = new Int32Array(512 * COLUMNS);
  /** powers[k]: exp(-k steps). */
  private readonly powers: Float64Array;
  private at = 0;
  /** Features that are still to be looked up, with where in an array their weights go; see `settle`. */
  private features = new Int32Array(4096);
  private targets = new Int32Array(4096);
  private found = new Int32Array(4096);
  /** Numbers being noted on a word, and where the notes of the words around a token stand. */
  private readonly sums = new Int32Array(NOTED);
  private readonly starts = new Int32Array(PLACES.length);
  private count = 0;

  constructor(weights: TaggerWeights, clusters: Vocabulary['clusters']) {
    this.weights = weights;
    this.clusters = clusters;
    this.powers = Float64Array.from({ length: LEAST_POWER + 1 }, (_, k) => Math.exp(-k * weights.step));
    this.rows = new Int32Array(weights.rows.buffer, weights.rows.byteOffset, weights.rows.length / 4);
    for (const [to, feature] of [
      [this.bias, BIAS],
      [this.first, FIRST],
      [this.last, LAST],
    ] as const) {
      this.one(feature);
      this.settle(to);
    }
  }

  /** Starts on a text: notes what the features of its new words weigh. @returns how words look to their neighbours, by id */
  read(tokens: Tokens): readonly Word[] {
    this.ids = tokens.ids;
    return this.words.all(tokens);
  }

  private note({ id, text, lower }: Lexeme): Word {
    const { here, beside, near, ...word } = wordFeatures(text, lower, this.clusters);
    this.sums.fill(0);
    for (let place = 0; place < PLACES.length; place++) {
      this.at = place * COLUMNS;
      for (const feature of featuresAt({ here, beside, near }, place)) this.one(placed(feature, place));
    }
    this.settle(this.sums);
    if ((id + 1) * NOTED > this.notes.length) {
      const more = new Int16Array(Math.max(2 * this.notes.length, (id + 1) * NOTED));
      more.set(this.notes);
      this.notes = more;
      this.noteWords = new Int32Array(more.buffer);
      const promises = new Int16Array(more.length / COLUMNS);
      promises.set(this.promises);
      this.promises = promises;
    }
    this.notes.set(this.sums, id * NOTED);
    for (let place = 0; place < PLACES.length; place++) this.promises[id * PLACES.length + place] = this.sums[place * COLUMNS + L]!;
    return word;
  }

  /** Starts on a sentence of the text. */
  sentence(from: number, to: number): void {
    this.from = from;
    this.to = to;
    if (this.totals.length < (to - from) * COLUMNS) this.totals = new Int32Array(2 * (to - from) * COLUMNS);
  }

  /** How much the words alone, its own and its neighbours', speak for a name at a token of the sentence, in log odds. */
  promise(token: number): number {
    const { ids, from, to, promises } = this;
    const P = PLACES.length;
    const i = from + token;
    let sum = this.bias[L]! + promises[ids[i]! * P]!;
    if (i > from) sum += promises[ids[i - 1]! * P + 1]!;
    else sum += this.first[L]!;
    if (i + 1 < to) sum += promises[ids[i + 1]! * P + 2]!;
    else sum += this.last[L]!;
    if (i > from + 1) sum += promises[ids[i - 2]! * P + 3]!;
    if (i + 2 < to) sum += promises[ids[i + 2]! * P + 4]!;
    return sum * this.weights.step;
  }

  /** Starts on a token of the sentence: adds up what the words weigh. The features that follow are added to that. */
  token(token: number): void {
    const { ids, from, to, totals, starts } = this;
    /** Where the note of the word at token `i` stands that it gives at one of PLACES. */
    const noteOf = (i: number, place: number): number => (ids[i]! * PLACES.length + place) * NOTE_WORDS;
    const i = from + token;
    let count = 0;
    starts[count++] = noteOf(i, 0);
    if (i > from) starts[count++] = noteOf(i - 1, 1);
    if (i + 1 < to) starts[count++] = noteOf(i + 1, 2);
    if (i > from + 1) starts[count++] = noteOf(i - 2, 3);
    if (i + 2 < to) starts[count++] = noteOf(i + 2, 4);
    const at = (this.at = token * COLUMNS);
    for (let b = 0; b < COLUMNS; b++) totals[at + b] = this.bias[b]!;
    if (i === from) for (let b = 0; b < COLUMNS; b++) totals[at + b]! += this.first[b]!;
    if (i + 1 === to) for (let b = 0; b < COLUMNS; b++) totals[at + b]! += this.last[b]!;
    addNotes(totals, at, this.noteWords, starts, count);
  }

  one(feature: number): void {
    if (this.count === this.features.length) this.settle(this.totals);
    this.features[this.count] = feature;
    this.targets[this.count++] = this.at;
  }

  /** Adds up what was handed in. Looked up in one go, many places of the large tables are fetched from memory at the same time. */
  private settle(to: Int32Array): void {
    const { weights, features, targets, found } = this;
    const count = rowsOf(weights, features, this.count, found, targets);
    addRows(to, targets, this.rows, found, count);
    this.count = 0;
  }

  /** Exponentials of the scores of the labels of tokens [from, to) of the sentence, those of a token divided by its greatest. */
  exponentials(from: number, to: number, into: Float64Array): void {
    this.settle(this.totals);
    const { totals, powers } = this;
    let k = 0;
    for (let i = from; i < to; i++) {
      const row = i * COLUMNS;
      let top = totals[row]!;
      for (let b = 1; b < L; b++) if (totals[row + b]! > top) top = totals[row + b]!;
      for (let b = 0; b < L; b++) into[k++] = powers[Math.min(top - totals[row + b]!, LEAST_POWER)]!;
    }
  }
}

/**
 * Adds rows of bytes to others, each at its place; those of one place stand together. Written out for COLUMNS of them, so that the sums
 * stay in the processor: this is what tagging spends most of its time on.
 */
function addRows(to: Int32Array, places: Int32Array, rows: Int32Array, starts: Int32Array, count: number): void {
  for (let k = 0; k < count;) {
    const at = places[k]!;
    let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, l = 0, m = 0; // prettier-ignore
    for (; k < count && places[k] === at; k++) {
      const start = starts[k]! * ROW_WORDS;
      const x = rows[start]!;
      const y = rows[start + 1]!;
      const z = rows[start + 2]!;
      a += (x << 24) >> 24;
      b += (x << 16) >> 24;
      c += (x << 8) >> 24;
      d += x >> 24;
      e += (y << 24) >> 24;
      f += (y << 16) >> 24;
      g += (y << 8) >> 24;
      h += y >> 24;
      i += (z << 24) >> 24;
      j += (z << 16) >> 24;
      l += (z << 8) >> 24;
      m += z >> 24;
    }
    put(to, at, a, b, c, d, e, f, g, h, i, j, l, m);
  }
}

/** Adds notes, two numbers a word, to a row. */
function addNotes(to: Int32Array, at: number, notes: Int32Array, starts: Int32Array, count: number): void {
  let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, l = 0, m = 0; // prettier-ignore
  for (let k = 0; k < count; k++) {
    const start = starts[k]!;
    const u = notes[start]!, v = notes[start + 1]!, w = notes[start + 2]!, x = notes[start + 3]!, y = notes[start + 4]!, z = notes[start + 5]!; // prettier-ignore
    a += (u << 16) >> 16;
    b += u >> 16;
    c += (v << 16) >> 16;
    d += v >> 16;
    e += (w << 16) >> 16;
    f += w >> 16;
    g += (x << 16) >> 16;
    h += x >> 16;
    i += (y << 16) >> 16;
    j += y >> 16;
    l += (z << 16) >> 16;
    m += z >> 16;
  }
  put(to, at, a, b, c, d, e, f, g, h, i, j, l, m);
}

// prettier-ignore
function put(to: Int32Array, at: number, a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number, j: number, l: number, m: number): void {
  to[at]! += a; to[at + 1]! += b; to[at + 2]! += c; to[at + 3]! += d; to[at + 4]! += e; to[at + 5]! += f;
  to[at + 6]! += g; to[at + 7]! += h; to[at + 8]! += i; to[at + 9]! += j; to[at + 10]! += l; to[at + 11]! += m;
}
