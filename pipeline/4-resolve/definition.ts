/** Words whose first letters a short form leaves out. */
const SMALL: ReadonlySet<string> = new Set([
  'of',
  'for',
  'in',
  'with',
  'from',
  'by',
  'on',
  'to',
  'via',
  'the',
  'a',
  'an',
  'and',
  'as',
  'at',
  'or',
]);

/** Last words that a short form may leave out: "ViDoRe" is "Visual Document Retrieval Benchmark". */
const HEADS: ReadonlySet<string> = new Set([
  'benchmark',
  'model',
  'models',
  'framework',
  'dataset',
  'method',
  'network',
  'networks',
  'algorithm',
  'architecture',
  'system',
  'technique',
  'module',
]);

/** What is compared of a short form: hyphens and dots aside, as it is spelt. */
export const spelling = (short: string): string => short.replace(/[-.]/g, '');

/**
 * Whether a short form is made of a long one beyond doubt: the first letter of every word but small ones is there, in order, and
 * each other letter follows within the word that was begun. "Low-Rank Adaptation (LoRA)" is, "policy optimization (PPO)" is a
 * long form that was cut, and says nothing of what PPO means elsewhere.
 */
export function spellsOut(short: string, long: string): boolean {
  const letters = short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const words = long.toLowerCase().match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
  if (words.length > 20 || letters.length > 20) return false;
  /** Whether letters from `l` can be made of words from `w`. */
  const from = (l: number, w: number): boolean => {
    if (w === words.length) return l === letters.length;
    const word = words[w]!;
    if ((SMALL.has(word) || (w > 0 && w === words.length - 1 && HEADS.has(word))) && from(l, w + 1)) return true;
    if (letters[l] !== word[0]) return false;
    for (let taken = 1, at = 0; ; taken++) {
      if (from(l + taken, w + 1)) return true;
      at = word.indexOf(letters[l + taken] ?? ' ', at + 1);
      if (at < 0 || taken >= word.length) return false;
    }
  };
  return from(0, 0);
}

/** A short form that is seldom coined twice, so that one paper that defines it is enough: "GiGPO", "Step-GRPO", "GMPO", but not "MUSE". */
export const isRare = (form: string): boolean =>
  (form.length >= 5 && (/[-\d]/.test(form) || /\p{Ll}\p{Lu}.*\p{L}|\p{Lu}\p{Ll}\p{Lu}/u.test(form))) ||
  (form.length >= 4 && /[bcdfghjklmnpqrstvwxz]{3}/i.test(form));
