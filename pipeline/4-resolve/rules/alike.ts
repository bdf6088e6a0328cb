import type { Names } from '../names.ts';
import type { Rule } from '../rule.ts';
import { spelledKey } from './spelling.ts';

const SMALL: ReadonlySet<string> = new Set(['of', 'for', 'in', 'with', 'from', 'by', 'to', 'via', 'through', 'using', 'the', 'a', 'and', 'based']); // prettier-ignore
const HEADS: ReadonlySet<string> = new Set(['model', 'method', 'algorithm', 'framework', 'network', 'approach', 'benchmark', 'dataset', 'score', 'task', 'technique', 'strategy', 'system', 'architecture']); // prettier-ignore

/** A word without its ending: "adaptation", "adapter", "adaptive" are alike. Only for names that share a short form, where little is left to confuse. */
const stem = (word: string): string =>
  word.length < 5
    ? word
    : word
        .replace(/(?:e?ments?|ations?|ions?|ings?|ers?|ive|ed|ous|ic(?:ally)?|u?al(?:ity)?|ity|e|s)$/, '')
        .replace(/at$/, '')
        .replace(/([b-df-hj-np-tv-z])\1$/, '$1');

/** What is compared: the words without small ones, heads and endings. */
function core(words: readonly string[]): string[] {
  const content = words.filter((word) => !SMALL.has(word));
  while (content.length > 1 && HEADS.has(content.at(-1)!)) content.pop();
  return content.map(stem);
}

function coresOf(names: Names, n: number): string[][] {
  const name = names.all[n]!;
  return [...name.forms.keys()].flatMap(({ words, key }) => (key === name.key ? [core(words)] : []));
}

/** "Diffusion language" and "diffusion large language": a word more, and otherwise alike to the end. */
function oneMore(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length !== a.length + 1 || a.at(-1) !== b.at(-1)) return false;
  const at = a.findIndex((word, i) => word !== b[i]);
  return a.slice(at).every((word, i) => word === b[at + 1 + i]);
}

/** So many names may share a short form before only equal words are looked for. */
const MOST = 100;

/** "Low-Rank Adaptation (LoRA)" and "low-rank adapters (LoRA)": one thing under one short form. */
export const alike: Rule = ({ names, joins }) => {
  for (const [, short, meanings] of [...names.defined].sort(byShort)) {
    if (meanings.size < 2) continue;
    const first = new Map<string, number>();
    const cores: { n: number; words: string[] }[] = [];
    const join = (a: number, b: number): unknown => joins.join(a, b, 'one short form, like words', `"${short}"`);
    for (const n of [...meanings.keys()].sort((a, b) => a - b))
      for (const words of coresOf(names, n)) {
        const key = spelledKey(words);
        const known = first.get(key);
        if (known === undefined) {
          first.set(key, n);
          cores.push({ n, words });
        } else join(n, known);
      }
    if (cores.length > MOST) continue;
    /** Two papers that each propose such a thing propose two. */
    const rivals = (a: number, b: number): boolean => [a, b].every((n) => meanings.get(n)!.proposed === meanings.get(n)!.papers);
    for (const a of cores) for (const b of cores) if (a.n !== b.n && oneMore(a.words, b.words) && !rivals(a.n, b.n)) join(a.n, b.n);
  }
};

/** By the short form, then the type. */
export const byShort = (a: [string, string, unknown], b: [string, string, unknown]): number =>
  a[1] === b[1] ? (a[0] < b[0] ? -1 : 1) : a[1] < b[1] ? -1 : 1;
