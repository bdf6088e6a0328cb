import { runTogether } from '../keys.ts';
import type { Name } from '../names.ts';
import { phraseOf, type Rule } from '../rule.ts';

/** The word without "-ed": "grouped" is "group", "automated" is "automate", "admitted" is "admit". */
const without = (word: string): string[] => [word.slice(0, -2), word.slice(0, -1), ...(/(.)\1ed$/.test(word) ? [word.slice(0, -3)] : [])];

/** Words that mean something else without it. */
const ANOTHER: ReadonlySet<string> = new Set(['weighted', 'structured', 'valued', 'named', 'typed', 'speed', 'based', 'embed', 'exceed', 'trained', 'pretrained', 'gated', 'prompted', 'abstracted']); // prettier-ignore

/** Written with capitals inside of words, to make a short form of it ("Mask AutoRegreSsion"). */
const isCoined = ({ forms, key }: Name): boolean => [...forms.keys()].every((form) => form.key !== key || /\p{Ll}\p{Lu}/u.test(form.text));

/** "Grouped-query attention" is "group query attention", where both are named. */
export const endings: Rule = (context) => {
  const { names, joins } = context;
  names.all.forEach((name, n) => {
    if (name.of !== undefined || !name.key.includes('ed')) return;
    for (const form of name.forms.keys()) {
      const { words, key } = form;
      if (key !== name.key || words.length < 2) continue;
      words.forEach((word, i) => {
        if (word.length < 5 || !word.endsWith('ed') || ANOTHER.has(word) || /\p{L}\p{Lu}/u.test(form.text)) return;
        for (const other of without(word)) {
          const found = phraseOf(context, name.type, runTogether([...words.slice(0, i), other, ...words.slice(i + 1)]));
          if (found !== undefined && !isCoined(names.all[found]!)) joins.join(n, found, 'the ending "-ed"');
        }
      });
      break;
    }
  });
};
