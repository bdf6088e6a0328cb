import type { Paper, Record } from '../../src/model.ts';
import type { Extraction } from '../extraction.ts';

/** What extraction follows from. */
export type Text = Pick<Paper, 'title' | 'abstract'>;

/** What extraction adds to a paper. */
export type Extracted = Omit<Record, keyof Paper>;

/** What was extracted from some papers, as it is kept and passed between threads: JSON in UTF-8, one after another. */
export interface Batch {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where that of each paper ends; one that failed has no bytes. */
  ends: Uint32Array<ArrayBuffer>;
  failures: Failure[];
}

export interface Failure {
  /** Index of the paper in its batch. */
  paper: number;
  problem: string;
}

/** Extracts papers; what goes wrong with one of them is told, and the others are done. */
export function extractBatch(texts: readonly Text[], extract: Extraction['all']): Batch {
  const parts: string[] = [];
  const ends = new Uint32Array(texts.length);
  const failures: Failure[] = [];
  let end = 0;
  for (const [i, record] of extract(texts.map(({ title, abstract }) => ({ id: '', title, abstract }))).entries()) {
    if (record instanceof Error) failures.push({ paper: i, problem: String(record).slice(0, 200) });
    else {
      const { sentences, entities, results, claims, links } = record;
      const json = JSON.stringify({ sentences, entities, results, claims, links } satisfies Extracted);
      parts.push(json);
      end += Buffer.byteLength(json);
    }
    ends[i] = end;
  }
  const bytes = new Uint8Array(end); // of its own, so that it can be handed over
  let at = 0;
  for (const part of parts) at += Buffer.from(bytes.buffer, at).write(part);
  return { bytes, ends, failures };
}

/** The part of each paper, empty for one that failed. */
export const partsOf = ({ bytes, ends }: Batch): Uint8Array[] =>
  Array.from(ends, (end, i) => bytes.subarray(i === 0 ? 0 : ends[i - 1]!, end));
