/** The one chunk of what is all there. */
export async function* chunk<T>(all: T): AsyncGenerator<T> {
  yield all;
}

/** Looks at the beginning of a stream: chunks are taken until there is enough, and the whole is given back to be read. */
export async function peek<T>(
  stream: AsyncIterable<T>,
  enough: (head: T) => boolean,
  join: (parts: [T, ...T[]]) => T,
): Promise<{ head: T | null; whole: AsyncGenerator<T> }> {
  const rest = stream[Symbol.asyncIterator]();
  let head: T | null = null;
  while (head === null || !enough(head)) {
    const next = await rest.next();
    if (next.done) break;
    head = head === null ? next.value : join([head, next.value]);
  }
  return { head, whole: again(head, rest) };
}

async function* again<T>(head: T | null, rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    if (head !== null) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

export const joinText = (parts: readonly string[]): string => parts.join('');

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The text of a stream as one string, cut at `most` code units; `more` tells whether something was left. */
export async function wholeText(text: AsyncIterable<string>, most: number): Promise<{ all: string; more: boolean }> {
  let all = '';
  for await (const part of text) {
    all += part;
    if (all.length > most) return { all: all.slice(0, most), more: true };
  }
  return { all, more: false };
}
