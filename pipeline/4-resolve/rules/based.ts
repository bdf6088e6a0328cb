import { runTogether } from '../keys.ts';
import { phraseOf, type Rule } from '../rule.ts';

/** Before these, "based" changes what is meant: a "language-based model" is no language model, an "RL-based method" not RL. */
const VAGUE: ReadonlySet<string> = new Set(['model', 'method', 'approach', 'framework', 'algorithm', 'technique', 'strategy', 'system', 'architecture', 'network', 'scheme', 'procedure', 'paradigm', 'mechanism', 'module', 'baseline', 'benchmark', 'task', 'problem', 'structure']); // prettier-ignore

/** "LLM-based agent" is "LLM agent", where both are named. */
export const based: Rule = (context) => {
  const { names, joins } = context;
  names.all.forEach((name, n) => {
    if (name.of !== undefined || !name.key.includes('based')) return;
    for (const form of name.forms.keys()) {
      const { words, key } = form;
      const at = words.indexOf('based');
      if (key !== name.key || at < 1 || at === words.length - 1 || VAGUE.has(words.at(-1)!)) continue;
      const other = phraseOf(context, name.type, runTogether(words.filter((_, i) => i !== at)));
      if (other !== undefined) joins.join(n, other, 'the word "based"');
      break;
    }
  });
};
