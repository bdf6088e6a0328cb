import type { Paper } from '../../src/model.ts';
import type { Message } from '../../src/report.ts';
import type { Progress } from '../types.ts';
import { partsOf } from '../workers/batch.ts';
import { extractAll, type ExtractOptions } from '../workers/extract-all.ts';
import type { RecordStore } from './store.ts';

/**
 * Extracts from the papers that a store does not know, and adds to it batch by batch, so that what is done is never lost.
 * @param keys of the papers
 * @returns number of papers extracted, and what went wrong with some of them
 */
export async function fill(
  store: RecordStore,
  papers: readonly Paper[],
  keys: readonly string[],
  { progress, ...options }: ExtractOptions & { progress: Progress },
): Promise<{ extracted: number; messages: Message[] }> {
  const missing = new Map<string, Paper>();
  for (const [i, key] of keys.entries()) if (!store.has(key)) missing.set(key, papers[i]!);
  const known = papers.length - missing.size;
  const order = [...missing];
  const messages: Message[] = [];
  let done = 0;
  progress('extract', known, papers.length);
  for await (const batch of extractAll([...missing.values()], options)) {
    const first = done;
    const parts = partsOf(batch);
    done += parts.length;
    store.append(parts.flatMap((extracted, i) => (extracted.length ? [{ key: order[first + i]![0], extracted }] : [])));
    for (const { paper, problem } of batch.failures) messages.push(failure(order[first + paper]![1], problem));
    progress('extract', known + done, papers.length);
  }
  if (done) store.flush();
  return { extracted: done, messages };
}

/** A fault of the program with one paper must not cost the work on the others. */
export function failure({ id, source }: Paper, problem: string): Message {
  const { file, record, line } = source ?? { file: id };
  return {
    file,
    ...(record !== undefined && { record }),
    ...(line !== undefined && { line }),
    problem: `nothing was extracted from the paper "${id}": ${problem}`,
    done: 'kept',
  };
}
