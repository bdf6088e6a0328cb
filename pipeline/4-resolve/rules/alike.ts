import { runTogether } from '../keys.ts';
import type { Names } from '../names.ts';
import type { Rule } from '../rule.ts';
import { spelledKey } from './spelling.ts';

const SMALL: ReadonlySet<string> = new Set(['of', 'for', 'in', 'with', 'from', 'by', 'on', 'to', 'via', 'through', 'using', 'the', 'a', 'and', 'based']); // prettier-ignore
const HEADS: ReadonlySet<string> = new Set(['model', 'method', 'algorithm', 'framework', 'network', 'approach', 'benchmark', 'dataset', 'score', 'task', 'technique', 'strategy', 'system', 'architecture']); // prettier-ignore

/** A word without its ending: "adaptation", "adapter", "adaptive" are alike. Only for names that share a short form, where little is left to confuse. */
const stem = (word: string): string =>
  word.length < 5
    ? word
    : word
        .replace(/(?:ations?|ions?|ings?|ers?|ors?|ive|ed|al|ity|e|s)$/, '')
        .replace(/at$/, '')
        .replace(/([b-df-hj-np-tv-z])\1$/, '$1');

/** What is compared: the words without small ones, heads and endings. */
function core(words: readonly string[]): string {
  const content = words.filter((word) => !SMALL.has(word));
  while (content.length > 1 && HEADS.has(content.at(-1)!)) content.pop();
  return spelledKey(content.map(stem)) || runTogether(content);
}

const coresOf = (names: Names, n: number): Set<string> => {
  const name = names.all[n]!;
  const cores = new Set<string>();
  for (const form of name.forms.keys()) {
    const { words, key } = names.forms.read(form);
    if (key === name.key) cores.add(core(words));
  }
  return cores;
};

/** "Low-Rank Adaptation (LoRA)" and "low-rank adapters (LoRA)": one thing under one short form. */
export const alike: Rule = ({ names, joins }) => {
  for (const [short, meanings] of [...names.defined].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (meanings.size < 2) continue;
    const first = new Map<string, number>();
    for (const n of [...meanings.keys()].sort((a, b) => a - b))
      for (const key of coresOf(names, n)) {
        const known = first.get(key);
        if (known === undefined) first.set(key, n);
        else joins.join(n, known, 'one short form, like words', `"${short.slice(short.indexOf(':') + 1)}"`);
      }
  }
};
