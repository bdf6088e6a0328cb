/** A line without its line feed. */
export interface Line {
  text: string;
  /** From 1. */
  line: number;
  /** The document ends here, with no line feed after the line. */
  last: boolean;
  /** It was longer than the cap, and is cut. */
  cut: boolean;
}

/** The lines of a text that comes in chunks; of one longer than `most` code units the rest is passed over. */
export async function* linesOf(text: AsyncIterable<string>, most: number): AsyncGenerator<Line, void, undefined> {
  let pending = '';
  let line = 0;
  const lineOf = (text: string, last: boolean): Line => ({ text: text.slice(0, most), line: ++line, last, cut: text.length > most });
  for await (const part of text) {
    let start = 0;
    for (let end = part.indexOf('\n'); end !== -1; end = part.indexOf('\n', start)) {
      yield lineOf(pending + part.slice(start, end), false);
      pending = '';
      start = end + 1;
    }
    if (pending.length <= most) pending += part.slice(start);
  }
  if (pending !== '') yield lineOf(pending, true);
}
