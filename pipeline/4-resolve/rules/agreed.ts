import { textOf } from '../../../src/model.ts';
import type { PartRule } from '../../../src/rules.ts';
import { isRare, spellsOut } from '../definition.ts';
import type { Joins } from '../joins.ts';
import { commonest, meaningsOf, type Meanings } from '../names.ts';
import type { Context, Rule } from '../rule.ts';

/** How much of the defining papers must agree for the meaning to hold where nothing is defined. */
const AGREEMENT = 0.8;
/**
 * Whether a meaning is more than one paper's own: two papers agree on it, or one takes it from others, or coins what is seldom coined
 * twice, and nobody wrote it before.
 */
const isCommon = ({ papers, proposed, since }: Agreement, short: string, long: string, used: number): boolean =>
  papers > 1 || (proposed === 0 && short.length > 2 && spellsOut(short, long)) || (isRare(short) && !(used < since));

export interface Agreement {
  /** The name that most papers mean. */
  name: number;
  papers: number;
  of: number;
  /** How many of the papers propose the thing themselves. */
  proposed: number;
  /** Month of the earliest. */
  since: number;
}

/** What the papers that define a short form mean most, names that are one counted together. */
export function agreementOn(meanings: Meanings, joins: Joins): Agreement {
  const byRoot = new Map<number, Agreement & { most: number }>();
  let of = 0;
  for (const [name, { papers, proposed, since }] of [...meanings].sort((a, b) => a[0] - b[0])) {
    of += papers;
    const root = joins.root(name);
    const entry = byRoot.get(root);
    if (!entry) byRoot.set(root, { papers, proposed, since, name, most: papers, of });
    else {
      entry.papers += papers;
      entry.proposed += proposed;
      entry.since = Math.min(entry.since, since);
      if (papers > entry.most) [entry.name, entry.most] = [name, papers];
    }
  }
  const { name, papers, proposed, since } = [...byRoot.values()].reduce((a, b) => (b.papers > a.papers ? b : a));
  return { name, papers, proposed, since, of };
}

export const agrees = ({ papers, of }: Pick<Agreement, 'papers' | 'of'>): boolean => papers >= AGREEMENT * of;

/**
 * Joins a short form that papers leave undefined with what the papers that define it agree on. Two of them must, or one where the
 * form is seldom coined twice or not coined by that paper, or where each paper that leaves it undefined uses the words that it stands
 * for.
 */
export const agreed: Rule = (context) => {
  const { names, joins, homonyms } = context;
  const alone: { n: number; best: Agreement; note: string; rule: PartRule }[] = [];
  names.all.forEach((name, n) => {
    const meanings = name.of === undefined ? meaningsOf(name, names) : undefined;
    if (!meanings) return;
    const best = agreementOn(meanings, joins);
    if (joins.one(best.name, n)) return;
    const note = `${best.papers} of the ${best.of} papers that define it`;
    const [short, long] = [commonest(name).text, commonest(names.all[best.name]!).text];
    const rivals = homonyms.count(name.type, name.key);
    if (rivals) joins.refuse(n, best.name, 'proposed apart', `${rivals} papers`);
    else if (!agrees(best)) joins.refuse(n, best.name, 'no agreement', note);
    else if (name.proposed === name.papers && best.proposed) alone.push({ n, best, note, rule: 'proposed apart' });
    else if (isCommon(best, short, long, name.since)) joins.join(n, best.name, 'defined alike in other papers', note);
    else alone.push({ n, best, note, rule: 'too few definitions' });
  });
  const spoken = spokenOf(
    context,
    alone.map(({ n, best }) => ({ n, words: commonest(names.all[best.name]!).words })),
  );
  for (const { n, best, note, rule } of alone)
    if (spoken.has(n)) joins.join(n, best.name, 'defined alike in other papers', `${note}, and its words are used here`);
    else joins.refuse(n, best.name, rule, rule === 'proposed apart' ? `${names.all[n]!.proposed + best.proposed} papers` : note);
};

/** Names whose papers all use the given words, all of those that are longer than three letters, two at least. */
function spokenOf({ names, records }: Context, wanted: readonly { n: number; words: readonly string[] }[]): Set<number> {
  const words = new Map(wanted.map(({ n, words }) => [n, words.filter((word) => word.length > 3).map((word) => word.slice(0, 6))]));
  const spoken = new Set([...words].filter(([, long]) => long.length > 1).map(([n]) => n));
  names.of.forEach((list, r) => {
    for (const n of list) {
      if (!spoken.has(n)) continue;
      const text = textOf(records[r]!).toLowerCase();
      if (!words.get(n)!.every((word) => text.includes(word))) spoken.delete(n);
    }
  });
  return spoken;
}
