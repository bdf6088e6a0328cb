import type { Record } from '../../../src/model.ts';
import { wordsOfName } from '../keys.ts';

/** So many rare words must two titles share to be of one thing: a sequel, a second report. */
const SHARED = 2;
/** Words in more titles than this are not rare. */
const SHARE = 0.02;

/** Tells papers of one thing by the words of their titles. */
export class Titles {
  readonly #papers = new Map<string, number>();
  readonly #most: number;

  constructor(records: readonly Record[]) {
    this.#most = Math.max(1, SHARE * records.length);
    for (const record of records) for (const word of this.#words(record)) this.#papers.set(word, (this.#papers.get(word) ?? 0) + 1);
  }

  #words({ title }: Record): Set<string> {
    const words = wordsOfName(title.slice(title.indexOf(':') + 1));
    return new Set(words.filter((word) => word.length > 3));
  }

  #alike(a: Record, b: Record): boolean {
    const words = this.#words(b);
    return [...this.#words(a)].filter((word) => words.has(word) && this.#papers.get(word)! <= this.#most).length >= SHARED;
  }

  /** For each paper the smallest id of those that are of one thing with it; undefined where all are. */
  groups(papers: readonly Record[]): Map<string, string> | undefined {
    const left = [...papers].sort((a, b) => (a.id < b.id ? -1 : 1));
    const group = new Map<string, string>();
    for (const first of left) {
      if (group.has(first.id)) continue;
      const queue = [first];
      group.set(first.id, first.id);
      for (const paper of queue)
        for (const other of left)
          if (!group.has(other.id) && this.#alike(paper, other)) {
            group.set(other.id, first.id);
            queue.push(other);
          }
    }
    return new Set(group.values()).size > 1 ? group : undefined;
  }
}
