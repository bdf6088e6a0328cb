import type { EntityType } from '../../../src/model.ts';
import { spelling } from '../definition.ts';
import { commonest, meaningsOf, type Name } from '../names.ts';
import { nameOf, type Context, type Rule } from '../rule.ts';
import { agreementOn, agrees } from './agreed.ts';

/** Ways of doing something: "X method", "X approach" and "X strategy" are one. */
const WAYS = ['method', 'approach', 'technique', 'strategy', 'algorithm', 'procedure', 'scheme'];
/** What is built: "SFT model" is not SFT, but "Mamba model" is Mamba. */
const BUILT = ['model', 'network', 'architecture', 'module', 'backbone'];
/** What may be done or built, and says nothing after a name of its own. */
const EITHER = ['framework', 'paradigm', 'system', 'pipeline', 'toolkit', 'library', 'optimizer', 'optimiser'];
/** Words that add nothing to any name. */
const EMPTY = ['mechanism', 'family', 'series'];
/** Collections: "Vibravox corpus" and "Vibravox dataset" are one. */
const DATA = ['dataset', 'benchmark', 'corpus', 'suite', 'leaderboard', 'environment', 'challenge', 'data', 'set', 'collection'];

/** Last words that only say what kind of thing a name is. */
const HEADS: Readonly<globalThis.Record<EntityType, ReadonlySet<string>>> = {
  technique: new Set([...WAYS, ...BUILT, ...EITHER, ...EMPTY]),
  dataset: new Set(DATA),
  hardware: new Set(['gpu', 'cpu', 'device', 'processor', 'chip', 'platform', 'board', 'card', 'accelerator', 'hardware']),
  metric: new Set(['score', 'metric', 'measure', 'rate']),
  task: new Set(['task', 'problem']),
};
const ways: ReadonlySet<string> = new Set(WAYS);
const built: ReadonlySet<string> = new Set(BUILT);
const either: ReadonlySet<string> = new Set(EITHER);
const empty: ReadonlySet<string> = new Set(EMPTY);

/** Words that end the name of something done ("distillation", "tuning"). */
const isProcess = (word: string): boolean =>
  /(?:ing|tion|(?<!diffu)sion|ment|ance|ence|sis|gradient|transfer|retrieval|control|discovery|feedback|critique|recovery|removal|decay|descent|dropout|search|ensemble|attack|thought)$/.test(word); // prettier-ignore
/** Words that end the name of something made ("transformer", "encoder", "language model"). */
const isThing = (word: string): boolean =>
  word.length > 2 &&
  /(?:(?<!transf)(?<![aeiou])er|tor|ser|model|network|net|machine|diffusion|codec|student|critic|judge|backbone|mixture)$/.test(word);
/** Words that name nothing alone: the method is meant ("self-supervised", "tuning-free"). */
const isAdjective = (word: string): boolean =>
  /(?:[^aeiou]ed|free|based|level|wise|stage|step|shot|order|hoc|ive|aware|agnostic|driven|centric)$/.test(word);

/** "Continuous diffusion" is done and made; bare "diffusion" is the model. */
const isProcessOf = (key: string): boolean => /.diffusion$/.test(key);
/** Parts of a model that are mechanisms themselves. */
const isInner = (word: string): boolean => /^(?:memory|cache|reward|attention|pass|flow|reuse|loop|window|curriculum)$/.test(word);

const lastOf = (before: string): string => before.split(/\s/).at(-1)!;

/** Whether what stands before the head is a name of its own, not words of the language in a title. */
const isProper = (before: string, head: string): boolean =>
  /\d|\p{L}\p{Lu}/u.test(lastOf(before)) ||
  (/^\p{Ll}/u.test(head) && /^\p{Lu}/u.test(lastOf(before)) && /\s/.test(before)) ||
  (/^\p{Ll}/u.test(head) && before.split(/\s+/).every((word) => /^\p{Lu}/u.test(word)));

/** A name that ends with such a word. */
interface Headed {
  n: number;
  head: string;
  /** Key of what stands before it. */
  before: string;
  /** As it is written. */
  text: string;
  /** Its last word. */
  last: string;
  /** All lower case, wherever it is met. */
  lower: boolean;
  proper: boolean;
}

export const heads: Rule = (context) => {
  const { names, joins } = context;
  const refused: { n: number; bare: number; head: string }[] = [];
  const first = new Map<string, number>();
  names.all.forEach((name, n) => {
    const headed = name.of === undefined ? headOf(context, name, n) : undefined;
    if (!headed) return;
    const { head, before, last, proper } = headed;
    const bare = nameOf(context, name.type, before) ?? meantBy(context, name.type, headed.text);
    if (bare !== undefined && !joins.one(n, bare)) {
      const apart = isOwn(names.all[bare]!) && headed.lower && isCapital(names.all[bare]!);
      if (!apart && saysOnlyTheType(context, names.all[bare]!, headed) && !entriesOf(context, n, bare))
        return void joins.join(n, bare, 'head that only says the type', `"${head}"`);
      refused.push({ n, bare, head });
    }
    const alike =
      name.type === 'technique' ? ways.has(head) && isWay(last, proper) : name.type === 'task' || (name.type === 'dataset' && proper);
    if (!alike) return;
    const known = first.get(`${name.type}:${before}`);
    if (known === undefined) first.set(`${name.type}:${before}`, n);
    else if (!entriesOf(context, n, known)) joins.join(n, known, 'heads that say the same', `"${head}"`);
  });
  const together = besides(context, refused);
  for (const [i, { n, bare, head }] of refused.entries())
    if (joins.one(n, bare)) continue;
    else if (together.has(i)) joins.join(n, bare, 'head that only says the type', `"${head}", and one paper uses both`);
    else joins.refuse(n, bare, 'head that says more', `"${head}"`);
};

