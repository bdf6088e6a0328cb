import type { Lexeme } from '../lexemes.ts';
import { BIAS, FIRST, LAST, type FeatureSink } from './features.ts';
import { LABELS } from './labels.ts';
import type { Vocabulary } from './vocabulary.ts';
import { COLUMNS, rowOf, rowsOf, type TaggerWeights } from './weights.ts';
import { featuresAt, placed, PLACES, wordFeatures, type Word } from './words.ts';

const L = LABELS.length;
/** Numbers that are noted on a word: the sums of what its features weigh at each of PLACES. */
const NOTED = PLACES.length * COLUMNS;

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
  private readonly sums = new Int32Array(NOTED);
  private notes = new Int16Array(4096 * NOTED);
  /** The word that each note is of. */
  private readonly noted: Lexeme[] = [];
  private totals = new Int32Array(512 * COLUMNS);
  private at = 0;
  /** Features of tokens that are still to be looked up, with where their weights go; see `settle`. */
  private features = new Int32Array(4096);
  private targets = new Int32Array(4096);
  private found = new Int32Array(4096);
  private count = 0;

  constructor(weights: TaggerWeights, clusters: Vocabulary['clusters']) {
    this.weights = weights;
    this.clusters = clusters;
    this.add(this.bias, 0, BIAS);
    this.add(this.first, 0, FIRST);
    this.add(this.last, 0, LAST);
  }

  /** How a word looks to its neighbours; what its features weigh is noted when it is first met. */
  word(lexeme: Lexeme): Word {
    if (this.noted[lexeme.id] !== lexeme) {
      lexeme.word = this.note(lexeme);
      this.noted[lexeme.id] = lexeme;
    }
    return lexeme.word!;
  }

  private note({ id, text, lower }: Lexeme): Word {
    const { here, beside, near, ...word } = wordFeatures(text, lower, this.clusters);
    this.sums.fill(0);
    for (let place = 0; place < PLACES.length; place++)
      for (const feature of featuresAt({ here, beside, near }, place)) this.add(this.sums, place * COLUMNS, placed(feature, place));
    if ((id + 1) * NOTED > this.notes.length) {
      const more = new Int16Array(Math.max(2 * this.notes.length, (id + 1) * NOTED));
      more.set(this.notes);
      this.notes = more;
    }
    this.notes.set(this.sums, id * NOTED);
    return word;
  }

  /** Starts on a sentence: adds up what the words of its tokens weigh, each by itself and beside its neighbours. */
  words(lexemes: readonly Lexeme[], from: number, to: number): void {
    const n = to - from;
    if (this.totals.length < n * COLUMNS) this.totals = new Int32Array(2 * n * COLUMNS);
    const { totals, notes, bias, first, last } = this;
    for (let i = 0; i < n; i++) for (let b = 0; b < COLUMNS; b++) totals[i * COLUMNS + b] = bias[b]!;
    for (let b = 0; b < COLUMNS; b++) {
      totals[b]! += first[b]!;
      totals[(n - 1) * COLUMNS + b]! += last[b]!;
    }
    for (let i = 0; i < n; i++) {
      const note = lexemes[from + i]!.id * NOTED;
      plus(totals, i * COLUMNS, notes, note);
      if (i + 1 < n) plus(totals, (i + 1) * COLUMNS, notes, note + COLUMNS);
      if (i > 0) plus(totals, (i - 1) * COLUMNS, notes, note + 2 * COLUMNS);
      if (i + 2 < n) plus(totals, (i + 2) * COLUMNS, notes, note + 3 * COLUMNS);
      if (i > 1) plus(totals, (i - 2) * COLUMNS, notes, note + 4 * COLUMNS);
    }
  }

  /** How much the words alone speak for a name at a token of the sentence, in log odds. */
  promise(token: number): number {
    return this.totals[token * COLUMNS + L]! * this.weights.step;
  }

  /** The features that follow are those of a token of the sentence. */
  token(token: number): void {
    this.at = token * COLUMNS;
  }

  one(feature: number): void {
    if (this.count === this.features.length) this.settle();
    this.features[this.count] = feature;
    this.targets[this.count++] = this.at;
  }

  /** Adds up what was handed in. Looked up in one go, many places of the large tables are fetched from memory at the same time. */
  private settle(): void {
    const { weights, features, targets, found, totals } = this;
    const count = rowsOf(weights, features, this.count, found, targets);
    addRows(totals, targets, weights.rows, found, count);
    this.count = 0;
  }

  /** Scores of the labels of tokens [from, to) of the sentence. */
  scores(from: number, to: number): Float64Array {
    this.settle();
    const scores = new Float64Array((to - from) * L);
    for (let i = from; i < to; i++)
      for (let b = 0; b < L; b++) scores[(i - from) * L + b] = this.totals[i * COLUMNS + b]! * this.weights.step;
    return scores;
  }

  private add(to: Int32Array, at: number, feature: number): void {
    const row = rowOf(this.weights, feature);
    if (row < 0) return;
    const { rows } = this.weights;
    for (let b = 0; b < COLUMNS; b++) to[at + b]! += rows[row + b]!;
  }
}

/** Adds a row to another; by itself, and for these kinds of array alone, it runs at full speed. */
function plus(to: Int32Array, at: number, from: Int16Array, start: number): void {
  for (let b = 0; b < COLUMNS; b++) to[at + b]! += from[start + b]!;
}

/** Adds rows to others, each at its place. */
function addRows(to: Int32Array, places: Int32Array, rows: Int8Array, starts: Int32Array, count: number): void {
  for (let k = 0; k < count; k++) {
    const at = places[k]!;
    const start = starts[k]!;
    for (let b = 0; b < COLUMNS; b++) to[at + b]! += rows[start + b]!;
  }
}
