import { runTogether } from '../keys.ts';
import { commonest } from '../names.ts';
import { phraseOf, type Context, type Rule } from '../rule.ts';
import { agreementOn, agrees } from './agreed.ts';
import { byShort } from './alike.ts';

/** Papers that must define a short form before it is read inside of longer names. */
const DEFINERS = 3;

/** "RL fine-tuning" is "reinforcement learning fine-tuning", where both are named and the papers agree on RL. */
export const inside: Rule = (context) => {
  const { names, joins } = context;
  const written = writtenOut(context);
  names.all.forEach((name, n) => {
    if (name.of !== undefined) return;
    for (const form of name.forms.keys()) {
      const { words, key } = form;
      if (key !== name.key || words.length < 2 || !/\p{Lu}\S*\p{Lu}/u.test(form.text)) continue;
      for (let i = 0; i < words.length; i++) {
        const full = written.get(words[i]!);
        if (!full || !form.text.includes(full.short)) continue;
        const other = phraseOf(context, name.type, runTogether([...words.slice(0, i), ...full.words, ...words.slice(i + 1)]));
        if (other !== undefined && other !== n) joins.join(n, other, 'short form inside', full.note);
      }
      break;
    }
  });
};

interface Written {
  /** As it is spelt. */
  short: string;
  words: string[];
  papers: number;
  note: string;
}

/** Short forms on whose meaning the papers agree, whatever type they give it, by their words. */
function writtenOut({ names, joins }: Context): Map<string, Written> {
  const best = new Map<string, Written>();
  const all = new Map<string, number>();
  for (const [, short, meanings] of [...names.defined].sort(byShort)) {
    const agreement = agreementOn(meanings, joins);
    const { key } = names.forms.read(short);
    all.set(key, (all.get(key) ?? 0) + agreement.of);
    if (!agrees(agreement) || agreement.papers < DEFINERS || (best.get(key)?.papers ?? 0) >= agreement.papers) continue;
    const { text: long, words } = commonest(names.all[agreement.name]!);
    const note = `"${short}" is "${long}" in ${agreement.papers} of the ${agreement.of} papers that define it`;
    best.set(key, { short, words, papers: agreement.papers, note });
  }
  for (const [key, { papers }] of best) if (!agrees({ papers, of: all.get(key)! })) best.delete(key);
  return best;
}
