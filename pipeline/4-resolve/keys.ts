import type { EntityType } from '../../src/model.ts';

/** What decides identity: the type and the words of a name, run together. Types never mix. */
export type Key = string;

/** Longest name that is looked at; what is beyond is no name. */
const LONGEST = 200;

const GREEK: Readonly<globalThis.Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', θ: 'theta', λ: 'lambda', μ: 'mu', µ: 'mu', π: 'pi', ρ: 'rho', σ: 'sigma', τ: 'tau', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega', ϕ: 'phi', ϵ: 'epsilon', '∞': 'infinity', '×': 'x',
}; // prettier-ignore

/**
 * The words of a name that decide whether it is another: lower case, singular, without accents; hyphens, blanks and slashes part
 * words. What changes a name stays: "+", "%", decimal points, a star ("A*" is "astar"); LaTeX and Greek letters are spelt
 * out ("$\pi_0$", "π₀" and "pi0" are one).
 */
export function wordsOfName(form: string): string[] {
  const short = form.length > LONGEST ? form.slice(0, LONGEST) : form;
  if (/^[\w \-+%/]*$/.test(short))
    return short
      .split(/[^A-Za-z0-9+%]+/)
      .filter(Boolean)
      .map(wordOf); // most names
  return plain(short)
    .split(/[^\p{L}\p{N}+%.]+|(?<!\d)\.|\.(?!\d)/u)
    .filter(Boolean)
    .map(wordOf);
}

/** Letters, digits and the signs that carry meaning. */
function plain(form: string): string {
  const ascii = /^[\w \-+.%/]*$/.test(form);
  if (ascii) return form;
  return form
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))
    .replace(/\\(?:text|math)[a-z]{1,6}|[$\\{}'’‘`]/g, '')
    .replace(/\p{Script=Greek}|[∞×µ]/gu, (letter) => GREEK[letter.toLowerCase()] ?? letter)
    .replace(/([\p{L}\p{N}])\s?[*⋆]/gu, '$1star ')
    .replace(/#/g, 'sharp')
    .replace(/\bpass\^/gi, 'passall ') // all of k tries, where "pass@k" is any
    .replace(/&/g, ' and ')
    .normalize('NFC');
}

/** A capital S that ends a short form is part of it ("L40S", "MARS", "MemOS"); a small one, after capitals or digits, is not ("LLMs", "H100s"). */
function wordOf(word: string): string {
  const lower = word.toLowerCase();
  if (!lower.endsWith('s')) return IRREGULAR.get(lower) ?? lower;
  if (word.endsWith('S') && !/^\p{Lu}{5,}$/u.test(word)) return lower;
  if (/(?:\p{Lu}{2}|\p{N})s$/u.test(word)) return lower.slice(0, -1);
  return singularOf(lower);
}

/** Plurals that the rules below would get wrong, with their singulars. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['analyses', 'analysis'], ['axes', 'axis'], ['biases', 'bias'], ['buses', 'bus'], ['caches', 'cache'], ['canvases', 'canvas'], ['corpora', 'corpus'], ['criteria', 'criterion'], ['gases', 'gas'], ['hypotheses', 'hypothesis'], ['indices', 'index'], ['lenses', 'lens'], ['matrices', 'matrix'], ['movies', 'movie'], ['quizzes', 'quiz'], ['series', 'series'], ['alias', 'alias'], ['atlas', 'atlas'], ['bias', 'bias'], ['canvas', 'canvas'], ['gas', 'gas'], ['pancreas', 'pancreas'], ['statuses', 'status'], ['syntheses', 'synthesis'], ['theses', 'thesis'], ['vertices', 'vertex'], ['viruses', 'virus'], ['cookies', 'cookie'], ['lies', 'lie'], ['ties', 'tie'],
]); // prettier-ignore

/** English plural to singular: "networks", "accuracies", "databases", "losses"; "loss", "bias", "analysis" stay. */
function singularOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (/(?:ss|us|is)$/.test(word)) return /^[cdgilntv]pus$/.test(word) ? word.slice(0, -1) : word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?:ss|x|sh|ch)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Words run together; where digits would meet, they are kept apart ("v1 2" is not "v12"). '' where there is no word. */
export function runTogether(words: readonly string[]): string {
  let key = words[0] ?? '';
  for (let i = 1; i < words.length; i++) key += isDigit(key, key.length - 1) && isDigit(words[i]!, 0) ? `-${words[i]!}` : words[i]!;
  return key;
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** The words of a name, run together; the name itself where it has none. */
export const formKey = (form: string): string => runTogether(wordsOfName(form)) || form;

export const keyOf = (type: EntityType, form: string): Key => `${type}:${formKey(form)}`;

/** A short form that could stand for several things: one word, mostly capitals. */
export const isShortForm = (form: string): boolean => /^[\p{L}\p{N}.+-]{2,10}$/u.test(form) && (form.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
