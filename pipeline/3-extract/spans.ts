import type { Doc, Token } from '../../src/model.ts';

/** Words before a name that say how the paper sees it and are no part of it. */
const PRAISE = new Set(
  'existing prior previous current multiple various several conventional traditional vanilla standard state-of-the-art sota strong similar two three four novel new popular different recent many other some such our the a an this these its their both same respective original common additional'.split(
    ' ',
  ),
);

/** A range without praise before it, or null when nothing is left or its brackets do not match. */
export function trimmed({ tokens }: Doc, from: number, to: number): [number, number] | null {
  while (from < to && PRAISE.has(tokens[from]!.text.toLowerCase())) from++;
  while (from < to && /^[^\p{L}\p{N}([]$/u.test(tokens[from]!.text)) from++;
  while (from < to && /^[^\p{L}\p{N})\]+*%]$/u.test(tokens[to - 1]!.text)) to--;
  return from < to && balanced(tokens, from, to) ? [from, to] : null;
}

function balanced(tokens: readonly Token[], from: number, to: number): boolean {
  let depth = 0;
  for (let i = from; i < to; i++) {
    const sign = tokens[i]!.text;
    if (sign === '(' || sign === '[') depth++;
    else if ((sign === ')' || sign === ']') && --depth < 0) return false;
  }
  return depth === 0;
}
