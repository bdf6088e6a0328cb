const BATCH = 1 << 16;

/** The same text in pieces of about 64 K characters: a stream costs more a piece than a short line is worth. */
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
