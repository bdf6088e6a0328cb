/** Text of others in a Markdown page: one line that means nothing but itself. */
export const plain = (text: string): string =>
  text
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(/^([-+]|\d{1,9}[.)])(?=\s|$)/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);

/** A table; text cells are escaped, columns that begin with a number stand to the right. Nothing where there are no rows. */
export function* table(head: readonly string[], rows: Iterable<readonly (string | number)[]>): Generator<string> {
  let begun = false;
  for (const row of rows) {
    if (!begun) yield `| ${head.join(' | ')} |\n| ${row.map((cell) => (typeof cell === 'number' ? '--:' : '---')).join(' | ')} |\n`;
    begun = true;
    yield `| ${row.map((cell) => (typeof cell === 'number' ? String(cell) : plain(cell))).join(' | ')} |\n`;
  }
  if (begun) yield '\n';
}

/** So many of a list, and how many more there are; items are Markdown already. */
export function* bullets(items: readonly string[], most: number): Generator<string> {
  for (const item of items.slice(0, most)) yield `- ${item}\n`;
  if (items.length > most) yield `- and ${items.length - most} more\n`;
  if (items.length) yield '\n';
}
