const WORD = /[\p{L}\p{N}\p{M}]{1,50}/gu;

/** A text in lower case, without accents. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** The words of a text: anything but a letter or a digit ends one. */
export const wordsOf = (text: string): string[] => plain(text).match(WORD) ?? [];

/** The words of a name, and each two that follow one another as one: "ResNet-50" is found as "resnet50" too. */
export function nameWords(name: string): string[] {
  const words = wordsOf(name);
  return [...words, ...words.slice(1).map((word, i) => words[i]! + word)];
}

/** The words of a text with where they stand in it. */
export const placesOf = (text: string): { word: string; start: number; end: number }[] =>
  Array.from(text.matchAll(WORD), ({ 0: form, index }) => ({ word: plain(form), start: index, end: index + form.length })).filter(
    ({ word }) => word,
  );

/** Words that stand in nearly every text. */
const STOP = new Set(
  `a an and are as at be by can for from has have how in into is it its may more most no not of on or our such than that the their these
  this to was we were what which who will with`.split(/\s+/),
);

/** The words to look for: those that tell something, or else all. */
export function asked(text: string): string[] {
  const words = [...new Set(wordsOf(text))];
  const telling = words.filter((word) => !STOP.has(word));
  return telling.length ? telling : words;
}
