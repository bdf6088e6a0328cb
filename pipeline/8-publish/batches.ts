import type { Chunks } from '../../src/export/types.ts';

const BATCH = 1 << 16;

/** The same bytes in pieces of about 64 K characters: a stream costs more a piece than a short line is worth. */
export async function* inBatches(chunks: Chunks): AsyncGenerator<string | Uint8Array> {
  let text = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      if (text) yield text;
      text = '';
      yield chunk;
      continue;
    }
    text += chunk;
    if (text.length < BATCH) continue;
    yield text;
    text = '';
  }
  if (text) yield text;
}
