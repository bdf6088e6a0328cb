/** A thread that extracts batches of papers, with what the package knows loaded once. */
import { Tinypool } from 'tinypool';
import { createExtraction } from '../extraction.ts';
import { extractBatch, type Batch, type Text } from './batch.ts';

const { all } = createExtraction();

/** The bytes are handed over, not copied. */
export default function batch(texts: readonly Text[]): Batch {
  const made = extractBatch(texts, all);
  return Tinypool.move({ [Tinypool.transferableSymbol]: made.bytes.buffer, [Tinypool.valueSymbol]: made } as never) as unknown as Batch;
}
