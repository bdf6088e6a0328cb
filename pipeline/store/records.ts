import type { Paper, Record } from '../../src/model.ts';
import type { Extracted } from '../workers/batch.ts';
import { sharing } from './share.ts';
import type { RecordStore } from './store.ts';

/** Of a paper that could not be read by the extractors: it is in the graph, and names nothing. */
const NOTHING: Extracted = { sentences: [], entities: [], results: [], claims: [], links: [] };
const NOTHING_BYTES = Buffer.from(JSON.stringify(NOTHING));

/** The record of each paper. */
export function recordsFrom(store: RecordStore, papers: readonly Paper[], keys: readonly string[]): Record[] {
  const share = sharing();
  return papers.map((paper, i) => {
    const extracted = store.get(keys[i]!);
    return share({ ...paper, ...(extracted.length ? (JSON.parse(extracted.toString()) as Extracted) : NOTHING) });
  });
}

/** Bytes that are written at once. */
const PIECE = 1 << 16;

/** One record a line, by id, so that the order of the input changes nothing; what was extracted is copied as it is. */
export function* recordLines(store: RecordStore, papers: readonly Paper[], keys: readonly string[]): Generator<Uint8Array> {
  const order = Array.from(papers.keys()).sort((a, b) => (papers[a]!.id < papers[b]!.id ? -1 : 1));
  let lines: Uint8Array[] = [];
  let length = 0;
  for (const i of order) {
    const line = recordLine(papers[i]!, store.get(keys[i]!));
    lines.push(line);
    length += line.length;
    if (length < PIECE) continue;
    yield Buffer.concat(lines);
    lines = [];
    length = 0;
  }
  yield Buffer.concat(lines);
}

/**
 * The line of `JSON.stringify({ ...paper, ...extracted })`.
 * @param extracted JSON in UTF-8, or no bytes for a paper that nothing was extracted from
 */
export const recordLine = (paper: Paper, extracted: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify(paper).slice(0, -1)},`),
    (extracted.length ? extracted : NOTHING_BYTES).subarray(1),
    LINE_BREAK,
  ]);

const LINE_BREAK = Buffer.from('\n');
