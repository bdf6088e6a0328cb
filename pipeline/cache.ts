import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Paper, Record } from '../src/model.ts';

/** What extraction adds to a paper; it follows from the title and the abstract alone. */
export type Extracted = Omit<Record, keyof Paper>;

const keyOf = ({ title, abstract }: Paper): string =>
  createHash('sha256')
    .update(JSON.stringify([title, abstract]))
    .digest('hex');

/**
 * Records of the last build, by the content of their papers. A file of another version, or one that cannot be read, is an empty
 * cache: nothing is lost but time.
 */
export class RecordCache {
  readonly #version: string;
  readonly #known = new Map<string, Extracted>();
  /** What this build used, and so the next may: a cache never outgrows its graph. */
  readonly #used = new Map<string, Extracted>();

  constructor(file: string, version: string) {
    this.#version = version;
    try {
      const [head, ...lines] = readFileSync(file, 'utf8').split('\n');
      if (JSON.parse(head!).version !== version) return;
      for (const line of lines) {
        if (!line) continue;
        const [key, extracted] = JSON.parse(line) as [string, Extracted];
        this.#known.set(key, extracted);
      }
    } catch {
      this.#known.clear();
    }
  }

  /** The record of a paper, extracted only where it is not known; `fresh` tells which it was. */
  record(paper: Paper, extract: (paper: Paper) => Record): { record: Record; fresh: boolean } {
    const key = keyOf(paper);
    const known = this.#known.get(key) ?? this.#used.get(key);
    const { sentences, entities, results, claims, links } = known ?? extract(paper);
    const extracted: Extracted = { sentences, entities, results, claims, links };
    this.#used.set(key, extracted);
    return { record: { ...paper, ...extracted }, fresh: known === undefined };
  }

  /** Lines of the cache's file, sorted. */
  *lines(): Generator<string> {
    yield `${JSON.stringify({ version: this.#version })}\n`;
    for (const key of [...this.#used.keys()].sort()) yield `${JSON.stringify([key, this.#used.get(key)])}\n`;
  }
}
