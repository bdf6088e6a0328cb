import { slug } from '../../src/slug.ts';
import type { JoinRule } from '../../src/rules.ts';
import type { ResolvedEntity } from '../types.ts';
import type { Link } from './joins.ts';
import { commonest, type Form, type Forms, type Name, type Names } from './names.ts';

type Join = ResolvedEntity['joins'][number];

/** Names that are one, and what made them so. */
export interface Group {
  /** Ascending. */
  members: number[];
  links: Link<JoinRule>[];
  /** The label that a list or an aliases file gives. */
  canonical?: string;
  type: Name['type'];
}

/** Label, aliases and joins of a group: the given name, else the commonest of its full forms. */
export function describe(group: Group, names: Names): Omit<ResolvedEntity, 'id'> {
  const { members, canonical, type } = group;
  const { all } = names;
  const [first, second] = members;
  if (second === undefined && canonical === undefined && all[first!]!.forms.size === 1)
    for (const [{ text: label }, papers] of all[first!]!.forms)
      return { type, label, aliases: [], joins: [{ form: label, rule: 'same words', papers }] };

  const counts = new Map<Form, number>();
  for (const n of members) for (const [form, papers] of all[n]!.forms) counts.set(form, (counts.get(form) ?? 0) + papers);
  const ranked = rank(counts);
  const own = new Set(members.map((n) => all[n]!.key));
  // a short form that papers agree on gives way to what it stands for
  for (const { a, rule } of group.links) if (rule === 'defined alike in other papers') own.delete(all[a]!.key);
  const label = canonical ?? (ranked.find(({ key }) => own.has(key)) ?? ranked[0]!).text;
  const place = new Map(ranked.map(({ text }, i) => [text, i]));
  const joins = joinsOf(group, names.forms.read(label), names).sort(
    (a, b) => place.get(a.form)! - place.get(b.form)! || (a.rule < b.rule ? -1 : 1),
  );
  return { type, label, aliases: ranked.map(({ text }) => text).filter((text) => text !== label), joins };
}

/** Singular before plural, common before rare, then plain before capitals, short before long. */
const rank = (counts: ReadonlyMap<Form, number>): Form[] =>
  [...counts]
    .map(([form, papers]) => ({ form, papers, plural: plural(form.text), capitals: capitals(form.text) }))
    .sort(
      (a, b) =>
        a.plural - b.plural ||
        b.papers - a.papers ||
        a.capitals - b.capitals ||
        a.form.text.length - b.form.text.length ||
        (a.form.text < b.form.text ? -1 : 1),
    )
    .map(({ form }) => form);

/** Each form with the rule that joined it, seen from the label: `to` is the form one step nearer to it. */
function joinsOf({ members, links }: Group, label: Form, { all }: Names): Join[] {
  const root = members.find((n) => all[n]!.key === label.key) ?? members.find((n) => all[n]!.forms.has(label)) ?? members[0]!;
  const parents = towards(root, members, links);
  const shown = (n: number): string => (n === root ? label.text : commonest(all[n]!).text);
  const joins = new Map<string, { join: Join; most: number }>();
  const add = (form: string, rule: JoinRule, papers: number, to?: string, note?: string): void => {
    const known = joins.get(`${form}\n${rule}`);
    const join: Join = { form, rule, papers, ...(to !== undefined && { to }), ...(note !== undefined && { note }) };
    if (!known) return void joins.set(`${form}\n${rule}`, { join, most: papers });
    const sum = known.join.papers + papers;
    if (papers > known.most || (papers === known.most && (to ?? '') < (known.join.to ?? ''))) [known.join, known.most] = [join, papers];
    known.join.papers = sum;
  };
  for (const n of members) {
    const name = all[n]!;
    const step = parents.get(n);
    for (const [form, papers] of name.forms) {
      if (form.key !== name.key) add(form.text, 'defined in the paper', papers, shown(n));
      else if (form === label || !step) add(form.text, 'same words', papers, form === label ? undefined : label.text);
      else add(form.text, step.link.rule, papers, shown(step.from), step.link.note);
    }
  }
  return [...joins.values()].map(({ join }) => join);
}

/** For each member but the root, its neighbour on the way to the root. */
function towards(
  root: number,
  members: readonly number[],
  links: readonly Link<JoinRule>[],
): Map<number, { from: number; link: Link<JoinRule> }> {
  const parents = new Map<number, { from: number; link: Link<JoinRule> }>();
  if (members.length === 1) return parents;
  const next = new Map<number, { to: number; link: Link<JoinRule> }[]>(members.map((n) => [n, []]));
  for (const link of links) {
    next.get(link.a)!.push({ to: link.b, link });
    next.get(link.b)!.push({ to: link.a, link });
  }
  const queue = [root];
  const seen = new Set(queue);
  for (const from of queue)
    for (const { to, link } of next.get(from)!) {
      if (seen.has(to)) continue;
      seen.add(to);
      parents.set(to, { from, link });
      queue.push(to);
    }
  return parents;
}

/** Ids that no two entities share: the words of the label, the paper for a homonym, a number where that is not enough. */
export class Ids {
  readonly #taken = new Set<string>();
  readonly #forms: Forms;

  constructor(forms: Forms) {
    this.#forms = forms;
  }

  of(type: Name['type'], label: string, paper?: string): string {
    const words = idWords(this.#forms.read(label)) || label;
    const whole = paper === undefined ? words : `${words} ${paper}`;
    const base = `${type}:${/^[a-z0-9-]{1,100}$/.test(whole) ? whole : slug(whole)}`;
    let id = base;
    for (let n = 2; this.#taken.has(id); n++) id = `${base}-${n}`;
    this.#taken.add(id);
    return id;
  }
}

/** The words of a label, singular, but for a short form, which keeps its last letter: "FLOPs", "HERMES". */
function idWords({ text, words }: Form): string {
  const last = words.at(-1);
  const end = text.split(/[^\p{L}\p{N}]/u).at(-1)!;
  const written = last !== undefined && capitals(end.slice(0, -1)) > 1 && /s$/i.test(end) ? end.toLowerCase() : last;
  return [...words.slice(0, -1), written].join('-');
}

const plural = (form: string): number => (/\p{Ll}s$/u.test(form) && !/(?:ss|us|is|ias)$/.test(form) ? 1 : 0);
const capitals = (form: string): number => form.match(/\p{Lu}/gu)?.length ?? 0;
