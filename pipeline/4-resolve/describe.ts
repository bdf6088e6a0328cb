import { slug } from '../../src/slug.ts';
import type { ResolvedEntity } from '../types.ts';
import { wordsOfName } from './keys.ts';
import type { Link } from './joins.ts';
import { commonest, type Name, type Names } from './names.ts';
import type { JoinRule } from '../../src/rules.ts';

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
export function describe(group: Group, { all, forms: read }: Names): Omit<ResolvedEntity, 'id'> {
  const { members, canonical, type } = group;
  const counts = new Map<string, number>();
  for (const n of members) for (const [form, papers] of all[n]!.forms) counts.set(form, (counts.get(form) ?? 0) + papers);
  const ranked = [...counts].sort(byRank).map(([form]) => form);
  const own = new Set(members.map((n) => all[n]!.key));
  // a short form that papers agree on gives way to what it stands for
  for (const { a, rule } of group.links) if (rule === 'defined alike in other papers') own.delete(all[a]!.key);
  const label = canonical ?? ranked.find((form) => own.has(read.read(form).key)) ?? ranked[0]!;
  const joins = joinsOf(group, label, all, read);
  return { type, label, aliases: ranked.filter((form) => form !== label), joins };
}

/** Singular before plural, common before rare, then plain before capitals, short before long. */
function byRank(a: [string, number], b: [string, number]): number {
  return (
    plural(a[0]) - plural(b[0]) || b[1] - a[1] || capitals(a[0]) - capitals(b[0]) || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1)
  );
}

/** Each form with the rule that joined it, seen from the label: `to` is the form one step nearer to it. */
function joinsOf({ members, links }: Group, label: string, all: readonly Name[], read: Names['forms']): Join[] {
  const key = read.read(label).key;
  const root = members.find((n) => all[n]!.key === key) ?? members.find((n) => all[n]!.forms.has(label)) ?? members[0]!;
  const parents = towards(root, members, links);
  const joins: Join[] = [];
  for (const n of members) {
    const name = all[n]!;
    const shown = n === root ? label : commonest(name, read);
    const step = parents.get(n);
    for (const [form, papers] of name.forms) {
      if (read.read(form).key !== name.key) joins.push({ form, rule: 'defined in the paper', papers, to: shown });
      else if (form === label || !step) joins.push({ form, rule: 'same words', papers, ...(form !== label && { to: label }) });
      else {
        const to = step.from === root ? label : commonest(all[step.from]!, read);
        joins.push({ form, rule: step.link.rule, papers, to, ...(step.link.note !== undefined && { note: step.link.note }) });
      }
    }
  }
  return merged(joins).sort((a, b) => byRank([a.form, a.papers], [b.form, b.papers]) || (a.rule < b.rule ? -1 : 1));
}

/** One join for each form and rule. */
function merged(joins: readonly Join[]): Join[] {
  const byForm = new Map<string, Join>();
  for (const join of [...joins].sort((a, b) => b.papers - a.papers || ((a.to ?? '') < (b.to ?? '') ? -1 : 1))) {
    const known = byForm.get(`${join.form}\n${join.rule}`);
    if (known) known.papers += join.papers;
    else byForm.set(`${join.form}\n${join.rule}`, join);
  }
  return [...byForm.values()];
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
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  of(type: Name['type'], label: string, paper?: string): string {
    const words = wordsOfName(label).join('-') || label;
    const base = `${type}:${slug(paper === undefined ? words : `${words} ${paper}`)}`;
    let id = base;
    for (let n = 2; this.#taken.has(id); n++) id = `${base}-${n}`;
    this.#taken.add(id);
    return id;
  }
}

const plural = (form: string): number => (/\p{Ll}s$/u.test(form) && !/(?:ss|us|is|as)$/.test(form) ? 1 : 0);
const capitals = (form: string): number => form.match(/\p{Lu}/gu)?.length ?? 0;
