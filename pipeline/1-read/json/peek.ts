import type { Fields } from './fields.ts';
import { isLines, objectIn, repair } from './records.ts';
import { JsonScanner } from './scan.ts';

/** The first object among the records of a document, as far as its beginning shows it; null where it holds none. */
export function firstRecord(head: string): Fields | null {
  if (known?.head !== head) known = { head, first: find(head) };
  return known.first;
}

/** All readers of JSON ask for the same head, one after another. */
let known: { head: string; first: Fields | null } | undefined;

/** The first record is mostly found in the beginning of the head. */
const PIECE = 4096;

function find(head: string): Fields | null {
  if (isLines(head)) {
    for (const line of head.split('\n')) {
      const object = objectIn(line);
      if (object) return object;
    }
  }
  if (!/^\s*[[{]/.test(head)) return null;
  const scanner = new JsonScanner();
  for (let at = 0; at < head.length; at += PIECE)
    for (const written of scanner.push(head.slice(at, at + PIECE))) {
      const object = 'text' in written ? (objectIn(written.text) ?? repair(written.text)) : null;
      if (object) return object;
    }
  return completed(scanner.pending);
}

/** What a record that is cut off says up to its last whole field. */
function completed(text: string): Fields | null {
  const closers: string[] = [];
  let whole = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '}' || c === ']') closers.pop();
    else if (c === '{' || c === '[') {
      closers.push(c === '{' ? '}' : ']');
      whole = text.slice(0, i + 1) + closers.toReversed().join('');
    } else if (c === ',') whole = text.slice(0, i) + closers.toReversed().join('');
  }
  return objectIn(whole);
}
