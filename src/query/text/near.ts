/** Letters and digits of a word as bits: words that differ in more bits than two an edit are further apart. */
export function bitsOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 32);
  return bits;
}

function ones(bits: number): number {
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
}

/**
 * Words that the fewest edits make of another, and no more than `most`: letters changed, left out, put in, or two exchanged (the
 * restricted distance of Damerau, 1964). A first letter is seldom mistyped: another one is an edit more.
 * @param bits of each word
 * @returns indices into `words`, and the number of edits
 */
export function near(words: readonly string[], bits: Int32Array, word: string, most: number): { found: number[]; edits: number } {
  const own = bitsOf(word);
  let found: number[] = [];
  let least = most;
  for (let index = 0; index < words.length; index++) {
    if (ones(bits[index]! ^ own) > 2 * least || Math.abs(words[index]!.length - word.length) > least) continue;
    const edits = distance(words[index]!, word, least) + (words[index]![0] === word[0] ? 0 : 1);
    if (edits < least) found = [];
    if (edits <= least) found.push(index);
    least = Math.min(least, edits);
  }
  return { found, edits: least };
}

/** The number of edits, or more than `most` where it is more. */
export function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2]! + 1);
      row[j] = edits;
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
