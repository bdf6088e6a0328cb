import { readSync } from 'node:fs';

/** Bytes read at a time. */
const PIECE = 1 << 22;

/** Lines of an open file, each with its line break and the place where it begins; the last one may have no line break. */
export function* linesIn(fd: number): Generator<{ at: number; line: Buffer }> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE);
    const length = readSync(fd, piece, 0, PIECE, at + rest.length);
    if (length === 0) break;
    const bytes = rest.length ? Buffer.concat([rest, piece.subarray(0, length)]) : piece.subarray(0, length);
    let from = 0;
    // what is left of the last piece has no line break
    for (let end = bytes.indexOf(0x0a, rest.length); end >= 0; end = bytes.indexOf(0x0a, from)) {
      yield { at: at + from, line: bytes.subarray(from, end + 1) };
      from = end + 1;
    }
    rest = bytes.subarray(from);
    at += from;
  }
  if (rest.length) yield { at, line: rest };
}