/** Whether "X method" and "X approach" are one: not after a name of its own, nor a thing that many methods are made of. */
const isWay = (last: string, proper: boolean): boolean =>
  isAdjective(last) || (!proper && !isThing(last) && !/^(?:agent|llm|system)$/.test(last));

function headOf({ names }: Context, name: Name, n: number): Headed | undefined {
  let found: Headed | undefined;
  for (const form of name.forms.keys()) {
    const { words, key } = form;
    const head = words.at(-1)!;
    if (key !== name.key || words.length < 2 || !HEADS[name.type].has(head)) continue;
    const { text } = form;
    const cut = /[\s\-_]+(?=[^\s\-_]+$)/.exec(text);
    const before = cut ? text.slice(0, cut.index) : text;
    if (/['’]s$/.test(before)) continue; // Euclid's algorithm is not Euclid
    const proper = isProper(before, cut ? text.slice(cut.index + cut[0].length) : '');
    found ??= {
      n,
      head,
      before: names.forms.read(words.slice(0, -1).join(' ')).key,
      text: before,
      last: words.at(-2)!,
      lower: true,
      proper,
    };
    found.proper ||= proper;
    found.lower &&= before === before.toLowerCase();
  }
  return found;
}

/** What the papers agree that a short form stands for which none leaves undefined: "EM score" is "exact match". */
function meantBy({ names, joins }: Context, type: EntityType, text: string): number | undefined {
  const meanings = names.forms.read(text).short ? names.defined.get(type, spelling(text)) : undefined;
  const best = meanings && agreementOn(meanings, joins);
  return best && agrees(best) ? best.name : undefined;
}

/** Both stand in the lists, and not in one entry: "ARC-Challenge" is not ARC. */
function entriesOf({ names, lists }: Context, a: number, b: number): boolean {
  const [x, y] = [a, b].map((n) => lists.rowOf(names.all[n]!.type, names.all[n]!.key));
  return x !== undefined && y !== undefined && x !== y;
}

/** All that name it propose it. */
const isOwn = ({ papers, proposed }: Name): boolean => proposed === papers;

const isCapital = ({ forms }: Name): boolean => [...forms.keys()].every(({ text }) => /^\p{Lu}/u.test(text));

function saysOnlyTheType(
  context: Context,
  bare: Name,
  { head, before, text: written, last: word, lower, proper: capital }: Headed,
): boolean {
  if (bare.type === 'technique' && lower && isCapital(bare) && !(ways.has(head) && isProcess(word) && /[\s-]/.test(written))) return false; // "omni-diffusion models" are not Omni-Diffusion
  const form = commonest(bare).text;
  const proper = capital && /\p{Lu}|\d/u.test(form);
  switch (bare.type) {
    case 'task':
    case 'metric':
      return true;
    case 'dataset':
      return proper;
    case 'hardware':
      return /\d/.test(form);
    case 'technique': {
      const last = lastWord(context, bare, form);
      const [process, thing] = [isProcess(last) || isProcessOf(before), isThing(last)];
      if (empty.has(head)) return head !== 'mechanism' || proper || process || isInner(last);
      if (built.has(head)) return thing || (proper && !process && !isPhrase(context, bare));
      if (ways.has(head)) return process || isAdjective(last) || (proper && !thing);
      if (head === 'paradigm' && isAdjective(last)) return true;
      return ((head === 'framework' || head === 'paradigm') && process) || (proper && !thing && either.has(head));
    }
  }
}

/** A short form of words of the language: a "GUI model" is no graphical user interface. */
function isPhrase({ names, joins }: Context, bare: Name): boolean {
  const meanings = meaningsOf(bare, names);
  const full = meanings && commonest(names.all[agreementOn(meanings, joins).name]!);
  return full !== undefined && full.words.length > 1;
}

/** The last word of what a name stands for: of its fullest definition where it is a short form. */
function lastWord({ names, joins, lists }: Context, bare: Name, form: string): string {
  const meanings = meaningsOf(bare, names);
  const full = meanings ? commonest(names.all[agreementOn(meanings, joins).name]!).words : [];
  const listed = lists.rowOf(bare.type, bare.key);
  const ways = [names.forms.read(form).words, full, listed ? names.forms.read(listed.canonical).words : []];
  return ways.reduce((a, b) => (b.length > a.length ? b : a)).at(-1) ?? '';
}

/** Words of the language in capitals, as titles have them. */
const isTitle = ({ forms }: Name): boolean => [...forms.keys()].every(({ text }) => text.includes(' ') && /^\p{Lu}/u.test(text));

/** Parts of what a single paper builds: where it speaks of "visual memory" and of its "visual memory module", it speaks of one. */
function besides({ names }: Context, refused: readonly { n: number; bare: number; head: string }[]): Set<number> {
  const wanted = new Map<number, number[]>();
  refused.forEach(({ n, bare, head }, i) => {
    const [name, core] = [names.all[n]!, names.all[bare]!];
    if (
      name.papers === 1 &&
      core.papers === 1 &&
      (head === 'module' || either.has(head) || (isTitle(core) && !(built.has(head) && isProcess(commonest(core).words.at(-1)!))))
    )
      wanted.set(n, [...(wanted.get(n) ?? []), i]);
  });
  const together = new Set<number>();
  for (const list of names.of)
    for (const n of list) for (const i of wanted.get(n) ?? []) if (list.includes(refused[i]!.bare)) together.add(i);
  return together;
}
