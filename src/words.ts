/** Words made alike for matching: what differs only in case, number, hyphens or spaces is one. */

/** English plural to singular, by form alone: "networks" -> "network", "accuracies" -> "accuracy"; "loss", "bias", "analysis" stay. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (/(?:ss|us|is|as)$/.test(word) && !/^[cdgilntv]pus$/.test(word)) return word; // but "GPUs"
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?:x|s|sh|ch|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Lower-case singular words of a name; hyphens, slashes and blanks part words, "+", "%" and decimal points do not. */
export function wordsOf(name: string): string[] {
  // most names are letters and digits, or with blanks and hyphens, and need no slow pattern
  if (WORD.test(name)) return [singular(name.toLowerCase())];
  const words = PLAIN.test(name) ? name.toLowerCase().split(/[ -]+/) : name.normalize('NFC').toLowerCase().split(PARTS);
  return words.filter(Boolean).map(singular);
}

const WORD = /^[A-Za-z0-9]+$/;
const PLAIN = /^[A-Za-z0-9 -]*$/;
const PARTS = /[^\p{L}\p{N}+%.]+|(?<!\d)\.|\.(?!\d)/u;

/** The form that decides whether two names are one: the words, run together. */
export const normalForm = (name: string): string => wordsOf(name).join('');
