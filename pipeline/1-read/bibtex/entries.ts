import { CAPS } from '../caps.ts';
import type { Cut } from '../drafts.ts';
import { linesOf } from '../lines.ts';

/** "@type{body}", cut out whole; `type` is in lower case. */
export interface Entry {
  type: string;
  body: string;
}

const OPENING = /@\s{0,9}([a-z]{1,40})\s{0,9}([{(])/iy;
/** An entry at the beginning of a line, within another: that one has lost a brace. */
const NEXT = /^\s{0,3}@[a-z]{1,40}\s{0,3}[{(]\s{0,9}[^\s,{}()"=]{1,200}\s{0,9}(?:,|$)/i;

/** The entries of a BibTeX file; what stands between them is comment. One that is never closed does not take the next one with it. */
export async function* bibtexEntries(text: AsyncIterable<string>): AsyncGenerator<Cut<Entry>, void, undefined> {
  let open: (Entry & { line: number; closer: string; depth: number; quoted: boolean; over: boolean }) | null = null;
  for await (const { text: written, line, cut } of linesOf(text, CAPS.record)) {
    if (open && NEXT.test(written.slice(0, 300))) {
      yield { line: open.line, problem: `this @${open.type} is never closed: a brace is missing` };
      open = null;
    }
    let at = 0;
    while (at < written.length) {
      if (!open) {
        OPENING.lastIndex = at = written.indexOf('@', at);
        if (at === -1) break;
        const found = OPENING.exec(written);
        at = found ? OPENING.lastIndex : at + 1;
        if (found)
          open = {
            type: found[1]!.toLowerCase(),
            body: '',
            line,
            closer: found[2] === '{' ? '}' : ')',
            depth: 0,
            quoted: false,
            over: cut,
          };
        continue;
      }
      const end = endOf(written, at, open);
      if (open.body.length + end - at > CAPS.record) open.over = true;
      if (!open.over) open.body += written.slice(at, end);
      at = end + 1;
      if (end === written.length) break;
      const { type, body, line: begun } = open;
      if (open.over) yield { line: begun, problem: `the entry has more than ${CAPS.record} characters: none is that long` };
      else yield { line: begun, value: { type, body } };
      open = null;
    }
    if (open && !open.over) open.body += '\n';
  }
  if (open) yield { line: open.line, problem: `the file ends within this @${open.type}: it is cut off` };
}

/** Where the entry is closed in a line, else the line's length. Braces count wherever they stand, as in BibTeX, but for escaped ones. */
function endOf(written: string, from: number, open: { closer: string; depth: number; quoted: boolean }): number {
  for (let i = from; i < written.length; i++) {
    const c = written[i];
    if (c === '\\') i++;
    else if (c === '{') open.depth++;
    else if (c === '"' && open.depth === 0) open.quoted = !open.quoted;
    else if (c === open.closer && open.depth === 0 && (c === '}' || !open.quoted)) return i;
    else if (c === '}') open.depth--;
  }
  return written.length;
}
