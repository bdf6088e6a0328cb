/** Longer texts than engines move cheaply are dearer to encode, and shorter ones to hand on. */
const BATCH = 1 << 14;

/** The same text in pieces of about 16 K characters: a stream costs more a piece than a short line is worth. */
export function* batched(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < BATCH) continue;
    yield text;
    text = '';
  }
  if (text) yield text;
}
