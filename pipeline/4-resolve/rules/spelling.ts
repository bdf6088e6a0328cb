import { ByName } from '../by-name.ts';
import { runTogether } from '../keys.ts';
import type { Rule } from '../rule.ts';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['adaptor', 'adapter'], ['analogue', 'analog'], ['artefact', 'artifact'], ['catalogue', 'catalog'], ['centre', 'center'], ['defence', 'defense'], ['dialogue', 'dialog'], ['fibre', 'fiber'], ['grey', 'gray'], ['judgement', 'judgment'], ['licence', 'license'], ['metre', 'meter'], ['offence', 'offense'], ['programme', 'program'],
]); // prettier-ignore
const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['zero', '0'], ['one', '1'], ['two', '2'], ['three', '3'], ['four', '4'], ['five', '5'], ['six', '6'], ['seven', '7'], ['eight', '8'], ['nine', '9'], ['ten', '10'],
]); // prettier-ignore

/** Words without which a name is the same. */
const SMALL: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/**
 * One spelling for each word: American, digits for small numbers, "N" for "N.0", "3d" for "three-dimensional". What it gives is for
 * comparison alone and need not be a word.
 */
function spell(word: string): string {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  if (/^v?\d{1,4}\.0$/.test(word)) return word.slice(0, -2);
  if (word.length < 6 || !/is|ys|our|ll/.test(word)) return word;
  return word
    .replace(/(?:is|ys)(?=(?:e|ed|er|ing|able|ation)$)/, (ending) => `${ending.charAt(0)}z`)
    .replace(/^(colo|behavio|neighbo|labo|favo|flavo|armo|vapo|tumo)ur/, '$1r')
    .replace(/^((?:re)?(?:model|label|travel|signal|channel|cancel|tunnel|level|panel))l(?=(?:ing|ed|er)$)/, '$1');
}

/** The words of a name in one spelling, run together. */
export function spelledKey(words: readonly string[]): string {
  const counts = words.some((word) => word.length > 2 && !NUMBERS.has(word)); // "R-Zero" is not R0
  const spelled = words
    .map((word) => (counts ? NUMBERS.get(word) : undefined) ?? spell(word))
    .filter((word, i, all) => all.length === 1 || !SMALL.has(word) || i === all.length - 1);
  return runTogether(spelled).replace(/(?<=\d)dimensional/, 'd');
}

export const spelling: Rule = ({ names, joins }) => {
  const first = new ByName<number>();
  const spelled: [string, number][] = [];
  names.all.forEach((name, n) => {
    if (name.of !== undefined) return;
    const keys = new Set<string>();
    for (const form of name.forms.keys()) {
      const { words, key } = form;
      if (key === name.key) keys.add(spelledKey(words));
    }
    for (const key of keys) if (key !== name.key) spelled.push([key, n]);
  });
  for (const [key, n] of spelled) {
    const { type } = names.all[n]!;
    const plain = names.find(type, key) ?? first.get(type, key);
    if (plain === undefined) first.set(type, key, n);
    else joins.join(n, plain, 'same spelling');
  }
};
