/** Characters that a terminal draws two columns wide: Chinese, Japanese, Korean and full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => [...text].length + (text.match(WIDE)?.length ?? 0);

/** Text in lines of at most `width` columns, broken between words; a word wider than that has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = '';
    }
    line += line ? ` ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

/** The same for a place where nothing may stand out: wider words are broken too. */
export const wrapAll = (text: string, width: number): string[] => wrap(text, width).flatMap((line) => pieces(line, width));

function pieces(line: string, width: number): string[] {
  const out = [''];
  for (const letter of line) {
    if (out.at(-1) && widthOf(out.at(-1)! + letter) > width) out.push('');
    out[out.length - 1] += letter;
  }
  return out;
}
