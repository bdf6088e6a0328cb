import type { EntityType } from '../../../src/model.ts';
import { commonest, meaningsOf, type Name } from '../names.ts';
import { nameOf, type Context, type Rule } from '../rule.ts';
import { agreementOn } from './agreed.ts';

/** Ways of doing something: "X method", "X approach" and "X strategy" are one. */
const DONE: readonly string[] = [
  'method',
  'approach',
  'technique',
  'strategy',
  'algorithm',
  'framework',
  'procedure',
  'scheme',
  'paradigm',
];
/** What is built: "SFT model" is not SFT, but "Mamba model" is Mamba. */
const MADE: readonly string[] = ['model', 'network', 'architecture', 'module', 'backbone'];
/** Words that add nothing to any name. */
const EMPTY: readonly string[] = ['mechanism', 'family', 'series'];

/** Last words that only say what kind of thing a name is. */
const HEADS: Readonly<globalThis.Record<EntityType, ReadonlySet<string>>> = {
  technique: new Set([...DONE, ...MADE, ...EMPTY, 'optimizer', 'optimiser']),
  dataset: new Set(['dataset', 'benchmark', 'corpus', 'suite', 'leaderboard', 'environment', 'challenge', 'data', 'set', 'collection']),
  hardware: new Set(['gpu', 'cpu', 'device', 'processor', 'chip', 'platform', 'board', 'card', 'accelerator', 'hardware']),
  metric: new Set(['score', 'metric', 'measure']),
  task: new Set(['task', 'problem']),
};
const done: ReadonlySet<string> = new Set(DONE);
const made: ReadonlySet<string> = new Set(MADE);
const empty: ReadonlySet<string> = new Set(EMPTY);

/** Words that end the name of something done ("distillation", "tuning"). */
const isProcess = (word: string): boolean =>
  /(?:ing|tion|sion|ment|ance|ence|sis|gradient|transfer|retrieval|control|discovery|feedback|critique|recovery|removal|decay|descent|dropout|search)$/.test(word); // prettier-ignore
/** Words that end the name of something made ("transformer", "encoder", "language model"); "diffusion" is both. */
const isThing = (word: string): boolean =>
  word.length > 2 && /(?:(?<!transf)(?<![aeiou])er|tor|ser|model|network|net|machine|diffusion)$/.test(word);
/** Words that name nothing alone: the method is meant ("self-supervised", "tuning-free"). */
const isAdjective = (word: string): boolean =>
  /(?:[^aeiou]ed|free|based|level|wise|stage|step|shot|ive|aware|agnostic|driven|centric)$/.test(word);

/** Whether what stands before the head is a name of its own, not words of the language in a title. */
const isProper = (before: string, head: string): boolean =>
  /\d|\p{L}\p{Lu}/u.test(before) || (/^\p{Ll}/u.test(head) && before.split(/\s+/).every((word) => /^\p{Lu}/u.test(word)));

export const heads: Rule = (context) => {
  const { names, joins } = context;
  /** The first name of each "X method", "X approach", ... */
  const ways = new Map<string, number>();
  names.all.forEach((name, n) => {
    if (name.of !== undefined) return;
    let bare: number | undefined;
    let [head, way, proper] = ['', '', false];
    for (const form of name.forms.keys()) {
      const { words, key } = names.forms.read(form);
      if (key !== name.key || words.length < 2 || !HEADS[name.type].has(words.at(-1)!)) continue;
      head = words.at(-1)!;
      const cut = /[\s\-_]+(?=[^\s\-_]+$)/.exec(form);
      const before = cut ? form.slice(0, cut.index) : form;
      proper ||= isProper(before, form.slice(before.length).replace(/^[\s\-_]+/, ''));
      const bareKey = names.forms.read(words.slice(0, -1).join(' ')).key;
      bare ??= nameOf(context, name.type, bareKey);
      if (name.type === 'technique' && done.has(head)) way = bareKey;
    }
    if (bare !== undefined && !joins.one(n, bare)) {
      if (saysOnlyTheType(context, names.all[bare]!, head, proper)) {
        joins.join(n, bare, 'head that only says the type', `"${head}"`);
        return;
      }
      joins.refuse(n, bare, 'head that says more', `"${head}"`);
    }
    if (!way || proper || /(?:agent|llm|system)$/.test(way) || isThing(way)) return;
    const known = ways.get(way);
    if (known === undefined) ways.set(way, n);
    else joins.join(n, known, 'heads that say the same', `"${head}"`);
  });
};

/** @param proper whether the longer name holds the shorter as a name of its own */
function saysOnlyTheType(context: Context, bare: Name, head: string, proper: boolean): boolean {
  const form = commonest(bare, context.names.forms) || (context.lists.rowOf(bare.type, bare.key)?.canonical ?? bare.key);
  proper &&= /\p{Lu}|\d/u.test(form);
  switch (bare.type) {
    case 'task':
    case 'metric':
      return true;
    case 'dataset':
      return proper;
    case 'hardware':
      return /\d/.test(form);
    case 'technique': {
      if (empty.has(head)) return true;
      const last = lastWord(context, bare, form);
      const [process, thing] = [isProcess(last), isThing(last)];
      if (made.has(head)) return thing || (proper && !process);
      if (done.has(head)) return process || isAdjective(last) || (proper && !thing);
      return proper;
    }
  }
}

/** The last word of what a name stands for: of its fullest definition where it is a short form. */
function lastWord({ names, joins, lists }: Context, bare: Name, form: string): string {
  const meanings = meaningsOf(bare, names);
  const full = meanings ? commonest(names.all[agreementOn(meanings, joins).name]!, names.forms) : '';
  const listed = lists.rowOf(bare.type, bare.key)?.canonical ?? '';
  const longest = [form, full, listed].reduce((a, b) => (names.forms.read(b).words.length > names.forms.read(a).words.length ? b : a));
  return names.forms.read(longest).words.at(-1) ?? '';
}
