import type { Lexeme } from '../../src/model.ts';

/** So many words are remembered; then all are forgotten, so that a long run takes no more memory than a short one. */
const MOST = 60_000;

/** The words met so far, in a hash table with linear probing (Knuth, 1998, 6.4): a word met again is found without making a string of it. */
export class Vocab {
  private readonly most: number;
  /** Two numbers a place: the hash of a word, and its id plus one; 0 where the place is free. */
  private table = new Int32Array(2048);
  /** By id. */
  private words: Lexeme[] = [];

  constructor(most = MOST) {
    this.most = most;
  }

  /** Words by id, for the next text: those met so far, or none when they are too many. */
  get lexemes(): readonly Lexeme[] {
    if (this.words.length >= this.most) {
      this.words = [];
      this.table.fill(0);
    }
    return this.words;
  }

  /** The id of the word that stands at [start, end) of a text. */
  idAt(text: string, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    for (let place = placeOf(hash); ; place += 2) {
      const { table, words } = this;
      place &= table.length - 1;
      const next = table[place + 1]!;
      if (next === 0) return this.add(text.slice(start, end), hash, place);
      if (table[place] === hash && standsAt(words[next - 1]!.text, text, start, end)) return next - 1;
    }
  }

  private add(text: string, hash: number, place: number): number {
    const id = this.words.length;
    this.words.push({ id, text, lower: text.toLowerCase() });
    this.table[place] = hash;
    this.table[place + 1] = id + 1;
    if (4 * id > this.table.length) this.grow();
    return id;
  }

  private grow(): void {
    const { table } = this;
    const more = new Int32Array(2 * table.length);
    for (let i = 0; i < table.length; i += 2) {
      if (table[i + 1] === 0) continue;
      let place = placeOf(table[i]!) & (more.length - 1);
      while (more[place + 1] !== 0) place = (place + 2) & (more.length - 1);
      more[place] = table[i]!;
      more[place + 1] = table[i + 1]!;
    }
    this.table = more;
  }
}

const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) << 1;

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
