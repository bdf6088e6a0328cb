/** Rows of a list: `name | alias | alias` a line, `#` begins a comment. */
export const parseList = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) =>
      line
        .split('|')
        .map((form) => form.trim())
        .filter(Boolean),
    );
