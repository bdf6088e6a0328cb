import type { Doc, Tokens } from '../../src/model.ts';

/** Words before a name that say how the paper sees it and are no part of it. */
const PRAISE = new Set(
  'existing prior previous current multiple various several conventional traditional vanilla standard state-of-the-art sota strong similar two three four novel new popular different recent many other some such our the a an this these its their both same respective original common additional'.split(
    ' ',
  ),
);

/** A range without praise before it, or null when nothing is left or its brackets do not match. */
export function trimmed({ tokens }: Doc, from: number, to: number): [number, number] | null {
  while (from < to && PRAISE.has(tokens.at(from).lower)) from++;
  while (from < to && isSign(tokens, from) && /^[^\p{L}\p{N}([]$/u.test(tokens.at(from).text)) from++;
  while (from < to && isSign(tokens, to - 1) && /^[^\p{L}\p{N})\]+*%]$/u.test(tokens.at(to - 1).text)) to--;
  return from < to && balanced(tokens, from, to) ? [from, to] : null;
}

/** May it be a sign, of one code unit or two? Most tokens are told so without a pattern. */
const isSign = ({ starts, ends }: Tokens, i: number): boolean => ends[i]! - starts[i]! <= 2;

function balanced(tokens: Tokens, from: number, to: number): boolean {
  let depth = 0;
  for (let i = from; i < to; i++) {
    const sign = tokens.at(i).text;
    if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && --depth < 0) return false;
  }
  return depth === 0;
}

/** Index of the sentence that ends at or after `end`; how many there are where none does. */
export function sentenceTo({ sentences }: Doc, end: number): number {
  let s = 0;
  while (s < sentences.length && sentences[s]!.end < end) s++;
  return s;
}

/** Index of the first token that begins at or after `at`. */
export function tokenFrom({ starts }: Tokens, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (starts[mid]! < at) low = mid + 1;
    else high = mid;
  }
  return low;
}
