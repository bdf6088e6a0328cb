import { availableParallelism } from 'node:os';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Extraction } from '../extraction.ts';
import { extractBatch, type Batch, type Text } from './batch.ts';

/** Fewer papers are extracted sooner than threads are ready. */
const FEW = 300;
/** More threads wait for each other's memory. */
const MOST = 16;

/** Papers that a thread is given at once. */
const BATCH = 128;
/** Papers extracted here between two looks at the outside world (progress, Ctrl-C). */
const BREATH = 64;
/** Batches that wait or are done, for each thread: none is idle while the others' are taken, and memory stays bounded. */
const AHEAD = 3;

/** Threads for so many papers: as many as there are cores, none for few; 0 is this thread itself. */
export function workersFor(papers: number): number {
  const cores = Math.min(MOST, availableParallelism());
  return papers < FEW || cores < 2 ? 0 : Math.min(cores, Math.ceil(papers / BATCH));
}

export interface ExtractOptions {
  /** Threads; 0 is this thread itself. Without it, as many as the papers are worth. */
  workers?: number;
  /** Makes what extracts in this thread; called once, and only if it is needed. */
  extraction: () => Pick<Extraction, 'all'>;
}

/**
 * Stages two and three of many papers, on several threads.
 * @returns what was extracted, in the order of the papers, in batches that follow one another; the same for any number of threads
 */
export function extractAll(
  papers: readonly Text[],
  { workers = workersFor(papers.length), extraction }: ExtractOptions,
): AsyncGenerator<Batch> {
  return workers === 0 || papers.length === 0 ? here(papers, extraction) : onThreads(papers, workers);
}

async function* here(papers: readonly Text[], extraction: ExtractOptions['extraction']): AsyncGenerator<Batch> {
  if (papers.length === 0) return;
  const { all } = extraction();
  for (const texts of chunks(papers, BREATH)) {
    yield extractBatch(texts, all);
    await breathe();
  }
}

async function* onThreads(papers: readonly Text[], threads: number): AsyncGenerator<Batch> {
  const { Tinypool } = await import('tinypool');
  // beside this file in the sources, and beside the program where that is built
  const filename = new URL(import.meta.url.endsWith('.ts') ? 'worker.ts' : 'worker.js', import.meta.url).href;
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads });
  const ahead: Promise<Batch>[] = [];
  try {
    for (const texts of chunks(papers, BATCH)) {
      const batch = pool.run(texts.map(({ title, abstract }) => ({ title, abstract }))) as Promise<Batch>;
      batch.catch(() => {}); // told when its turn comes
      ahead.push(batch);
      if (ahead.length >= threads * AHEAD) yield await ahead.shift()!;
    }
    for (const batch of ahead) yield await batch;
  } finally {
    await pool.destroy();
  }
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
