const ENDINGS =
  'ization ational ations ation ition ments ment ness ings ing edly ed ally ly ers er ors or ions ion ives ive als al ity e'.split(' ');
const SHORTEST_STEM = 4;

/**
 * A light stemmer in the spirit of Lovins (1968): the plural, then the one longest listed ending, never leaving less than
 * four letters. It joins "pruning", "pruned" and "prune", and leaves names and numbers as they are.
 */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  let root = word;
  if (root.length > 4 && root.endsWith('ies')) root = `${root.slice(0, -3)}y`;
  else if (root.length > 3 && /[^sui]s$/.test(root)) root = root.slice(0, -1);
  const ending = ENDINGS.find((each) => root.endsWith(each) && root.length - each.length >= SHORTEST_STEM);
  if (ending) root = root.slice(0, -ending.length);
  return root.length > SHORTEST_STEM && root.at(-1) === root.at(-2) ? root.slice(0, -1) : root;
}
