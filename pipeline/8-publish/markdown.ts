/** Text as one line of Markdown that means nothing but itself. */
export const plain = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+>]|\d+[.)])/, '\\$1');

/** A table; nothing where there are no rows. @param right columns of figures */
export function* table(
  head: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
  right: readonly number[] = [],
): Generator<string> {
  let first = true;
  for (const row of rows) {
    if (first) yield `| ${head.join(' | ')} |\n|${head.map((_, i) => (right.includes(i) ? '--:' : '---')).join('|')}|\n`;
    first = false;
    yield `| ${row.map((cell) => (typeof cell === 'number' ? String(cell) : plain(cell))).join(' | ')} |\n`;
  }
  yield first ? 'None.\n\n' : '\n';
}
